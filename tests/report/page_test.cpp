// The report as one page: what it says, what it leaves out, and that nothing in a scenario can break it.

#include "sendcap/report/page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>

#include "hand_paged.hpp"

namespace sendcap::report {
namespace {

using nlohmann::json;
using testing::asked_for;
using testing::comparison_of_one_plan;
using testing::interval;
using testing::page_of;
using testing::run_of_two_lists;
using testing::says;
using testing::series;

TEST(ReportPage, OpensWithFindingsThatHaveTheirNumbers) {
  const std::string page = page_of("summary.json", run_of_two_lists());
  EXPECT_TRUE(says(page,
                   "On 1 July 2026, 40 (35 to 45) children wait for desk, the longest list; 10 did at "
                   "the start."));
  EXPECT_TRUE(
      says(page, "One in ten of those waiting for desk has waited 61 (56 to 66) weeks or longer so far."));
  EXPECT_TRUE(says(page, "12 (7 to 17) children with a plan have no place on 1 July 2026."));
  EXPECT_TRUE(says(page,
                   "More likely missed than met: nobody waits, on 1 July 2026; at most 0 children wanted, "
                   "40 (35 to 45) children expected, chance that it is met 25% (10% to 50%)."));
  EXPECT_TRUE(says(page,
                   "More likely missed than met, as things stand: nobody waits; 0 of 1 targets are more "
                   "likely met than not</h3>"));
  EXPECT_TRUE(says(page, "<td>at most 0 children</td><td class=\"number\">40 (35 to 45) children</td>"));
  EXPECT_LT(page.find("What the run shows"), page.find("Lists and waits"));
}

// 15 of the 60 children on both lists.
TEST(ReportPage, StatesTheFindingOfEachPictureAndHasItsNumbersBehindIt) {
  const std::string page = page_of("summary.json", run_of_two_lists());
  EXPECT_TRUE(says(page, "40 children wait for desk on 1 July 2026, up from 10 at the start</h3>"));
  EXPECT_TRUE(
      says(page, "Those waiting for desk have waited 25 weeks so far, on average, on 1 July 2026</h3>"));
  EXPECT_TRUE(says(page, "25% of those on these lists have waited over a year</h3>"));
  EXPECT_TRUE(
      says(page, "<th scope=\"row\">north</th><td>baseline</td><td class=\"number\">9 (4 to 14)</td>"));
}

TEST(ReportPage, TellsPlansAndDeadlinesYearByYear) {
  json document = run_of_two_lists();
  json& plan = document["plans"][0];
  plan["dates"][1]["ends_calendar_year"] = "2026 to 2026-07-01";
  plan["estimates"].push_back(
      series("plans", "new plans, calendar year so far", "plans", 0, 700, "all", "plans"));
  plan["estimates"].push_back(series("plans", "plans held", "plans", 6970, 7577));
  json share = series("clock", "done in time without exceptions, share, calendar year so far", "final plan",
                      0, 0.5, "all", "share");
  share["low"][1] = 0.4;
  share["high"][1] = 0.6;
  plan["estimates"].push_back(share);
  const std::string page = page_of("summary.json", document);
  EXPECT_TRUE(
      says(page, "50% are done in time in 2026 to 2026-07-01, of “final plan”, the furthest behind</h3>"));
  EXPECT_TRUE(
      says(page, "700 new plans are made in 2026 to 2026-07-01; 7,577 children have one at its end</h3>"));
}

// Two years that lie in the run only in part, and between them a full one.
json run_with_a_fund(double in_full_year, double over_the_run) {
  json document = run_of_two_lists();
  json& plan = document["plans"][0];
  plan["dates"] = json::array();
  for (const auto& [date, year] :
       {std::pair{"2025-01-01", ""}, std::pair{"2025-04-01", "2024/25 from 2025-01-01"},
        std::pair{"2026-04-01", "2025/26"}, std::pair{"2026-07-01", "2026/27 to 2026-07-01"}}) {
    plan["dates"].push_back({{"date", date}, {"whole_run", false}});
    if (*year != '\0') plan["dates"].back()["ends_financial_year"] = year;
  }
  json balance = series("money", "balance, financial year so far", "high-needs block", 0, 0, "all", "pounds");
  balance["dates"] = {"2025-04-01", "2026-04-01", "2026-07-01"};
  balance["mean"] = {-1e7, in_full_year, -2e7};
  balance["low"] = {-1.1e7, in_full_year - 1e6, -2.1e7};
  balance["high"] = {-0.9e7, in_full_year + 1e6, -1.9e7};
  plan["estimates"].push_back(balance);
  plan["balances"] = {{{"service", "high-needs block"},
                       {"mean", over_the_run},
                       {"low", over_the_run - 2e6},
                       {"high", over_the_run + 2e6}}};
  return document;
}

TEST(ReportPage, TellsTheBalanceOfTheLastFullYearAndOfTheRun) {
  const std::string page = page_of("summary.json", run_with_a_fund(-6e7, -9e7));
  EXPECT_TRUE(says(page,
                   "The high-needs block spends £60 million more than its income in 2025/26, and £90 million "
                   "more from 1 January 2025 to 1 July 2026</h3>"));
  EXPECT_TRUE(
      says(page,
           "<li>The high-needs block spends £60 million (59 to 61) more than its income in 2025/26, and "
           "£90 million (88 to 92) more from 1 January 2025 to 1 July 2026."));
  EXPECT_TRUE(
      says(page,
           "<th scope=\"row\">2026/27 to 2026-07-01</th><td>high-needs block</td><td>baseline</td><td "
           "class=\"number\">−£20.0m (−£21.0m to −£19.0m)</td>"));
}

TEST(ReportPage, FindsNoDeficitWhereMoneyIsLeft) {
  const std::string page = page_of("summary.json", run_with_a_fund(5e7, 2e7));
  EXPECT_TRUE(says(page,
                   "The high-needs block is left with £50 million in 2025/26, and £20 million from 1 January "
                   "2025 to 1 July 2026</h3>"));
  EXPECT_FALSE(says(page, "<li>The high-needs block"));
}

// 40 wait; of the 24 who go in a month 8 are seen.
json run_with_waits_of_those_seen() {
  json document = run_of_two_lists();
  json& plan = document["plans"][0];
  plan["estimates"].push_back(
      series("pathway", "wait of those waiting, median", "desk", 2, 20, "all", "weeks"));
  for (const auto& [measure, weeks] :
       {std::pair{"wait of those seen, mean", 90.0}, std::pair{"wait of those seen, median", 80.0}}) {
    json seen = series("pathway", measure, "desk", 1, weeks, "all", "weeks");
    seen["dates"] = {"2026-07-01", "whole run"};
    plan["estimates"].push_back(seen);
  }
  plan["paces"] = {{{"service", "desk"},
                    {"kind", "pathway"},
                    {"since", "2026-01-01"},
                    {"seen_a_month", 8},
                    {"leaving_a_month", 24},
                    {"months_by_seen", 5},
                    {"months_by_leaving", 40.0 / 24}}};
  return document;
}

TEST(ReportPage, PutsTheWaitsOfThoseSeenBesideTheWaitsSoFar) {
  const std::string page = page_of("summary.json", run_with_waits_of_those_seen());
  EXPECT_TRUE(
      says(page,
           "<li>Those seen for desk in the run had waited 90 (85 to 95) weeks on average (median 80); "
           "those waiting have waited 25 (20 to 30) so far (median 20)."));
  EXPECT_TRUE(says(page,
                   "<th scope=\"row\">desk</th><td>baseline</td><td class=\"number\">25 (20 to 30)</td><td "
                   "class=\"number\">90 (85 to 95)</td><td class=\"number\">20 (15 to 25)</td><td "
                   "class=\"number\">80 (75 to 85)</td>"));
}

TEST(ReportPage, SaysWhatTheListComesToAtThePaceOfLate) {
  const std::string page = page_of("summary.json", run_with_waits_of_those_seen());
  EXPECT_TRUE(
      says(page,
           "<li>At the pace of the run, 8.0 seen a month, the list for desk would take 5.0 months; with "
           "those who leave it unseen, 1.7. That is a division and no forecast."));
}

// Every picture has a heading, also where nobody was seen.
TEST(ReportPage, HeadsTheWaitsWhereNobodyWasSeen) {
  json document = run_of_two_lists();
  document["plans"][0]["paces"] = run_with_waits_of_those_seen()["plans"][0]["paces"];
  document["plans"][0]["paces"][0]["months_by_seen"] = nullptr;
  const std::string page = page_of("summary.json", document);
  EXPECT_TRUE(says(page, "How long those on each list have waited so far</h3>"));
  EXPECT_TRUE(says(page, "Nobody is seen from these lists</h3>"));
  EXPECT_FALSE(says(page, "<li>At the pace of"));
}

// 90 weeks are not half as long again as 70.
TEST(ReportPage, FindsNothingInWaitsThatDifferLittle) {
  json document = run_with_waits_of_those_seen();
  for (json& one : document["plans"][0]["estimates"])
    if (one["measure"] == "wait of those waiting, mean") one["mean"][1] = 70;
  EXPECT_FALSE(says(page_of("summary.json", document), "<li>Those seen for desk"));
}

TEST(ReportPage, ShowsWhichGroupsAreUnequalBeyondChance) {
  json document = run_of_two_lists();
  EXPECT_FALSE(says(page_of("summary.json", document), "Unequal at the end"));
  const auto gap = [](const char* between, double lowest, double highest) {
    return json{
        {"measure", "wait of those waiting, median"},
        {"service", "desk"},
        {"kind", "pathway"},
        {"unit", "weeks"},
        {"date", "2026-07-01"},
        {"between", between},
        {"lowest_group", std::string(between) + ": a"},
        {"lowest", {{"mean", lowest}, {"low", lowest - 1}, {"high", lowest + 1}}},
        {"highest_group", std::string(between) + ": b"},
        {"highest", {{"mean", highest}, {"low", highest - 1}, {"high", highest + 1}}},
        {"gap", {{"mean", highest - lowest}, {"low", highest - lowest - 2}, {"high", highest - lowest + 2}}}};
  };
  document["plans"][0]["unequal"] = {gap("need", 20, 30), gap("age", 10, 74)};
  const std::string page = page_of("summary.json", document);
  EXPECT_TRUE(
      says(page, "The median wait so far for desk, by age, is 10 weeks of “a” and 74 weeks of “b”</h3>"));
  EXPECT_TRUE(
      says(page, "chance does not explain: the median wait so far for desk, by age, is 10 weeks of “a” "));
  EXPECT_TRUE(says(page,
                   "<th scope=\"row\">desk, by need</th><td>baseline</td><td>20 weeks: a</td><td>30 weeks: "
                   "b</td><td class=\"number\">10 (8 to 12) weeks</td>"));
}

TEST(ReportPage, FindsForEachPlanOfARun) {
  json document = run_of_two_lists();
  json plan = document["plans"][0];
  plan["plan"] = "more staff";
  plan["targets"][0].update({{"chance", 0.9}, {"chance_low", 0.8}, {"chance_high", 0.95}});
  document["plans"].push_back(plan);
  const std::string page = page_of("summary.json", document);
  const std::size_t stands = page.find("<h3>As things stand</h3>");
  const std::size_t with = page.find("<h3>With “more staff”</h3>");
  ASSERT_LT(stands, with);
  EXPECT_LT(page.find("<li>More likely missed than met: nobody waits", stands), with);
  EXPECT_NE(page.find("<li>More likely met than missed: nobody waits", with), std::string::npos);
}

// Not what the figures put in are worth: that is for other commands.
TEST(ReportPage, SaysBesideTheFindingsWhatIntervalsLeaveOut) {
  const std::string page = page_of("summary.json", run_of_two_lists());
  EXPECT_TRUE(
      says(page, "</ul>\n<p>The interval says how exactly the average of the model's runs is known."));
  EXPECT_TRUE(says(page, "<code>sendcap uncertainty</code> shows how far"));
}

// Those who wait for a specialist place are the same children as those on the list for places.
TEST(ReportPage, ShowsAListOnceThatTwoTellOf) {
  json document = comparison_of_one_plan();
  json place = document["outcomes"][0];
  place["service"] = "placement";
  place["kind"] = "placement";
  document["outcomes"].push_back(place);
  const std::string page = page_of("comparison.json", document);
  EXPECT_TRUE(
      says(page, "28 wait for a school place on 1 July 2026 with “more staff”, 40 as things stand</h3>"));
  EXPECT_FALSE(says(page, "28 wait for desk"));
}

TEST(ReportPage, TellsWhatBecameOfChildren) {
  json document = run_of_two_lists();
  const auto over_the_run = [&](const char* kind, const char* measure, const char* subject, double mean) {
    json one = series(kind, measure, subject, mean, mean, "all", "children");
    one["dates"] = {"2026-01-01", "whole run"};
    document["plans"][0]["estimates"].push_back(one);
  };
  over_the_run("happening", "happened", "moved away", 30);
  over_the_run("happening", "happened", "home education", 45);
  over_the_run("happening", "happened", "nothing of the kind", 0);
  over_the_run("service", "waited without support", "desk", 900);
  const std::string page = page_of("summary.json", document);
  EXPECT_TRUE(says(page, "What happens most is “home education”: to 45 children over the whole run</h3>"));
  EXPECT_TRUE(says(page, "900 child-weeks are waited without support for desk</h3>"));
  EXPECT_FALSE(says(page, "nothing of the kind"));
}

TEST(ReportPage, TellsWhereTheAnswerLiesWithAllRangesOpen) {
  json document = asked_for();
  json stands = {{"about", "the scenario as it stands"},
                 {"plan", nullptr},
                 {"measure", "waiting"},
                 {"service", "desk"},
                 {"unit", "children"},
                 {"as_it_stands", interval(177, 164, 190)},
                 {"mean", interval(176, 149, 203)},
                 {"percentile_5", 107},
                 {"percentile_95", 259},
                 {"drivers", json::array()}};
  json effect = stands;
  effect.update({{"about", "the effect of more staff"},
                 {"less", nullptr},
                 {"as_it_stands", interval(-149, -157, -141)},
                 {"percentile_5", -152},
                 {"percentile_95", -104},
                 {"chance_better", interval(1, 0.84, 1)}});
  document["figures"] = {stands, effect};
  const std::string page = page_of("uncertainty.json", document);
  EXPECT_TRUE(says(page, "<td class=\"number\">107 children and 259 children</td>"));
  EXPECT_TRUE(
      says(page, "<td class=\"number\">−152 and −104</td><td class=\"number\">100% (84% to 100%)</td>"));
  EXPECT_TRUE(says(page, "No uncertain figure stands out"));
}

// Three towns on one road of 20 and 30 minutes; a pathway of one visit; one published figure.
json world_of_two_lists() {
  json world;
  world["scenario"] = {{"title", "Two lists"}};
  for (const char* name : {"north", "middle", "south"}) world["districts"].push_back({{"district", name}});
  world["roads"] = {{{"from", "north"}, {"to", "middle"}, {"minutes", 20}},
                    {{"from", "middle"}, {"to", "south"}, {"minutes", 30}}};
  world["journey_minutes"] = {{0, 20, 50}, {20, 0, 30}, {50, 30, 0}};
  world["provision"] = {{{"provision", "a school"},
                         {"kind", "special school"},
                         {"district", "middle"},
                         {"ages", "ages 4 to 10"}}};
  world["pathways"] = {
      {{"pathway", "help"},
       {"nodes",
        {{{"id", "step_visit"}, {"outline", "box"}, {"lines", {"visit", "seen by desk"}}},
         {{"id", "outcome_done"}, {"outline", "pill"}, {"lines", {"done"}}}}},
       {"ways",
        {{{"from", "step_visit"}, {"to", "outcome_done"}, {"label", "80%"}, {"dotted", false}},
         {{"from", "step_visit"}, {"to", "step_visit"}, {"label", "20% again"}, {"dotted", true}}}}}};
  world["published"] = {{{"title", "those on the list of the desk"},
                         {"measure", "waiting"},
                         {"subject", "desk"},
                         {"group", "all"},
                         {"unit", "children"},
                         {"source", "a newspaper"},
                         {"points", {{{"date", "2026-07-01"}, {"value", 38}}}}}};
  return world;
}

TEST(ReportPage, ShowsTheWorldBesideTheResults) {
  const std::string page =
      report_page({{"summary.json", run_of_two_lists().dump()}, {"world.json", world_of_two_lists().dump()}});
  EXPECT_TRUE(says(page, "The longest journey between districts is 50 minutes, from north to south</h3>"));
  EXPECT_TRUE(says(page, "a school (special school, ages 4 to 10)"));
  EXPECT_TRUE(says(page, "help: 1 step, 1 outcome</h3>"));
  EXPECT_TRUE(says(page, "<td>20% again</td><td>beside the way</td>"));
}

TEST(ReportPage, PutsWhatIsPublishedBesideTheModel) {
  const std::string page =
      report_page({{"summary.json", run_of_two_lists().dump()}, {"world.json", world_of_two_lists().dump()}});
  EXPECT_TRUE(says(page,
                   "<th scope=\"row\">those on the list of the desk</th><td>1 July 2026</td>"
                   "<td>38 children</td><td>40 (35 to 45) children</td><td>a newspaper</td>"));
}

// The school of 120 places stands in the middle; those who wait live in the north and in the south.
TEST(ReportPage, PutsPlacesWhereTheyAreBesideThoseWhoWaitWhereTheyLive) {
  const std::string page =
      report_page({{"summary.json", run_of_two_lists().dump()}, {"world.json", world_of_two_lists().dump()}});
  const std::string by = "</th><td>by district</td><td class=\"number\">";
  EXPECT_TRUE(says(page, "middle" + by + "120</td><td class=\"number\">118</td><td class=\"number\">0</td>"));
  EXPECT_TRUE(says(page, "north" + by + "0</td><td class=\"number\">0</td><td class=\"number\">5</td>"));
}

// A school with two places free, and one with a place free in half of the runs, and one that is three over
// number.
TEST(ReportPage, CountsThePlacesThatAreFreeAndTheChildrenOverNumber) {
  json document = run_of_two_lists();
  json& estimates = document["plans"][0]["estimates"];
  estimates.push_back(series("provision", "free", "a school", 0, 2, "all", "places"));
  estimates.push_back(series("provision", "places", "a full school", 10, 10, "all", "places"));
  estimates.push_back(series("provision", "occupied", "a full school", 10, 13));
  json free = series("provision", "free", "a full school", 0, 0.5, "all", "places");
  free["low"][1] = 0.1;
  free["high"][1] = 0.9;
  estimates.push_back(free);
  json over = series("provision", "over number", "a full school", 0, 3);
  over["low"][1] = over["high"][1] = 3;
  estimates.push_back(over);
  const std::string page =
      report_page({{"summary.json", document.dump()}, {"world.json", world_of_two_lists().dump()}});
  // 118 and 13 children; 2 and 0.5 places are free.
  EXPECT_TRUE(
      says(page, "131 children are in settings with 130 places: 3 over number in some, and 2 places free"));
  EXPECT_TRUE(says(page,
                   "<th scope=\"row\">a full school</th><td class=\"number\">10</td><td "
                   "class=\"number\">13 (8 to 18)</td><td class=\"number\">0.5</td><td "
                   "class=\"number\">3</td>"));
}

TEST(ReportPage, NamesTheYearOfTheMoney) {
  const std::string page = page_of("summary.json", run_of_two_lists());
  EXPECT_TRUE(says(page, "£2.5 million is spent in 2026/27 to 2026-07-01</h3>"));
}

TEST(ReportPage, SaysWhatIsNeededToMakeItAgain) {
  const std::string page = page_of("summary.json", run_of_two_lists());
  EXPECT_TRUE(says(page, "<th scope=\"row\">seed</th><td>7</td>"));
  EXPECT_TRUE(says(page, "<th scope=\"row\">replications</th><td>9</td>"));
  EXPECT_TRUE(says(page, "<th scope=\"row\">changed value</th><td>services.desk.staff=3</td>"));
  EXPECT_TRUE(says(page, "<th scope=\"row\">lists.yaml</th><td>SHA-256 ab12</td>"));
}

// Of nobody nothing can be said; a target is then neither met nor missed.
TEST(ReportPage, LeavesATargetForWhichThereIsNobodyOutOfTheCount) {
  json run = run_of_two_lists();
  for (const char* field : {"chance", "chance_low", "chance_high"})
    run["plans"][0]["targets"][0][field] = nullptr;
  const std::string page = page_of("summary.json", run);
  EXPECT_FALSE(says(page, "more likely be missed"));
  EXPECT_FALSE(says(page, "<td>0%</td>"));
}

TEST(ReportPage, RefusesAWorldThatDoesNotFitTogether) {
  for (const char* field : {"from", "to"}) {
    json world = world_of_two_lists();
    world["roads"][0][field] = "nowhere";
    EXPECT_THROW(
        (void)report_page({{"summary.json", run_of_two_lists().dump()}, {"world.json", world.dump()}}),
        std::invalid_argument);
  }
  json world = world_of_two_lists();
  world["journey_minutes"] = {{0, 20}, {20, 0}, {50, 30}};
  EXPECT_THROW((void)report_page({{"summary.json", run_of_two_lists().dump()}, {"world.json", world.dump()}}),
               std::invalid_argument);
}

// A world alone tells nothing of what would happen in it.
TEST(ReportPage, WantsResultsAndNotTheWorldAlone) {
  EXPECT_THROW((void)page_of("world.json", world_of_two_lists()), std::invalid_argument);
}

TEST(ReportPage, IsMadeOfTheDocumentsItKnowsAndNoOthers) {
  const std::string both = report_page({{"notes.txt", "anything"},
                                        {"summary.json", run_of_two_lists().dump()},
                                        {"comparison.json", comparison_of_one_plan().dump()}});
  EXPECT_LT(both.find("What each plan changes"), both.find("What the run shows"));
  EXPECT_THROW((void)report_page({{"notes.txt", "anything"}}), std::invalid_argument);
  EXPECT_THROW((void)report_page({}), std::invalid_argument);
  for (const char* wrong : {"", "{", "[]", "{\"measures\": 1}", "{\"measures\": [], \"plans\": []}",
                            "{\"measures\": [], \"plans\": [{}]}"})
    EXPECT_THROW((void)report_page({{"summary.json", wrong}}), std::invalid_argument) << wrong;
}

// A scenario's names are anybody's text.
TEST(ReportPage, ShowsNamesAsTheyAreWhateverStandsInThem) {
  const std::string name = "</script><script>alert(\"1\")</script>&amp;";
  const std::string page = page_of("summary.json", run_of_two_lists(name));
  EXPECT_FALSE(says(page, "<script>alert"));
  EXPECT_TRUE(says(page, "&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;"));
}

TEST(ReportPage, IsTheSameForTheSameResultsAndSmallEnoughToSend) {
  const std::string page = page_of("summary.json", run_of_two_lists());
  EXPECT_EQ(page, page_of("summary.json", run_of_two_lists()));
  EXPECT_LT(page.size(), 4'000'000U);
  EXPECT_TRUE(says(page, "<html lang=\"en-GB\">"));
}

}  // namespace
}  // namespace sendcap::report
