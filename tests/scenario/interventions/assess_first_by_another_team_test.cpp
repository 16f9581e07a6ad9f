// Nurses or therapists before the doctor.

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
const std::string kChange =
    "  - {kind: assess first by another team, pathway: way, step: seen, team: nurses, staff: 2, "
    "hours a week: 20 hours, salary: £66000, work: 2 hours, share: 50%, need no more: 52%, leads to: done, "
    "from: 2025-02-01, lead time: 28 days, ramp: 2 months, begins with: 50%}\n";
constexpr std::int32_t kMarch = 20148;  // 2025-03-01, days since 1970

TEST(AssessFirstByAnotherTeam, sends_a_share_there_of_whom_some_need_no_doctor) {
  const Applied applied = apply_text(kChange, kDoctor);
  EXPECT_EQ(applied.said, "");
  const Pathway& way = *applied.changed.pathways.find("way");
  const Named<Branch>& split = way.steps.find("triage")->next[0].split;
  ASSERT_EQ(split.size(), 3u);
  EXPECT_EQ(split[0].name, "assessment by nurses");
  EXPECT_EQ(split[1].name, "seen");
  EXPECT_EQ(on(split[0].share, kMarch - 1).value, 0);
  EXPECT_EQ(on(split[1].share, kMarch - 1).value, 0.6);
  EXPECT_DOUBLE_EQ(on(split[0].share, kMarch).value, 0.6 * 0.5 * 0.5) << "half of the effect at first";
  EXPECT_DOUBLE_EQ(on(split[0].share, kMarch + 100).value, 0.6 * 0.5);
  EXPECT_DOUBLE_EQ(on(split[1].share, kMarch + 100).value, 0.6 * 0.5);
  EXPECT_EQ(on(split[2].share, kMarch + 100).value, 0.4) << "those sent back are as they were";
  const Step& nurses = *way.steps.find("assessment by nurses");
  EXPECT_DOUBLE_EQ(nurses.next[0].split.find("done")->share.is.value, 0.52);
  EXPECT_DOUBLE_EQ(nurses.next[0].split.find("seen")->share.is.value, 0.48);
  EXPECT_TRUE(nurses.first_contact);
}

TEST(AssessFirstByAnotherTeam, a_new_team_waits_like_the_doctors_clinic_and_is_paid_from_its_first_day) {
  const Applied applied = apply_text(kChange, kDoctor);
  const Team& nurses = team_of(applied.changed, "nurses");
  EXPECT_EQ(on(nurses.staff, kMarch - 1).value, 0);
  EXPECT_EQ(on(nurses.staff, kMarch).value, 2);
  EXPECT_EQ(nurses.cost.is.pounds, 66000);
  EXPECT_EQ(nurses.queue.rule, QueueRule::longest_wait);
  EXPECT_EQ(nurses.queue.classes.size(), 2u);
  const WhileWaiting& gives_up = *applied.changed.while_waiting.find("gives up");
  ASSERT_EQ(gives_up.at.size(), 2u);
  EXPECT_EQ(gives_up.at[1].text, "nurses");
}

TEST(AssessFirstByAnotherTeam, needs_staff_for_a_new_team_and_none_for_one_that_is_there) {
  const std::string change =
      "  - {kind: assess first by another team, pathway: way, step: seen, share: 50%, leads to: done, from: "
      "2025-02-01, ";
  EXPECT_THAT(apply_text(change + "team: nurses}\n", kDoctor).said, HasSubstr("no `staff` for a new one"));
  EXPECT_THAT(apply_text(change + "team: triage, staff: 1}\n", kDoctor).said, HasSubstr("is there already"));
  EXPECT_THAT(apply_text(change + "team: doctor}\n", kDoctor).said, HasSubstr("is a clinic"));
  EXPECT_EQ(apply_text(change + "team: triage}\n", kDoctor).said, "");
}

}  // namespace
}  // namespace sendcap::scenario
