// A triage that resolves more.

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

TEST(ResolveMoreAtTriage, takes_from_one_way_only) {
  const Applied applied = apply_text(
      "  - {kind: resolve more at triage, pathway: way, step: triage, instead of: seen, leads to: sent back, "
      "share: 25%, from: 2025-03-01}\n",
      kDoctor);
  EXPECT_EQ(applied.said, "");
  const Pathway& way = *applied.changed.pathways.find("way");
  const Named<Branch>& split = way.steps.find("triage")->next[0].split;
  EXPECT_DOUBLE_EQ(on(split.find("seen")->share, kMarch).value, 0.45);
  EXPECT_DOUBLE_EQ(on(split.find("resolved at triage")->share, kMarch).value, 0.15);
  EXPECT_EQ(on(split.find("sent back")->share, kMarch).value, 0.4);
  EXPECT_EQ(way.steps.find("resolved at triage")->next[0].to->text, "sent back");
  EXPECT_THAT(
      apply_text("  - {kind: resolve more at triage, pathway: way, step: seen, instead of: triage, leads "
                 "to: done, share: 25%, from: 2025-03-01}\n",
                 kDoctor)
          .said,
      HasSubstr("no way leads from"));
}

}  // namespace
}  // namespace sendcap::scenario
