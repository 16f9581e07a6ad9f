#include <gtest/gtest.h>

#include "sendcap/scenario/children.hpp"

namespace sendcap::scenario {
namespace {

TEST(Ages, are_read_as_people_write_them) {
  EXPECT_EQ(parse_ages("under 5")->last.value, 4);
  EXPECT_EQ(parse_ages("5 to 10")->first.value, 5);
  EXPECT_EQ(parse_ages("5 to 10")->last.value, 10);
  EXPECT_EQ(parse_ages("16")->first.value, 16);
  EXPECT_EQ(parse_ages("16")->last.value, 16);
  EXPECT_TRUE(parse_ages("19 and over")->holds(25));
  EXPECT_FALSE(parse_ages("19 and over")->holds(18));
}

TEST(Ages, are_refused_when_they_are_none) {
  for (const char* text :
       {"", "five", "under", "under 0", "10 to 5", "5-10", "5 to", "-1", "130", "5 to 10 years"})
    EXPECT_FALSE(parse_ages(text)) << text;
}

}  // namespace
}  // namespace sendcap::scenario
