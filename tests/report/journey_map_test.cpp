// Where journeys can be drawn on paper, the map keeps their lengths exactly.

#include "report/page/journey_map.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sendcap::report {
namespace {

double apart(const PicturePoint& one, const PicturePoint& other) {
  return std::hypot(one.x - other.x, one.y - other.y);
}

TEST(JourneyMap, KeepsPlacesOnOneRoadOnALine) {
  const auto places = places_by_journey({{0, 20, 50}, {20, 0, 30}, {50, 30, 0}});
  EXPECT_NEAR(apart(places[0], places[1]), 20, 1e-9);
  EXPECT_NEAR(apart(places[1], places[2]), 30, 1e-9);
  EXPECT_NEAR(apart(places[0], places[2]), 50, 1e-9);
}

// The sides 3, 4 and 5 of a right angle, times ten.
TEST(JourneyMap, KeepsATriangle) {
  const auto places = places_by_journey({{0, 30, 40}, {30, 0, 50}, {40, 50, 0}});
  EXPECT_NEAR(apart(places[0], places[1]), 30, 1e-9);
  EXPECT_NEAR(apart(places[0], places[2]), 40, 1e-9);
  EXPECT_NEAR(apart(places[1], places[2]), 50, 1e-9);
}

TEST(JourneyMap, PutsAPlaceWithoutARoadFartherOutThanAnyJourney) {
  const double none = HUGE_VAL;
  const auto places = places_by_journey({{0, 20, none}, {20, 0, none}, {none, none, 0}});
  EXPECT_GT(apart(places[0], places[2]), apart(places[0], places[1]));
  EXPECT_TRUE(std::isfinite(places[2].x));
}

}  // namespace
}  // namespace sendcap::report
