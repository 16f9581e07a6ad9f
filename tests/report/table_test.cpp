#include "sendcap/report/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "hand_made.hpp"
#include "report/shown_number.hpp"
#include "report/year_ends.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using testing::HandMade;
using ::testing::HasSubstr;
using testing::kNoValue;
using ::testing::Not;

std::string table_of(const HandMade& world) {
  const experiment::Estimates estimates = world.estimates();
  PlanResults plan;
  plan.name = "baseline";
  plan.model = &world.model();
  plan.estimates = &estimates;
  plan.outcome.replications = estimates.replications();
  RunDescription description;
  description.title = world.model().title;
  return table(description, {plan});
}

// A month's end more, so that there are two reporting periods and lists have a beginning and an end.
model::Model two_periods() {
  model::Model model = testing::a_month();
  model.layout.dates[1].milestone = false;
  model.layout.dates[1].ends_period = true;
  return model;
}

TEST(Table, ShowsListsAtTheStartAndAtTheEnd) {
  HandMade world(two_periods());
  const double month = 365.25 / 12;
  const double seen = 12 * 31 / month;  // 12 a month over 31 days
  world.add(MeasureId::waiting, SubjectKind::pathway, "autism",
            {{{1500, 1, 1580, kNoValue}}, {{1500, 1, 1582, kNoValue}}, {{1500, 1, 1584, kNoValue}}});
  world.add(MeasureId::wait_of_waiting_median, SubjectKind::pathway, "autism",
            {{{30, 1, 31, kNoValue}}, {{30, 1, 31, kNoValue}}, {{30, 1, 31, kNoValue}}});
  world.add(MeasureId::waiting_within_18_weeks, SubjectKind::pathway, "autism",
            {{{0.32, 1, 0.29, kNoValue}}, {{0.32, 1, 0.30, kNoValue}}, {{0.32, 1, 0.31, kNoValue}}});
  world.add(MeasureId::seen, SubjectKind::pathway, "autism",
            {{{kNoValue, 1, 1, seen}}, {{kNoValue, 1, 1, seen}}, {{kNoValue, 1, 1, seen}}});
  // t with 2 degrees of freedom is 4.3027; half-widths are 4.3027 · 2 / √3 = 5.0 and 4.3027 · 1% / √3 = 2.5%.
  EXPECT_EQ(table_of(world),
            "A small county\n"
            "2025-01-01 to 2025-02-01; 3 replications, seed 1; in brackets the 95% interval\n"
            "of the mean\n"
            "\n"
            "PATHWAYS, until first contact      at the start                       at the end\n"
            "                                     2025-01-01                       2025-02-01\n"
            "autism\n"
            "  children waiting                        1,500           1,582 (1,577 to 1,587)\n"
            "  median wait so far (weeks)                 30                               31\n"
            "  waiting up to 18 weeks                    32%                 30% (28% to 32%)\n"
            "  seen a month                                                                12\n"
            "\n"
            "So far: of those waiting on the day. Of those seen: their whole waits, over the\n"
            "run. List by those seen: children waiting at the end divided by those seen a\n"
            "month in the run; by all who leave: by those seen or gone unseen. That is\n"
            "arithmetic, no forecast. At the start lists are as the scenario gives them:\n"
            "cases under way with their wait since referral, those that join then with none.\n"
            "Start and end lie in different months, and school years move lists.\n"
            "\n"
            "The interval says how exactly the average of the model's runs is known. What is\n"
            "not known of the figures put into it reaches wider: `sendcap uncertainty` shows\n"
            "how far, and `sendcap sensitivity` which figures matter.\n");
}

// A year and a half: the start, a year before the end, the end. A year of 365.25 days has twelve months.
model::Model a_year_and_a_half() {
  model::Model model = two_periods();
  const double year = 365.25;
  auto& dates = model.layout.dates;
  dates[1].time = 181;
  dates[1].date = "2025-07-01";
  dates[2].time = dates[3].time = 181 + year;
  dates[2].date = "2026-07-01";
  dates[1].ends_period = dates[2].ends_period = true;
  return model;
}

// In the last year 120 joined and the list grew by 60, so that 60 left it, 36 of them seen: 5 and 3 a month.
HandMade list_of_a_year_and_a_half() {
  HandMade world(a_year_and_a_half());
  world.add(MeasureId::waiting, SubjectKind::pathway, "autism", {{{100, 120, 180, kNoValue}}});
  world.add(MeasureId::wait_of_waiting_median, SubjectKind::pathway, "autism", {{{30, 33, 36, kNoValue}}});
  world.add(MeasureId::wait_of_waiting_mean, SubjectKind::pathway, "autism", {{{40, 43, 46, kNoValue}}});
  world.add(MeasureId::wait_of_seen_median, SubjectKind::pathway, "autism", {{{kNoValue, 80, 90, 85}}});
  world.add(MeasureId::wait_of_seen_mean, SubjectKind::pathway, "autism", {{{kNoValue, 70, 80, 75}}});
  world.add(MeasureId::referrals, SubjectKind::pathway, "autism", {{{kNoValue, 50, 120, 170}}});
  world.add(MeasureId::seen, SubjectKind::pathway, "autism", {{{kNoValue, 18, 36, 54}}});
  return world;
}

