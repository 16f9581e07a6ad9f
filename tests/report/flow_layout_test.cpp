// How the graph of a pathway is drawn: nothing lies on something else, and what comes next stands below.

#include "report/page/flow_layout.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <cmath>

namespace sendcap::report {
namespace {

FlowLayout laid_out(std::size_t boxes, const std::vector<std::pair<std::size_t, std::size_t>>& ways) {
  FlowLayout layout;
  layout.boxes.assign(boxes, {100, 40, {}});
  for (const auto& [from, to] : ways) layout.ways.push_back({from, to, {}});
  lay_out(layout);
  return layout;
}

bool overlap(const FlowBox& one, const FlowBox& other) {
  constexpr double kRounding = 1e-6;
  return std::abs(one.centre.x - other.centre.x) < (one.width + other.width) / 2 - kRounding &&
         std::abs(one.centre.y - other.centre.y) < (one.height + other.height) / 2 - kRounding;
}

TEST(FlowLayout, PutsWhatComesNextBelow) {
  const FlowLayout layout = laid_out(3, {{0, 1}, {1, 2}});
  EXPECT_LT(layout.boxes[0].centre.y, layout.boxes[1].centre.y);
  EXPECT_LT(layout.boxes[1].centre.y, layout.boxes[2].centre.y);
  EXPECT_DOUBLE_EQ(layout.boxes[0].centre.x, layout.boxes[2].centre.x);
}

TEST(FlowLayout, PutsWaysApartSideBySideUnderTheirBeginning) {
  const FlowLayout layout = laid_out(3, {{0, 1}, {0, 2}});
  EXPECT_DOUBLE_EQ(layout.boxes[1].centre.y, layout.boxes[2].centre.y);
  EXPECT_NEAR(layout.boxes[0].centre.x, (layout.boxes[1].centre.x + layout.boxes[2].centre.x) / 2, 1e-9);
}

TEST(FlowLayout, DrawsAWayBackFromWhereItComesToWhereItLeads) {
  const FlowLayout layout = laid_out(2, {{0, 1}, {1, 0}});
  EXPECT_GT(layout.ways[1].through.front().y, layout.ways[1].through.back().y);
}

TEST(FlowLayout, HasAWayForABoxThatLeadsToItself) {
  const FlowLayout layout = laid_out(1, {{0, 0}});
  EXPECT_EQ(layout.ways[0].through.size(), 3U);
}

RC_GTEST_PROP(FlowLayout, LaysNothingOnSomethingElseWhateverTheGraph, ()) {
  const auto boxes = *rc::gen::inRange<std::size_t>(1, 15);
  const auto ways = *rc::gen::container<std::vector<std::pair<std::size_t, std::size_t>>>(
      rc::gen::pair(rc::gen::inRange<std::size_t>(0, boxes), rc::gen::inRange<std::size_t>(0, boxes)));
  const FlowLayout layout = laid_out(boxes, ways);
  for (std::size_t one = 0; one < boxes; ++one) {
    for (std::size_t other = 0; other < one; ++other)
      RC_ASSERT(!overlap(layout.boxes[one], layout.boxes[other]));
    RC_ASSERT(layout.boxes[one].centre.x - 50 > -1e-6);
    RC_ASSERT(layout.boxes[one].centre.x + 50 < layout.width + 1e-6);
    RC_ASSERT(layout.boxes[one].centre.y + 20 < layout.height + 1e-6);
  }
  for (const FlowWay& way : layout.ways) RC_ASSERT(way.through.size() >= 2U);
}

}  // namespace
}  // namespace sendcap::report
