// What opens: bases, schools, units, and more places at those that there are.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_county.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

// Days since 1970-01-01 of 1 September 2027 and 1 November 2026.
constexpr int kSeptember2027 = 21062;
constexpr int kNovember2026 = 20758;

double places_on(const Scenario& scenario, const std::string& name, int day) {
  return on(*scenario.provision.find(name)->places, day).value;
}

TEST(OpenASpecialSchool, fills_over_years_and_is_paid_for_when_it_opens) {
  const Applied plan = in_the_county(R"(
  - kind: open a special school
    school: new school
    district: Worcester
    ages: 5 to 18
    flags: [autistic]
    tranches: [{opens: 2025-09-01, places: 24}, {opens: 2026-09-01, places: 28}]
    capital: £20m
    cost: {per place: "£10,000", per child: "£14,000"}
)");
  EXPECT_EQ(plan.said, "");
  const Provision& school = *plan.changed.provision.find("new school");
  EXPECT_EQ(school.kind, ProvisionKind::special_school);
  EXPECT_EQ(school.district->text, "Worcester");
  EXPECT_EQ(places_on(plan.changed, "new school", kSeptember2025 - 1), 0);
  EXPECT_EQ(places_on(plan.changed, "new school", kSeptember2025), 24);
  EXPECT_EQ(places_on(plan.changed, "new school", kSeptember2026), 52);
  const OneOff& capital = spent_once(plan.changed, "new school: capital");
  EXPECT_EQ(capital.on.days_since_1970, kSeptember2025);
  EXPECT_EQ(capital.amount.is.pounds, 20e6);
  EXPECT_EQ(capital.paid_by, Payer::council);
}

// A slip of whole years must not lose the September for which places are given ahead: two years are 730.5
// days.
TEST(OpenASpecialSchool, slips_to_the_same_day_two_years_later) {
  const Applied plan = in_the_county(R"(
  - kind: open a special school
    school: new school
    district: Worcester
    ages: 5 to 18
    slips by: {is: 2 years, range: [0 years, 2 years], source: "opening moved from 2027 to 2029", quality: sourced}
    tranches: [{opens: 2025-09-01, places: 24}]
    capital: £20m
)");
  EXPECT_THAT(plan.said,
              ::testing::HasSubstr("the first places of 'new school' open after the end of the run"));
  EXPECT_EQ(places_on(plan.changed, "new school", kSeptember2027 - 1), 0);
  EXPECT_EQ(places_on(plan.changed, "new school", kSeptember2027), 24);
  EXPECT_EQ(spent_once(plan.changed, "new school: capital").on.days_since_1970, kSeptember2027);
}

