// A triage or an advice line that was not there before.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

// A third of those triaged are sent back, the others go to the doctor, for whom half give up.
const char* const kDoctor = R"(
title: a doctor
clock: {start: 2025-01-01, run for: 1 year}
demand: {referrals: {rate: 1 per day, enters: way}}
services:
  triage: {kind: team, staff: 1}
  doctor: {kind: clinic, sessions: 5 per week, slots: {new: {per session: 2}},
           queue: {rule: longest wait, classes: {urgent: {}, others: {}}}}
pathways:
  way:
    outcomes: [done, sent back]
    steps:
      triage: {service: triage, next: {split: {seen: 60%, sent back: 40%}}}
      seen: {service: doctor, first contact: true}
while waiting:
  gives up: {at: [doctor], rate: 0.5 per year}
)";
constexpr std::int32_t kMarch = 20148;  // 2025-03-01, days since 1970

TEST(TriageBeforeStep, stands_at_the_beginning_of_a_pathway_too) {
  const Applied applied = apply_text(
      "  - {kind: triage before a step, pathway: way, step: triage, team: advice line, staff: 1, share: 80%, "
      "resolved: 26%, resolved to: done, redirected: 24%, redirected to: sent back, from: 2025-03-01}\n",
      kDoctor);
  EXPECT_EQ(applied.said, "");
  const Pathway& way = *applied.changed.pathways.find("way");
  ASSERT_EQ(way.begins_at.size(), 1u);
  EXPECT_EQ(on(way.begins_at[0].split.find("triage")->share, kMarch - 1).value, 1);
  EXPECT_DOUBLE_EQ(on(way.begins_at[0].split.find("triage by advice line")->share, kMarch).value, 0.8);
  const Step& line = *way.steps.find("triage by advice line");
  EXPECT_FALSE(line.first_contact);
  EXPECT_DOUBLE_EQ(line.next[0].split.find("done")->share.is.value, 0.26);
  EXPECT_DOUBLE_EQ(line.next[0].split.find("sent back")->share.is.value, 0.24);
  EXPECT_DOUBLE_EQ(line.next[0].split.find("triage")->share.is.value, 0.5);
}

TEST(TriageBeforeStep, can_not_resolve_more_than_all) {
  EXPECT_THAT(apply_text("  - {kind: triage before a step, pathway: way, step: seen, team: line, staff: 1, "
                         "resolved: 80%, resolved to: done, redirected: 30%, from: 2025-03-01}\n",
                         kDoctor)
                  .said,
              HasSubstr("more than all"));
}

}  // namespace
}  // namespace sendcap::scenario
