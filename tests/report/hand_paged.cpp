#include "hand_paged.hpp"

#include "sendcap/report/page.hpp"

namespace sendcap::testing {

using nlohmann::json;

json series(const std::string& kind, const std::string& measure, const std::string& subject, double start,
            double end, const std::string& group, const std::string& unit) {
  return {{"kind", kind},
          {"measure", measure},
          {"service", subject},
          {"group", group},
          {"unit", unit},
          {"dates", {"2026-01-01", "2026-07-01"}},
          {"mean", {start, end}},
          {"low", {start, end - 5}},
          {"high", {start, end + 5}},
          {"replications", {9, 9}}};
}

// What was asked for, as every document says it.
json asked_for() {
  return {{"program", {{"name", "sendcap"}, {"version", "0.1.0"}}},
          {"scenario",
           {{"title", "Two lists"},
            {"files", {{{"name", "lists.yaml"}, {"sha256", "ab12"}}}},
            {"overrides", {"services.desk.staff=3"}}}},
          {"seed", 7},
          {"confidence", 0.95},
          {"precision", nullptr},
          {"replications", 9},
          {"small_counts_left_out", 5}};
}

// Two lists: one of ten children that grows to forty, one that shrinks.
json run_of_two_lists(const std::string& longest) {
  json document = asked_for();
  document["measures"] = json::array();
  json plan;
  plan["plan"] = "baseline";
  plan["groups"] = {"all", "district: north", "district: south"};
  plan["targets"] = {{{"target", "nobody waits"},
                      {"date", "2026-07-01"},
                      {"measure", "waiting"},
                      {"service", longest},
                      {"group", "all"},
                      {"at_least", nullptr},
                      {"at_most", 0},
                      {"mean", 40},
                      {"low", 35},
                      {"high", 45},
                      {"source", "a promise"},
                      {"chance", 0.25},
                      {"chance_low", 0.1},
                      {"chance_high", 0.5}}};
  for (const char* date : {"2026-01-01", "2026-07-01"})
    plan["dates"].push_back({{"date", date}, {"whole_run", false}});
  plan["dates"][1]["ends_financial_year"] = "2026/27 to 2026-07-01";
  plan["estimates"] = {
      series("pathway", "waiting", longest, 10, 40),
      series("pathway", "waiting", "other", 30, 20),
      series("pathway", "waiting: over 52 to 104 weeks", longest, 0, 15),
      series("pathway", "waiting: up to 1 week", longest, 10, 25),
      series("pathway", "waiting: up to 1 week", "other", 30, 20),
      series("pathway", "wait of those waiting, mean", longest, 2, 25, "all", "weeks"),
      series("pathway", "wait of those waiting, 90th percentile", longest, 3, 61, "all", "weeks"),
      series("provision", "places", "a school", 100, 120),
      series("provision", "occupied", "a school", 100, 118),
      series("money", "spent, financial year so far", "high-needs block", 0, 2'500'000, "all", "pounds"),
      series("placement", "waiting", "placement", 2, 6),
      series("placement", "waiting", "placement", 2, 5, "district: north"),
      series("placement", "waiting", "placement", 0, 1, "district: south"),
      series("plans", "without a place", "plans", 4, 12),
      series("plans", "without a place", "plans", 1, 9, "district: north"),
      series("plans", "without a place", "plans", 3, 3, "district: south")};
  document["plans"] = {plan};
  return document;
}

json interval(double mean, double low, double high) {
  return {{"mean", mean}, {"low", low}, {"high", high}};
}

std::string page_of(const std::string& name, const json& document) {
  return report::report_page({{name, document.dump()}});
}

// A page is too long to be shown when something is missing from it.
bool says(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

json comparison_of_one_plan() {
  json document = asked_for();
  document["plans"] = {
      {{"plan", "as it stands"}, {"description", ""}},
      {{"plan", "more staff"}, {"description", "two more"}, {"findings", {"The list falls by 12."}}}};
  document["pathways_to_nobody"] = {"review"};
  document["plans"][1]["extra_cost"] = interval(600'000, 500'000, 700'000);
  document["plans"][1]["extra_cost"]["verdict"] = "clear";
  json north = interval(-7, -9, -5);
  north.update({{"group", "north"}, {"gains", true}, {"as_it_stands", 20}, {"share", -0.35}});
  document["plans"][1]["gains_and_losses"] = {{{"of", "the list for desk (children), on 2026-07-01"},
                                               {"dimension", "district"},
                                               {"unit", "children"},
                                               {"words", "1 gains: north −7"},
                                               {"groups", {north}}}};
  json change = interval(-12, -15, -9);
  change["verdict"] = "clear";
  document["outcomes"] = {{{"measure", "waiting"},
                           {"service", "desk"},
                           {"kind", "pathway"},
                           {"unit", "children"},
                           {"date", "2026-07-01"},
                           {"values", {interval(40, 35, 45), interval(28, 23, 33)}},
                           {"differences", {change}},
                           {"cost_of_gain", {interval(50'000, 40'000, 60'000)}}}};
  document["outcomes"].push_back({{"measure", "waiting"},
                                  {"service", "review"},
                                  {"kind", "pathway"},
                                  {"unit", "children"},
                                  {"date", "2026-07-01"},
                                  {"values", {interval(900, 890, 910), interval(800, 790, 810)}},
                                  {"differences", {change}},
                                  {"cost_of_gain", {nullptr}}});
  json sooner = interval(-4, -6, -2);
  sooner["verdict"] = "clear";
  document["outcomes"].push_back({{"measure", "wait of those waiting, mean"},
                                  {"service", "desk"},
                                  {"kind", "pathway"},
                                  {"unit", "weeks"},
                                  {"date", "2026-07-01"},
                                  {"values", {interval(25, 20, 30), interval(21, 16, 26)}},
                                  {"differences", {sooner}}});
  return document;
}

}  // namespace sendcap::testing