TEST(OpenAnAutismBase, moves_every_tranche_when_it_slips) {
  const Applied plan = in_the_county(R"(
  - kind: open an autism base
    base: new base
    district: Redditch
    slips by: 14 months
    tranches: [{opens: 2025-09-01, places: 4}, {opens: 2025-10-01, places: 2}]
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(places_on(plan.changed, "new base", kNovember2026 - 1), 0)
      << "fourteen months after September 2025";
  EXPECT_EQ(places_on(plan.changed, "new base", kNovember2026), 4);
  EXPECT_EQ(places_on(plan.changed, "new base", kNovember2026 + 30), 6) << "1 December";
  EXPECT_TRUE(plan.changed.money.one_off.empty()) << "no capital was given";
}

TEST(OpenAnAutismBase, may_draw_further_requests_from_those_it_is_for) {
  const Applied plan = in_the_county(R"(
  - kind: open an autism base
    base: new base
    district: Redditch
    ages: 4 to 10
    flags: [autistic]
    tranches: [{opens: 2025-09-01, places: 8}]
    further requests: {of: [place asked], rise by: {is: 20%, range: [0%, 40%]}}
)");
  EXPECT_EQ(plan.said, "");
  const WhileWaiting& asked = *plan.changed.while_waiting.find("place asked");
  ASSERT_THAT(asked.factors, SizeIs(1));
  EXPECT_EQ(asked.factors[0].when.district.at(0).text, "Redditch");
  EXPECT_EQ(asked.factors[0].when.flag.at(0).text, "autistic");
  EXPECT_EQ(asked.factors[0].when.age->last.value, 10);
  EXPECT_EQ(on(asked.factors[0].times, kSeptember2025 - 1).value, 1);
  EXPECT_EQ(on(asked.factors[0].times, kSeptember2025).value, 1.2);
}

TEST(OpenAnInclusionBase, is_a_SEN_unit) {
  const Applied plan = in_the_county(R"(
  - kind: open an inclusion base
    base: new base
    district: Redditch
    needs: [other]
    tranches: [{opens: 2025-09-01, places: 10}]
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(plan.changed.provision.find("new base")->kind, ProvisionKind::sen_unit);
  EXPECT_EQ(plan.changed.provision.find("new base")->needs.at(0).text, "other");
}

TEST(OpenAUnitOfASchool, takes_designation_and_cost_from_it_and_has_its_own_place_and_ages) {
  const Applied plan = in_the_county(R"(
  - kind: open a unit of a school
    unit: sixth form
    of: Redditch school
    district: Worcester
    ages: 16 to 18
    tranches: [{opens: 2025-09-01, places: 12}]
)");
  EXPECT_EQ(plan.said, "");
  const Provision& unit = *plan.changed.provision.find("sixth form");
  EXPECT_EQ(unit.kind, ProvisionKind::special_school);
  EXPECT_EQ(unit.district->text, "Worcester");
  EXPECT_EQ(unit.ages->first.value, 16);
  EXPECT_EQ(unit.needs.at(0).text, "autism");
  EXPECT_EQ(unit.cost.per_child.is.pounds, 14000);
  EXPECT_EQ(unit.cost.per_place.is.pounds, 10000);
  EXPECT_EQ(unit.afterwards.at(0).to->text, "mainstream schools");
  EXPECT_EQ(places_on(plan.changed, "Redditch school", kSeptember2025), 100) << "the school is as it was";
}

TEST(ExpandASchool, adds_to_whatever_places_there_are_then) {
  const Applied plan = in_the_county(R"(
  - kind: expand a school
    school: Redditch school
    tranches: [{opens: 2025-09-01, places: 12}, {opens: 2026-09-01, places: 24}]
    capital: £2m
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(places_on(plan.changed, "Redditch school", kSeptember2025 - 1), 100);
  EXPECT_EQ(places_on(plan.changed, "Redditch school", kSeptember2025), 112);
  EXPECT_EQ(places_on(plan.changed, "Redditch school", kJanuary2026), 122) << "ten more were planned already";
  EXPECT_EQ(places_on(plan.changed, "Redditch school", kSeptember2026), 146);
  EXPECT_EQ(spent_once(plan.changed, "Redditch school: capital").on.days_since_1970, kSeptember2025);
}

TEST(ExpandASchool, adds_to_the_group_named) {
  const Applied plan = in_the_county(R"(
  - {kind: expand a school, school: Worcester base, group: secondary, tranches: {opens: 2025-09-01, places: 5}}
)");
  EXPECT_EQ(plan.said, "");
  const Provision& base = *plan.changed.provision.find("Worcester base");
  EXPECT_EQ(on(base.groups.find("secondary")->places, kSeptember2025).value, 15);
  EXPECT_EQ(on(base.groups.find("primary")->places, kSeptember2025).value, 8);
  EXPECT_THAT(
      in_the_county("  - {kind: expand a school, school: Worcester base, tranches: {opens: 2025-09-01, "
                    "places: 5}}\n")
          .said,
      HasSubstr("say which: `group: primary` or `group: secondary`"));
}

TEST(Openings, compose_a_base_that_the_plan_itself_opens_is_expanded) {
  const std::string open = R"(
  - {kind: open an autism base, base: new base, district: Redditch, tranches: {opens: 2025-09-01, places: 4}}
)";
  const std::string expand = R"(
  - {kind: expand a school, school: new base, tranches: {opens: 2026-01-01, places: 4}}
)";
  const Applied plan = in_the_county(open + expand);
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(places_on(plan.changed, "new base", kSeptember2025), 4);
  EXPECT_EQ(places_on(plan.changed, "new base", kJanuary2026), 8);
  EXPECT_THAT(in_the_county(expand + open).said, HasSubstr("no provision called 'new base'"))
      << "what is expanded must have been opened before";
}

TEST(Openings, say_what_can_not_be_done) {
  EXPECT_THAT(in_the_county("  - {kind: open a special school, school: Redditch school, district: Redditch, "
                            "tranches: {opens: 2025-09-01, places: 4}}\n")
                  .said,
              HasSubstr("there is a provision called 'Redditch school' already"));
  EXPECT_THAT(in_the_county("  - {kind: open a special school, school: new, district: Reditch, "
                            "tranches: {opens: 2025-09-01, places: 4}}\n")
                  .said,
              HasSubstr("did you mean 'Redditch'?"));
  EXPECT_THAT(in_the_county("  - {kind: open a unit of a school, unit: new, of: Reddich school, "
                            "tranches: {opens: 2025-09-01, places: 4}}\n")
                  .said,
              HasSubstr("did you mean 'Redditch school'?"));
  EXPECT_THAT(
      in_the_county("  - {kind: expand a school, school: Redditch school, tranches: [{opens: 2026-09-01, "
                    "places: 4}, {opens: 2025-09-01, places: 4}]}\n")
          .said,
      HasSubstr("not in order of date"));
}

}  // namespace
}  // namespace sendcap::scenario