TEST(Table, PutsTheWaitsOfThoseSeenAndThePaceBesideTheWaitsSoFar) {
  const std::string text = table_of(list_of_a_year_and_a_half());
  EXPECT_THAT(
      text, HasSubstr("  median wait so far (weeks)                 30                               36\n"
                      "    on 2025-07-01                                                             33\n"
                      "  mean wait so far (weeks)                   40                               46\n"));
  EXPECT_THAT(
      text, HasSubstr("  of those seen, median (weeks)                                               85\n"
                      "  of those seen, mean (weeks)                                                 75\n"
                      "  list by those seen (months)                                                 60\n"
                      "  list by all who leave (months)                                              36\n"));
  EXPECT_THAT(text, HasSubstr("those seen a\nmonth in the year from 2025-07-01;"));
}

// With an end in the month of the start, the start itself is of the same season.
TEST(Table, ShowsTheYearBeforeOnlyWhereTheStartIsOfAnotherSeason) {
  HandMade world = list_of_a_year_and_a_half();
  EXPECT_THAT(table_of(world), HasSubstr("    on 2025-07-01 "));
  world.model().layout.dates[0].date = "2024-07-01";
  EXPECT_THAT(table_of(world), Not(HasSubstr("    on 2025-07-01 ")));
  EXPECT_THAT(table_of(world), Not(HasSubstr("different months")));
}

// 20 and 25 million came in and 59 and 61 went out: by the second replication's end 14 and 16 are missing.
TEST(Table, AddsUpTheBalanceOfAFundOverTheRun) {
  model::Model model = a_year_and_a_half();
  model.has_costs = true;
  model.layout.dates[1].ends_financial_year = true;
  model.layout.dates[1].date = "2025-04-01";
  HandMade world(std::move(model));
  const double million = 1e6;
  const auto both = [&](double first, double second, double whole) {
    return std::vector<std::vector<double>>{{0, first * million, second * million, whole * million}};
  };
  for (const char* payer : {"NHS", "council", "high-needs block"})
    world.add(MeasureId::spent, SubjectKind::money, payer, {both(29, 30, 59), both(30, 31, 61)});
  world.add(MeasureId::block_income_in_year, SubjectKind::money, "high-needs block",
            {both(20, 25, kNoValue), both(20, 25, kNoValue)});
  const std::string text = table_of(world);
  // The only difference between replications is 2: a half-width of 12.7062 (t with 1 degree of freedom).
  EXPECT_THAT(
      text, HasSubstr("  balance over the run                                           −15 (−28 to −2)\n"));
  EXPECT_EQ(text.find("balance over the run"), text.rfind("balance over the run")) << "others have no income";
}

TEST(Table, SaysWhenDemandExceedsCapacity) {
  HandMade world(two_periods());
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{5, 5, 9, kNoValue}}, {{5, 5, 9, kNoValue}}});
  world.add(MeasureId::load, SubjectKind::service, "desk",
            {{{kNoValue, 1, 1, 1.25}}, {{kNoValue, 1, 1, 1.25}}});
  EXPECT_THAT(
      table_of(world),
      HasSubstr("  load (demand to capacity)                                                 125%\n"
                "                                         demand exceeds capacity: the list grows\n"));
}

TEST(Table, AnOverloadedTextbookQueueHasNoAverages) {
  for (const double load : {0.8, 1.25}) {
    HandMade world;
    const std::vector<double> some{kNoValue, kNoValue, 3, 3};
    world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{0, 2, 7, kNoValue}}});
    world.add(MeasureId::referrals, SubjectKind::service, "desk", {{some}});
    world.add(MeasureId::seen, SubjectKind::service, "desk", {{some}});
    world.add(MeasureId::wait_of_seen_mean, SubjectKind::service, "desk", {{some}});
    world.add(MeasureId::waiting_average, SubjectKind::service, "desk", {{some}});
    world.add(MeasureId::load, SubjectKind::service, "desk", {{{kNoValue, kNoValue, load, load}}});
    const std::string text = table_of(world);
    if (load < 1) {
      EXPECT_THAT(text, HasSubstr("mean wait of those seen (weeks)"));
      EXPECT_THAT(text, HasSubstr("waiting, average"));
      EXPECT_THAT(text, Not(HasSubstr("the list grows")));
    } else {
      EXPECT_THAT(text, Not(HasSubstr("mean wait")));
      EXPECT_THAT(text, Not(HasSubstr("average")));
      EXPECT_THAT(text, HasSubstr("the list grows"));
      EXPECT_THAT(text, HasSubstr("waiting at the end"));
    }
  }
}

