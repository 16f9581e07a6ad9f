#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include <string>
#include <vector>

#include "reading.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {
namespace {

TEST(EditDistance, CountsSlipsOfTheHand) {
  EXPECT_EQ(edit_distance("capacity", "capacity"), 0U);
  EXPECT_EQ(edit_distance("capasity", "capacity"), 1U) << "replaced";
  EXPECT_EQ(edit_distance("capcity", "capacity"), 1U) << "left out";
  EXPECT_EQ(edit_distance("cappacity", "capacity"), 1U) << "doubled";
  EXPECT_EQ(edit_distance("cpaacity", "capacity"), 1U) << "swapped";
  EXPECT_EQ(edit_distance("Capacity", "capacity"), 0U) << "capitals do not count";
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U) << "the textbook example";
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

RC_GTEST_PROP(EditDistance, IsSymmetricAndBounded, (const std::string& left, const std::string& right)) {
  const std::size_t distance = edit_distance(left, right);
  RC_ASSERT(distance == edit_distance(right, left));
  RC_ASSERT(distance <= std::max(left.size(), right.size()));
  RC_ASSERT(distance + std::min(left.size(), right.size()) >= std::max(left.size(), right.size()));
}

TEST(Nearest, IsTheLikeliestNameOrNone) {
  const std::vector<std::string_view> names = {"occupational therapy", "speech therapy", "paediatrics"};
  EXPECT_EQ(nearest("occupational terapy", names), "occupational therapy");
  EXPECT_EQ(nearest("pediatrics", names), "paediatrics");
  EXPECT_EQ(nearest("dentist", names), "");
  EXPECT_EQ(suggest("dentist", names), "allowed here: occupational therapy, speech therapy, paediatrics");
}

TEST(Resolve, FindsANameOrSaysWhichWasMeant) {
  const std::vector<std::string_view> names = {"paediatrics", "occupational therapy"};
  Diagnostics diagnostics;
  EXPECT_EQ(resolve(Name{"occupational therapy", {}}, names, "service", "steps.1", diagnostics), 1U);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_FALSE(resolve(Name{"occupational terapy", {0, 4, 9}}, names, "service", "steps.2", diagnostics));
  const Diagnostic& mistake = diagnostics.all().at(0);
  EXPECT_EQ(in_one_line(mistake),
            "4:9 SEND-301: no service called 'occupational terapy' | did you mean 'occupational therapy'?");
  EXPECT_EQ(mistake.path, "steps.2");
}

}  // namespace
}  // namespace sendcap::scenario
