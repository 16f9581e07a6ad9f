// Fewer reviews.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

const char* const kReviews = R"(
title: reviews
clock: {start: 2025-01-01, run for: 1 year}
demand: {referrals: {rate: 1 per day, enters: way}}
services: {team: {kind: team, staff: 1}}
pathways:
  way:
    steps:
      assessment: {service: team}
      until the review: {wait: 6 months}
      review: {service: team, next: {split: {until the review: 80%, done: 20%}}}
)";

TEST(RedesignReviews, are_further_apart_and_some_children_are_handed_over) {
  const Applied applied = apply_text(
      "  - {kind: redesign reviews, pathway: way, wait: until the review, longer by: 50%, handed over: 25%, "
      "leads "
      "to: done, from: 2025-03-01}\n",
      kReviews);
  EXPECT_EQ(applied.said, "");
  constexpr std::int32_t kMarch = 20148;
  const Pathway& way = *applied.changed.pathways.find("way");
  EXPECT_EQ(on(way.steps.find("until the review")->times_as_long, kMarch).value, 1.5);
  const Named<Branch>& again = way.steps.find("review")->next[0].split;
  EXPECT_DOUBLE_EQ(on(again.find("until the review")->share, kMarch).value, 0.6);
  EXPECT_DOUBLE_EQ(on(again.find("handed over")->share, kMarch).value, 0.2);
  EXPECT_EQ(on(again.find("done")->share, kMarch).value, 0.2);
  const Named<Branch>& first = way.steps.find("assessment")->next[0].split;
  EXPECT_DOUBLE_EQ(on(first.find("handed over")->share, kMarch).value, 0.25);
}

TEST(RedesignReviews, says_what_is_missing) {
  const std::string change = "  - {kind: redesign reviews, pathway: way, from: 2025-03-01, ";
  EXPECT_THAT(apply_text(change + "wait: review}\n", kReviews).said, HasSubstr("is no `wait`"));
  EXPECT_THAT(apply_text(change + "wait: until the review, handed over: 10%}\n", kReviews).said,
              HasSubstr("nothing says where those go"));
}

}  // namespace
}  // namespace sendcap::scenario
