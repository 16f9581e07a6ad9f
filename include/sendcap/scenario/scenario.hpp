#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/clock.hpp"
#include "sendcap/scenario/demand.hpp"
#include "sendcap/scenario/geography.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/shape_of.hpp"
#include "sendcap/scenario/leaving.hpp"
#include "sendcap/scenario/money.hpp"
#include "sendcap/scenario/observed.hpp"
#include "sendcap/scenario/pathway.hpp"
#include "sendcap/scenario/plans.hpp"
#include "sendcap/scenario/provision.hpp"
#include "sendcap/scenario/purchase.hpp"
#include "sendcap/scenario/service.hpp"
#include "sendcap/scenario/target.hpp"

namespace sendcap::scenario {

/// One world: clock, districts, children, demand, services, pathways, provision.
struct Scenario {
  // Made once, in a source file: they are large, and every file that holds one would compile them anew.
  Scenario();
  Scenario(const Scenario&);
  Scenario(Scenario&&) noexcept;
  Scenario& operator=(const Scenario&);
  Scenario& operator=(Scenario&&) noexcept;
  ~Scenario();

  std::string title;
  std::string description;
  Clock clock;
  Named<Milestone> milestones;
  Named<Target> targets;
  Named<District> districts;
  std::vector<Road> roads;
  ChildrenKinds children;
  Named<Mix> mixes;
  Named<Demand> demand;
  Named<Service> services;
  Named<Purchase> bought_from_outside;
  Named<Pathway> pathways;
  Named<WhileWaiting> while_waiting;
  Named<Provision> provision;
  Placement placement;
  std::optional<HoldingPlans> plans;
  MoneyMatters money;
  std::vector<Observed> observed;
  Place place;

  static constexpr std::string_view kTitle = "scenario";
  static constexpr std::string_view kSummary =
      "One world: a clock, districts, the children who come, the services and places they meet, and the "
      "pathways "
      "they take.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("title", &Scenario::title, "What the scenario is, in one line.", Rule{.required = true});
    visit.field("description", &Scenario::description, "What it is for and what a reader should know.");
    visit.field("clock", &Scenario::clock, "When the run begins and ends.", Rule{.required = true});
    visit.field("milestones", &Scenario::milestones, "Dates that matter.");
    visit.field("targets", &Scenario::targets, "What was promised for those dates.");
    visit.field("districts", &Scenario::districts, "The districts.");
    visit.field("roads", &Scenario::roads, "Roads between districts, for journeys to places.");
    visit.field("children", &Scenario::children, "What is known about a child.");
    visit.field("mixes", &Scenario::mixes, "Tables from which children are drawn.");
    visit.field("demand", &Scenario::demand, "Streams of referrals and requests.");
    visit.field("services", &Scenario::services, "Clinics and teams.");
    visit.field("bought from outside", &Scenario::bought_from_outside, "Visits bought from outside.");
    visit.field("pathways", &Scenario::pathways, "The ways a case can go.");
    visit.field("while waiting", &Scenario::while_waiting, "What may happen to children who wait.");
    visit.field("provision", &Scenario::provision, "Schools, bases and units with places.");
    visit.field("placement", &Scenario::placement, "How places are given.");
    visit.field("plans", &Scenario::plans, "Education, health and care plans.");
    visit.field("money", &Scenario::money, "The high-needs block and one-off spending.");
    visit.field("observed", &Scenario::observed, "Published figures to compare the results with.");
  }
};

extern template const Shape& shape_of<Scenario>();

}  // namespace sendcap::scenario
