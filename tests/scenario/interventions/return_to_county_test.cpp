// Children in independent schools for whom a place in the county is asked, and fees of those schools.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_county.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::string kReturn =
    "  - {kind: return children to the county, share: 20%, when: {age: 11 to 15}, from: 2025-09-01}\n";

TEST(ReturnToCounty, asks_for_a_share_of_them_at_the_transfer) {
  const Applied plan = in_the_county(kReturn);
  EXPECT_EQ(plan.said, "");
  const auto& asked = plan.changed.placement.transfer->asked;
  ASSERT_THAT(asked, SizeIs(2)) << "after what is asked for others";
  EXPECT_THAT(asked[1].from, ElementsAre(ProvisionKind::independent_special_school));
  EXPECT_EQ(asked[1].when.age->first.value, 11);
  EXPECT_EQ(on(asked[1].share, kSeptember2025 - 1).value, 0);
  EXPECT_EQ(on(asked[1].share, kSeptember2025).value, 0.2);
  const Pathway& pathway = *plan.changed.pathways.find(asked[1].enters.text);
  EXPECT_THAT(
      pathway.steps.back().place_request->kinds,
      ElementsAre(ProvisionKind::autism_base, ProvisionKind::sen_unit, ProvisionKind::special_school));
}

TEST(ReturnToCounty, is_not_ended_by_what_ends_a_wait_for_a_first_place) {
  const Applied plan = in_the_county(kReturn);
  EXPECT_THAT(plan.changed.while_waiting.find("independent school agreed")->when.without_flag,
              ElementsAre(Name{"asked to return", {}}));
  EXPECT_TRUE(plan.changed.while_waiting.find("plan asked for")->when.without_flag.empty());
}

TEST(ReturnToCounty, makes_new_independent_placements_rarer) {
  const Applied plan = in_the_county(R"(
  - kind: return children to the county
    share: 20%
    while waiting: [independent school agreed]
    fall by: {is: 25%, range: [0%, 50%]}
    from: 2025-09-01
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_NEAR(
      on(plan.changed.while_waiting.find("independent school agreed")->rate, kSeptember2025).per_day * 365.25,
      0.3, 1e-12);
}

TEST(ReturnToCounty, adds_up_with_another_about_the_same_children_and_stands_beside_one_about_others) {
  const Applied twice = in_the_county(kReturn + kReturn);
  EXPECT_EQ(twice.said, "");
  ASSERT_THAT(twice.changed.placement.transfer->asked, SizeIs(2));
  EXPECT_EQ(on(twice.changed.placement.transfer->asked[1].share, kSeptember2025).value, 0.4);
  const Applied beside = in_the_county(
      kReturn + "  - {kind: return children to the county, share: 50%, when: {age: 16}, from: 2025-09-01}\n");
  EXPECT_EQ(beside.said, "");
  EXPECT_THAT(beside.changed.placement.transfer->asked, SizeIs(3));
  EXPECT_THAT(beside.changed.children.flags, SizeIs(4)) << "one flag for both";
}

TEST(ReturnToCounty, says_what_can_not_be_done) {
  EXPECT_THAT(
      in_the_county(kReturn + "  - {kind: return children to the county, share: 50%, when: {age: 15 to 16}, "
                              "from: 2025-09-01}\n")
          .said,
      HasSubstr("there is a rule already"));
  EXPECT_THAT(in_the_county("  - {kind: return children to the county, share: 60%, from: 2025-09-01}\n"
                            "  - {kind: return children to the county, share: 60%, from: 2026-01-01}\n")
                  .said,
              HasSubstr("more than all of these children"));
}

TEST(ChangeFees, changes_what_a_child_costs_from_a_date_on) {
  const Applied plan = in_the_county(
      "  - {kind: change fees, provision: independent schools, by: -5%, from: 2025-09-01, until: "
      "2026-09-01}\n");
  EXPECT_EQ(plan.said, "");
  const Value<Money>& fee = plan.changed.provision.find("independent schools")->cost.per_child;
  EXPECT_EQ(on(fee, kSeptember2025 - 1).pounds, 60000);
  EXPECT_DOUBLE_EQ(on(fee, kSeptember2025).pounds, 57000);
  EXPECT_EQ(on(fee, kSeptember2026).pounds, 60000);
  EXPECT_THAT(
      in_the_county("  - {kind: change fees, provision: independent school, by: -5%, from: 2025-09-01}\n")
          .said,
      HasSubstr("did you mean 'independent schools'?"));
}

}  // namespace
}  // namespace sendcap::scenario
