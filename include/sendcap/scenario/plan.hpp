#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sendcap/scenario/interventions/add_casework.hpp"
#include "sendcap/scenario/interventions/add_clinic_sessions.hpp"
#include "sendcap/scenario/interventions/assess_first_by_another_team.hpp"
#include "sendcap/scenario/interventions/change_demand.hpp"
#include "sendcap/scenario/interventions/change_fees.hpp"
#include "sendcap/scenario/interventions/change_staffing.hpp"
#include "sendcap/scenario/interventions/expand_school.hpp"
#include "sendcap/scenario/interventions/fewer_not_brought.hpp"
#include "sendcap/scenario/interventions/fund_support_without_plan.hpp"
#include "sendcap/scenario/interventions/join_locality_queues.hpp"
#include "sendcap/scenario/interventions/lend_experts.hpp"
#include "sendcap/scenario/interventions/offer_help_in_schools.hpp"
#include "sendcap/scenario/interventions/offer_support_while_waiting.hpp"
#include "sendcap/scenario/interventions/open_autism_base.hpp"
#include "sendcap/scenario/interventions/open_inclusion_base.hpp"
#include "sendcap/scenario/interventions/open_special_school.hpp"
#include "sendcap/scenario/interventions/open_unit_of_school.hpp"
#include "sendcap/scenario/interventions/outsource_backlog.hpp"
#include "sendcap/scenario/interventions/recruit_staff.hpp"
#include "sendcap/scenario/interventions/redesign_reviews.hpp"
#include "sendcap/scenario/interventions/resolve_more_at_triage.hpp"
#include "sendcap/scenario/interventions/return_to_county.hpp"
#include "sendcap/scenario/interventions/shorten_step.hpp"
#include "sendcap/scenario/interventions/triage_before_step.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/shape_of.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

class Diagnostics;

/// One dated change to a scenario.
struct Intervention {
  std::variant<AddClinicSessions, OpenAutismBase, ChangeDemand, ChangeStaffing,
               // health services
               AssessFirstByAnotherTeam, TriageBeforeStep, ResolveMoreAtTriage, OutsourceBacklog, ShortenStep,
               FewerNotBrought, RedesignReviews, RecruitStaff, JoinLocalityQueues,
               // places, plans and schools
               OpenInclusionBase, OpenSpecialSchool, OpenUnitOfSchool, ExpandSchool, ReturnToCounty,
               ChangeFees, OfferHelpInSchools, FundSupportWithoutPlan, LendExperts, AddCasework,
               OfferSupportWhileWaiting>
      is;
  Place place;

  static constexpr std::string_view kTitle = "intervention";
  static constexpr std::string_view kSummary = "One dated change to a scenario, told apart by `kind`.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.inlined(&Intervention::is);
  }
};

/// A named list of interventions on a baseline scenario.
struct Plan {
  std::string title;
  std::string description;
  std::vector<Intervention> interventions;
  Place place;

  static constexpr std::string_view kTitle = "plan";
  static constexpr std::string_view kSummary = "A named list of interventions on a baseline scenario.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("plan", &Plan::title, "The plan's name; results are labelled with it.",
                Rule{.required = true});
    visit.field("description", &Plan::description, "What it is for.");
    visit.field("interventions", &Plan::interventions, "The changes; an empty list changes nothing.");
  }
};

extern template const Shape& shape_of<Intervention>();
extern template const Shape& shape_of<Plan>();

/// The scenario with all interventions of the plan applied, in their order. The baseline is not changed.
/// Names that the baseline does not have, and impossible changes, are reported; the result is then unusable.
Scenario apply(const Scenario& baseline, const Plan& plan, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
