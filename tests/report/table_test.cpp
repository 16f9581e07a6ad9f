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
            "  seen a month                                                                12\n");
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
