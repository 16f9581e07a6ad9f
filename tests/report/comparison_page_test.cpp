// The report of a comparison as one page.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "hand_paged.hpp"

namespace sendcap::report {
namespace {

using nlohmann::json;
using testing::comparison_of_one_plan;
using testing::interval;
using testing::page_of;
using testing::says;

TEST(ReportPage, TellsWhatEachPlanChanges) {
  const std::string page = page_of("comparison.json", comparison_of_one_plan());
  EXPECT_TRUE(says(page, "<li>The list falls by 12.</li>"));
  EXPECT_TRUE(
      says(page, "The largest of these changes is that of “more staff”: desk, waiting −12 (−15 to −9)</h3>"));
  EXPECT_TRUE(says(page, "<td class=\"number\">−12 (−15 to −9)</td>"));
}

TEST(ReportPage, DrawsTheListsOfEachPlanOverTime) {
  const std::string page = page_of("comparison.json", comparison_of_one_plan());
  EXPECT_TRUE(says(page, "28 wait for desk on 1 July 2026 with “more staff”, 40 as things stand</h3>"));
  EXPECT_TRUE(
      says(page,
           "Those waiting for desk on 1 July 2026 have waited 21 weeks with “more staff”, 25 as things "
           "stand</h3>"));
}

TEST(ReportPage, PutsWhatAPlanCostsBesideWhatItBrings) {
  const std::string page = page_of("comparison.json", comparison_of_one_plan());
  EXPECT_TRUE(says(
      page,
      "“more staff” takes most off a list for its cost: 12 fewer wait for desk, for £0.6 million more</h3>"));
  EXPECT_TRUE(says(page, "<td class=\"number\">£50,000 (£40,000 to £60,000)</td>"));
}

// 7 fewer of 20.
TEST(ReportPage, SaysWhoGainsAndWhoLosesMost) {
  json document = comparison_of_one_plan();
  std::string page = page_of("comparison.json", document);
  EXPECT_TRUE(says(page,
                   "more staff: no group clearly loses; most is gained by north, in the list for desk "
                   "(−35%)</h3>"));
  EXPECT_TRUE(says(page,
                   "<td>north</td><td>gains</td><td class=\"number\">20 children</td>"
                   "<td class=\"number\">−7 (−9 to −5)</td><td class=\"number\">−35%</td>"));
  json south = interval(3, 2, 4);
  south.update({{"group", "south"}, {"gains", false}, {"as_it_stands", 10}, {"share", 0.3}});
  document["plans"][1]["gains_and_losses"][0]["groups"].push_back(south);
  page = page_of("comparison.json", document);
  EXPECT_TRUE(
      says(page, "more staff: most is lost by south, in the list for desk (+30%); most is gained by"));
}

// Nine panels of which nobody loses are too many; those in which somebody loses are all there.
TEST(ReportPage, DrawsEveryLoser) {
  json document = comparison_of_one_plan();
  json gains = document["plans"][1]["gains_and_losses"][0];
  json losses = gains;
  losses["groups"][0]["gains"] = false;
  document["plans"][1]["gains_and_losses"] = json::array();
  for (int i = 0; i < 10; ++i) {
    losses["dimension"] = "lost " + std::to_string(i);
    document["plans"][1]["gains_and_losses"].push_back(losses);
  }
  gains["dimension"] = "gained";
  document["plans"][1]["gains_and_losses"].push_back(gains);
  const std::string page = page_of("comparison.json", document);
  EXPECT_TRUE(says(page, "|by lost 9\""));
  EXPECT_FALSE(says(page, "|by gained\""));
  EXPECT_TRUE(says(page, "<td>gained</td>"));
}

TEST(ReportPage, SaysWhetherGapsBetweenGroupsShrink) {
  json document = comparison_of_one_plan();
  json before = interval(84, 80, 88);
  before.update({{"highest", "16 to 18"}, {"lowest", "0 to 4"}});
  json after = interval(42, 40, 44);
  after.update({{"highest", "16 to 18"}, {"lowest", "0 to 4"}});
  document["plans"][1]["widest_gaps"] = {{{"of", "the wait for desk (weeks), on 2026-07-01"},
                                          {"dimension", "age"},
                                          {"unit", "weeks"},
                                          {"as_it_stands", before},
                                          {"with_plan", after},
                                          {"difference", interval(-42, -46, -38)},
                                          {"words", "shrinks"}}};
  const std::string page = page_of("comparison.json", document);
  EXPECT_TRUE(says(page,
                   "<td>84 (80 to 88) weeks: 16 to 18 above 0 to 4</td><td>42 (40 to 44) weeks: 16 to 18 "
                   "above 0 to 4</td><td>shrinks, −42 (−46 to −38)</td>"));
}

// A list that is shorter only as its children wait further on is no bargain.
TEST(ReportPage, SaysBesideAGainWhatWaitsFurtherOn) {
  json document = comparison_of_one_plan();
  document["plans"][1]["moved_on"] = {
      {{"list", "desk"}, {"words", "but 15 more then wait for “second desk”: 3 more in all"}}};
  const std::string page = page_of("comparison.json", document);
  const std::string but = ", but 15 more then wait for “second desk”: 3 more in all";
  EXPECT_TRUE(
      says(page, "28 wait for desk on 1 July 2026 with “more staff”, 40 as things stand" + but + "</h3>"));
  EXPECT_TRUE(says(page, "desk, waiting −12 (−15 to −9)" + but + "</h3>"));
  EXPECT_TRUE(says(page, "<td>−12 (−15 to −9), clear" + but + "</td><td class=\"number\">–</td>"));
  EXPECT_FALSE(says(page, "takes most off a list for its cost"));
  EXPECT_FALSE(says(page, "£50,000 (£40,000 to £60,000)"));
}

TEST(ReportPage, TellsOfEachTargetWhatIsWantedAndWhatIsExpected) {
  json document = comparison_of_one_plan();
  for (json& plan : document["plans"])
    plan["targets"] = {{{"target", "in time"},
                        {"unit", "share"},
                        {"at_least", 0.6},
                        {"at_most", nullptr},
                        {"value", interval(0.86, 0.85, 0.87)},
                        {"chance", interval(1, 0.84, 1)}}};
  const std::string page = page_of("comparison.json", document);
  EXPECT_TRUE(says(page, "<th scope=\"col\">Target: in time (at least 60% wanted)</th>"));
  EXPECT_TRUE(says(page, "<td>86% (85% to 87%) expected; met in 100% (84% to 100%) of runs</td>"));
}

TEST(ReportPage, TellsDeadlinesYearByYearPlanByPlan) {
  json document = comparison_of_one_plan();
  document["calendar_years"] = {{{"date", "2027-01-01"}, {"year", "2026"}},
                                {{"date", "2027-07-01"}, {"year", "2027 to 2027-07-01"}}};
  const auto add = [&](const char* measure, const char* date, const json& before, const json& with) {
    json change = interval(with["mean"].get<double>() - before["mean"].get<double>(), 0.1, 0.2);
    change["verdict"] = "clear";
    document["outcomes"].push_back({{"measure", measure},
                                    {"service", "help: final plan"},
                                    {"kind", "clock"},
                                    {"unit", "share"},
                                    {"date", date},
                                    {"values", {before, with}},
                                    {"differences", {change}}});
  };
  const char* share = "done in time without exceptions, share, calendar year so far";
  add(share, "2027-01-01", interval(0.25, 0.2, 0.3), interval(0.9, 0.8, 1));
  add(share, "2027-07-01", interval(0.1, 0, 0.2), interval(0.3, 0.2, 0.4));
  add("overdue", "2027-01-01", interval(70, 60, 80), interval(20, 10, 30));
  const std::string page = page_of("comparison.json", document);
  EXPECT_TRUE(says(page,
                   "in 2026 with “more staff”, 25% as things stand, of “help: final plan”; in 2027 to "
                   "2027-07-01, 30% and 10%</h3>"));
  EXPECT_TRUE(says(page,
                   "<td>2026</td><td>more staff</td><td class=\"number\">90% (80% to 100%)</td>"
                   "<td class=\"number\">20 (10 to 30)</td>"));
}

// Of three clear findings two can be opened; what is unclear follows in any case.
TEST(ReportPage, TellsFirstWhatWeighsMost) {
  json document = comparison_of_one_plan();
  document["plans"][1]["findings"] = {"First.", "Second.", "Third.", "Unclear: a list."};
  document["plans"][1]["findings_told_first"] = 1;
  document["plans"][1]["findings_of_the_rest"] = 1;
  const std::string page = page_of("comparison.json", document);
  EXPECT_TRUE(
      says(page, "<summary>And 2 more clear changes</summary>\n<ul class=\"findings\">\n<li>Second.</li>"));
  EXPECT_TRUE(says(page, "</details>\n<ul class=\"findings\">\n<li>Unclear: a list.</li>"));
}

}  // namespace
}  // namespace sendcap::report
