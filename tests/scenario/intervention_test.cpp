// What each kind of intervention does to a scenario, and what it refuses.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "sendcap/scenario/load.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

const char* const kBaseline = R"(
title: baseline
clock: {start: 2025-01-01, run for: 1 year}
districts: {Redditch: {}}
demand:
  autism: {rate: 1500 per year, enters: way}
  walk-in: {intervals: 1 day, enters: way}
services:
  clinic: {kind: clinic, sessions: {is: 4 per week, then: {2025-06-01: 6 per week}}, slots: {new: {per session: 2}}}
  therapy: {kind: team, staff: 10}
pathways:
  way: {steps: {seen: {service: clinic}, helped: {service: therapy}}}
provision:
  school: {kind: special school, district: Redditch, places: 10, ages: 4 to 18}
)";

struct Applied {
  std::optional<Scenario> baseline;
  Scenario changed;
  std::string said;
};

Applied apply_text(const std::string& interventions) {
  Sources sources;
  Diagnostics diagnostics;
  const auto reader = [&](const std::string& path) {
    return std::optional<std::string>(
        path == "baseline.yaml" ? kBaseline : "plan: a plan\ninterventions:\n" + interventions);
  };
  Applied applied;
  applied.baseline = load_scenario("baseline.yaml", {}, reader, sources, diagnostics);
  const auto plan = load_plan("plan.yaml", reader, sources, diagnostics);
  if (applied.baseline && plan) applied.changed = apply(*applied.baseline, *plan, diagnostics);
  applied.said = render(diagnostics, sources);
  return applied;
}

const Value<Rate>& sessions(const Scenario& scenario) {
  return std::get<Clinic>(scenario.services.find("clinic")->is).sessions;
}

TEST(AddClinicSessions, adds_to_whatever_is_held_then) {
  const Applied applied =
      apply_text("  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-03-01}\n");
  EXPECT_EQ(applied.said, "");
  const Value<Rate>& value = sessions(applied.changed);
  EXPECT_DOUBLE_EQ(value.is.per_day * 7, 4);
  ASSERT_EQ(value.then.size(), 2u);
  EXPECT_DOUBLE_EQ(value.then[0].is.per_day * 7, 6) << "from March";
  EXPECT_DOUBLE_EQ(value.then[1].is.per_day * 7, 8) << "from June";
  EXPECT_DOUBLE_EQ(sessions(*applied.baseline).then[0].is.per_day * 7, 6) << "the baseline is as it was";
}

TEST(AddClinicSessions, ends_when_it_is_said_to) {
  const Applied applied = apply_text(
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-03-01, until: "
      "2025-09-01}\n");
  const Value<Rate>& value = sessions(applied.changed);
  ASSERT_EQ(value.then.size(), 3u);
  EXPECT_DOUBLE_EQ(value.then[2].is.per_day * 7, 6) << "from September, as the baseline";
}

TEST(AddClinicSessions, from_the_start_changes_the_first_value) {
  const Applied applied = apply_text(
      "  - {kind: add clinic sessions, clinic: clinic, sessions: -1 per week, from: 2025-01-01}\n");
  EXPECT_DOUBLE_EQ(sessions(applied.changed).is.per_day * 7, 3);
}

TEST(Interventions, compose_in_any_order) {
  const std::string first =
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-03-01}\n";
  const std::string second =
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 1 per week, from: 2025-02-01}\n";
  for (const std::string& both : {first + second, second + first}) {
    const Applied applied = apply_text(both);
    const Value<Rate>& value = sessions(applied.changed);
    ASSERT_EQ(value.then.size(), 3u);
    EXPECT_DOUBLE_EQ(value.then[0].is.per_day * 7, 5);
    EXPECT_DOUBLE_EQ(value.then[1].is.per_day * 7, 7);
    EXPECT_DOUBLE_EQ(value.then[2].is.per_day * 7, 9);
  }
}

TEST(ChangeDemand, multiplies_the_rate) {
  const Applied applied =
      apply_text("  - {kind: change demand, demand: autism, by: -10%, from: 2025-04-01}\n");
  EXPECT_EQ(applied.said, "");
  const Demand& demand = *applied.changed.demand.find("autism");
  ASSERT_EQ(demand.times.then.size(), 1u);
  EXPECT_DOUBLE_EQ(demand.times.then[0].is.value, 0.9);
  EXPECT_DOUBLE_EQ(demand.times.is.value, 1);
}

TEST(ChangeStaffing, adds_staff) {
  const Applied applied = apply_text("  - {kind: change staffing, team: therapy, by: 2.5, from: day 100}\n");
  EXPECT_EQ(applied.said, "");
  const Team& team = std::get<Team>(applied.changed.services.find("therapy")->is);
  EXPECT_DOUBLE_EQ(team.staff.then.at(0).is.value, 12.5);
}

TEST(OpenAutismBase, opens_its_places_in_tranches) {
  const Applied applied = apply_text(R"(
  - kind: open an autism base
    base: Redditch base
    district: Redditch
    ages: 4 to 10
    tranches: [{opens: 2025-09-01, places: 4}, {opens: 2026-09-01, places: 8}]
)");
  EXPECT_EQ(applied.said, "");
  const Provision& base = *applied.changed.provision.find("Redditch base");
  EXPECT_EQ(base.kind, ProvisionKind::autism_base);
  EXPECT_EQ(base.places->is.value, 0);
  ASSERT_EQ(base.places->then.size(), 2u);
  EXPECT_EQ(base.places->then[0].is.value, 4);
  EXPECT_EQ(base.places->then[1].is.value, 12);
  EXPECT_EQ(applied.baseline->provision.size(), 1u);
}

TEST(Interventions, say_what_can_not_be_done) {
  EXPECT_THAT(
      apply_text("  - {kind: add clinic sessions, clinic: clinci, sessions: 1 per week, from: 2025-03-01}\n")
          .said,
      HasSubstr("did you mean 'clinic'?"));
  EXPECT_THAT(
      apply_text("  - {kind: add clinic sessions, clinic: therapy, sessions: 1 per week, from: 2025-03-01}\n")
          .said,
      HasSubstr("is a team, which has no sessions"));
  EXPECT_THAT(
      apply_text("  - {kind: add clinic sessions, clinic: clinic, sessions: -9 per week, from: 2025-03-01}\n")
          .said,
      HasSubstr("more sessions are taken away than the clinic has"));
  EXPECT_THAT(apply_text("  - {kind: change staffing, team: clinic, by: 1, from: 2025-03-01}\n").said,
              HasSubstr("whose capacity is its sessions"));
  EXPECT_THAT(apply_text("  - {kind: change demand, demand: walk-in, by: 5%, from: 2025-03-01}\n").said,
              HasSubstr("no rate to change"));
  EXPECT_THAT(
      apply_text("  - {kind: change staffing, team: therapy, by: 1, from: 2025-03-01, until: 2025-02-01}\n")
          .said,
      HasSubstr("`until` must come after `from`"));
  EXPECT_THAT(apply_text("  - {kind: open an autism base, base: school, district: Redditch, ages: 4 to 10, "
                         "tranches: {opens: 2025-09-01, places: 4}}\n")
                  .said,
              HasSubstr("there is a provision called 'school' already"));
}

}  // namespace
}  // namespace sendcap::scenario