TEST(Table, AnOverloadedQueueThatChildrenLeaveNeedNotGrow) {  // as in Erlang's models A and B
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{6, 6, 5, kNoValue}}, {{5, 6, 6, kNoValue}}});
  world.add(MeasureId::seen, SubjectKind::service, "desk",
            {{{kNoValue, kNoValue, 9, 9}}, {{kNoValue, kNoValue, 9, 9}}});
  world.add(MeasureId::waiting_average, SubjectKind::service, "desk",
            {{{kNoValue, kNoValue, 6, 6}}, {{kNoValue, kNoValue, 6, 6}}});
  world.add(MeasureId::load, SubjectKind::service, "desk",
            {{{kNoValue, kNoValue, 1.25, 1.25}}, {{kNoValue, kNoValue, 1.25, 1.25}}});
  model::Step step;
  step.services[0] = 0;
  step.service_count = 1;
  step.has_patience = true;
  world.model().steps.push_back(step);
  EXPECT_THAT(table_of(world), HasSubstr("demand exceeds capacity: some leave unseen"));
  EXPECT_THAT(table_of(world), HasSubstr("waiting, average"));
}

TEST(Table, ShowsPlacesAndFits80Columns) {
  HandMade world(two_periods());
  const std::string name = "independent special schools in the south of the county and beyond";
  world.model().provision.resize(1);
  world.model().provision[0].name = name;
  world.add(MeasureId::capacity, SubjectKind::provision, name,
            {{{350, 350, 350, kNoValue}}, {{350, 350, 350, kNoValue}}});
  world.add(MeasureId::occupied, SubjectKind::provision, name,
            {{{245, 250, 330, kNoValue}}, {{245, 250, 330, kNoValue}}});
  const std::string text = table_of(world);
  EXPECT_THAT(
      text,
      HasSubstr(name +
                "\n                                        350          245                     330\n"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 80U) << line;
}

// `156` and `155.97 (155.90 to 156.03)` are two numbers, though they fill their columns.
TEST(Table, KeepsPlacesAndChildrenApart) {
  HandMade world(two_periods());
  world.model().provision.resize(1);
  world.model().provision[0].name = "schools";
  std::vector<std::vector<std::vector<double>>> children;
  for (int i = 0; i < 30; ++i) children.push_back({{156, 156, i == 0 ? 155.0 : 156.0, kNoValue}});
  world.add(MeasureId::occupied, SubjectKind::provision, "schools", children);
  // Half-width 2.0452 · 0.1826 / √30 = 0.068.
  EXPECT_THAT(table_of(world), HasSubstr(" 156 155.97 (155.90 to 156.03)\n"));
  std::istringstream lines(table_of(world));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 80U) << line;
}

TEST(Table, ListsOnlyWhatAPlanChanges) {
  HandMade world(two_periods());
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{5, 5, 9, kNoValue}}, {{5, 5, 9, kNoValue}}});
  world.add(MeasureId::waiting, SubjectKind::service, "other desk",
            {{{5, 5, 9, kNoValue}}, {{5, 5, 9, kNoValue}}});
  const experiment::Estimates estimates = world.estimates();
  PlanResults baseline;
  baseline.name = "baseline";
  baseline.model = &world.model();
  baseline.estimates = &estimates;
  PlanResults plan = baseline;
  plan.name = "more staff";
  PairedDifference changed;
  changed.column = &world.model().layout.columns[0];
  changed.date = 2;
  changed.tally.add(-4);
  changed.tally.add(-4);
  PairedDifference same = changed;
  same.column = &world.model().layout.columns[1];
  same.tally = {};
  same.tally.add(0);
  PairedDifference unclear = same;  // -1 and 1: chance may have made it
  unclear.tally = {};
  unclear.tally.add(-1);
  unclear.tally.add(1);
  plan.differences = {changed, same, unclear};
  const std::string text = table({}, {baseline, plan});
  const std::string differences = text.substr(text.find("DIFFERENCE"));
  EXPECT_EQ(differences,
            "DIFFERENCE of more staff to baseline\n"
            "desk (service)\n"
            "  children waiting at the end                                                 −4\n"
            "Unclear, as the interval reaches to both sides of 0: 1 further measure.\n"
            "All else is exactly the same.\n");
}

