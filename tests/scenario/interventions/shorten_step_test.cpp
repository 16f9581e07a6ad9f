// A step that takes less time.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

TEST(ShortenStep, saves_a_share_of_its_time) {
  const Applied applied =
      apply_text("  - {kind: shorten a step, pathway: way, step: thought over, by: 25%, from: 2025-03-01}\n");
  EXPECT_EQ(applied.said, "");
  const Value<Number>& times =
      applied.changed.pathways.find("way")->steps.find("thought over")->times_as_long;
  EXPECT_EQ(times.is.value, 1);
  ASSERT_EQ(times.then.size(), 1u);
  EXPECT_DOUBLE_EQ(times.then[0].is.value, 0.75);
}

TEST(ShortenStep, twice_saves_a_share_of_what_is_left) {
  const std::string one =
      "  - {kind: shorten a step, pathway: way, step: thought over, by: 25%, from: 2025-03-01}\n";
  const Applied applied = apply_text(one + one);
  EXPECT_DOUBLE_EQ(
      applied.changed.pathways.find("way")->steps.find("thought over")->times_as_long.then[0].is.value,
      0.75 * 0.75);
}

TEST(ShortenStep, finds_nothing_to_save_in_a_slot) {
  EXPECT_THAT(
      apply_text("  - {kind: shorten a step, pathway: way, step: seen, by: 25%, from: 2025-03-01}\n").said,
      HasSubstr("takes no time of its own"));
}

}  // namespace
}  // namespace sendcap::scenario