TEST(Table, ShowsPlansAndPlacesOfTheWorld) {
  model::Model model = two_periods();
  model.plans.emplace();
  model.provision.emplace_back();
  model.provision[0].name = "Hill School";
  HandMade world(std::move(model));
  world.add(MeasureId::plans_held, SubjectKind::plans, "plans",
            {{{6970, 1, 7500, kNoValue}}, {{6970, 1, 7500, kNoValue}}});
  world.add(MeasureId::without_a_place, SubjectKind::plans, "plans",
            {{{186, 1, 150, kNoValue}}, {{186, 1, 150, kNoValue}}});
  world.add(MeasureId::share_in_county, SubjectKind::plans, "plans",
            {{{0.905, 1, 0.9, kNoValue}}, {{0.905, 1, 0.9, kNoValue}}});
  world.add(MeasureId::children_there, SubjectKind::provision_kind, "special school",
            {{{1878, 1, 1900, kNoValue}}, {{1878, 1, 1900, kNoValue}}});
  EXPECT_THAT(
      table_of(world),
      HasSubstr("CHILDREN WITH A PLAN               at the start                       at the end\n"
                "                                     2025-01-01                       2025-02-01\n"
                "  have a plan                             6,970                            7,500\n"
                "  of these without a place                  186                              150\n"
                "  placed in county                        90.5%                              90%\n"
                "\n"
                "CHILDREN BY KIND OF PROVISION      at the start                       at the end\n"
                "                                     2025-01-01                       2025-02-01\n"
                "  special school                          1,878                            1,900\n"));
}

TEST(YearEnds, FindTheSameDayOfTheYearBefore) {
  model::Model model = a_year_and_a_half();
  EXPECT_EQ(year_before_end(model.layout), 1U);
  EXPECT_FALSE(in_one_month(model.layout));
  model.layout.dates[1].date = "2025-07-02";
  EXPECT_EQ(year_before_end(model.layout), std::nullopt);
  model.layout.dates[0].date = "2025-07-01";
  EXPECT_EQ(year_before_end(model.layout), 0U);
  EXPECT_TRUE(in_one_month(model.layout));
}

// A county's financial year ends on 1 April: from October 2024 to June 2025 there are two.
TEST(YearEnds, NameWhatOfAYearLiesInTheRun) {
  model::MeasureLayout layout;
  const auto add = [&](const char* date, bool ends_calendar_year, bool ends_financial_year) {
    model::ReportDate one;
    one.date = date;
    one.ends_period = !layout.dates.empty();
    one.ends_calendar_year = ends_calendar_year;
    one.ends_financial_year = ends_financial_year;
    layout.dates.push_back(one);
  };
  add("2024-10-01", false, false);
  add("2025-01-01", true, false);
  add("2025-04-01", false, true);
  add("2025-07-01", false, false);
  add("", false, false);
  std::string labels;
  for (const YearEnd& year : calendar_years(layout)) labels += year.label + "; ";
  for (const YearEnd& year : financial_years(layout)) labels += year.label + "; ";
  EXPECT_EQ(labels,
            "2024 from 2024-10-01; 2025 to 2025-07-01; 2024/25 from 2024-10-01; 2025/26 to 2025-07-01; ");
}

TEST(Table, TellsTheChanceThatATargetIsMet) {
  HandMade world(two_periods());
  std::vector<std::vector<std::vector<double>>> shares;  // 15 of 20 replications reach nine tenths
  for (int i = 0; i < 20; ++i) shares.push_back({{kNoValue, kNoValue, i < 15 ? 0.95 : 0.85, kNoValue}});
  world.add(MeasureId::waiting_within_18_weeks, SubjectKind::pathway, "physiotherapy", shares);
  experiment::TargetCell target;
  target.name = "physiotherapy within 18 weeks";
  target.date = 2;
  target.cell = 2;
  target.at_least = 0.92;
  experiment::TargetRecord record({target});
  for (const model::Measures& one : world.replications()) record.add(one);
  const experiment::Estimates estimates = world.estimates();
  PlanResults plan;
  plan.model = &world.model();
  plan.estimates = &estimates;
  plan.targets = &record;
  // Wilson's interval of 15 in 20: 53.1% to 88.8% (Newcombe 1998).
  EXPECT_THAT(table({}, {plan}),
              HasSubstr("TARGETS                                                    chance that it is met\n"
                        "physiotherapy within 18 weeks                                   75% (53% to 89%)\n"
                        "  2025-02-01: at least 92% wanted; expected 92% (90% to 95%)\n"));
}

}  // namespace
}  // namespace sendcap::report
