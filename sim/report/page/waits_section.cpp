#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "finding.hpp"
#include "longest_lists.hpp"
#include "sections.hpp"

// The waits that those seen have behind them beside the waits so far, and what the lists come to at the pace
// of late. Waits so far alone flatter: they are not over.

namespace sendcap::report {
namespace {

constexpr double kFewest = 10;  // of fewer waiting nothing is found
constexpr std::size_t kMostOfSeen = 3;
constexpr double kMuchLonger = 1.5;  // times as long: two waits differ much

// Waits of a list in one statistic.
struct Waits {
  std::optional<engine::Interval> so_far;   // of those waiting at the end
  std::optional<engine::Interval> of_seen;  // of those seen in the run
};

Waits waits(const PlanEstimates& plan, const List& list, const std::string& statistic) {
  return {plan.at_end(list.kind, "wait of those waiting, " + statistic, list.subject),
          plan.series(list.kind, "wait of those seen, " + statistic, list.subject).at(kWholeRun)};
}

std::string unit_of(const PlanEstimates& plan, const List& list) {
  return plan.series(list.kind, "wait of those waiting, mean", list.subject).unit;
}

std::string or_dash(const std::optional<engine::Interval>& value) {
  return value ? shown(*value) : "–";
}

void draw(Chart& chart, const List& list, const std::string& series,
          const std::optional<engine::Interval>& value) {
  if (value)
    chart.values.push_back({{"subject", list.name},
                            {"series", series},
                            {"mean", number(value->mean)},
                            {"text", shown_mean(*value)}});
}

Chart waits_of_seen(const Plans& plans) {
  Chart chart;
  chart.id = "waits-of-seen";
  chart.picture = "grouped_bars";
  chart.table.columns = {{"List"},
                         {"Plan"},
                         {"Mean so far", true},
                         {"Mean of those seen", true},
                         {"Median so far", true},
                         {"Median of those seen", true},
                         {"9 in 10 so far within", true}};
  for (const PlanEstimates& plan : plans)
    for (const List& list : longest_lists(plan)) {
      const Waits mean = waits(plan, list, "mean");
      const Waits median = waits(plan, list, "median");
      if (!mean.so_far) continue;
      chart.table.rows.push_back({list.name, plan.name(), or_dash(mean.so_far), or_dash(mean.of_seen),
                                  or_dash(median.so_far), or_dash(median.of_seen),
                                  or_dash(waits(plan, list, "90th percentile").so_far)});
      if (&plan != &plans.front()) continue;
      const std::string unit = unit_of(plan, list);
      chart.table.caption = "Waits so far of those waiting on " + day_words(plan.dates().back()) +
                            ", and whole waits of those seen in the run, in " + unit;
      draw(chart, list, "mean so far", mean.so_far);
      draw(chart, list, "mean of those seen", mean.of_seen);
      draw(chart, list, "median so far", median.so_far);
      draw(chart, list, "median of those seen", median.of_seen);
      if (chart.heading.empty() && mean.of_seen)
        chart.heading = "Those seen for " + list.name + " in the run had waited " +
                        shown_mean(*mean.of_seen) + " " + unit + " on average; those waiting have waited " +
                        shown_mean(*mean.so_far) + " so far";
    }
  if (chart.heading.empty()) chart.heading = "How long those on each list have waited so far";
  chart.words =
      "Four bars for each list in '" + plans.front().name() +
      "': mean and median of the waits so far of those waiting at the end, and of the whole waits of "
      "those seen in the run. A wait so far is not over.";
  return chart;
}

// `13.1`, `246`
std::string shown_pace(const Json& value) {
  constexpr double kLarge = 20;
  if (!value.is_number()) return "–";
  const double pace = value;
  return shown(pace, pace < kLarge ? 1 : 0);
}

const Json* pace_of(const PlanEstimates& plan, const List& list) {
  const auto paces = plan.document().find("paces");
  if (paces == plan.document().end()) return nullptr;
  for (const Json& pace : *paces)
    if (pace.at("kind") == list.kind && pace.at("service") == list.subject) return &pace;
  return nullptr;
}

// The period over which paces are taken.
std::string period_words(const PlanEstimates& plan, const Json& pace) {
  return pace.at("since") == plan.dates().front() ? "the run"
                                                  : "the year from " + day_words(pace.at("since"));
}

Chart list_at_pace(const Plans& plans) {
  Chart chart;
  chart.id = "list-at-pace";
  chart.picture = "grouped_bars";
  chart.table.columns = {{"List"},
                         {"Plan"},
                         {"Waiting at the end", true},
                         {"Seen a month", true},
                         {"Seen or left unseen a month", true},
                         {"Months, by those seen", true},
                         {"Months, by all who leave", true}};
  for (const PlanEstimates& plan : plans)
    for (const List& list : longest_lists(plan)) {
      const Json* pace = pace_of(plan, list);
      if (pace == nullptr) continue;
      chart.table.rows.push_back(
          {list.name, plan.name(), shown_mean(list.at_end), shown_pace(pace->at("seen_a_month")),
           shown_pace(pace->at("leaving_a_month")), shown_pace(pace->at("months_by_seen")),
           shown_pace(pace->at("months_by_leaving"))});
      if (&plan != &plans.front()) continue;
      chart.table.caption = "The list at the end divided by those who go in a month, over " +
                            period_words(plan, *pace) + ": arithmetic, no forecast";
      for (const auto& [series, months] : {std::pair{"by those seen", pace->at("months_by_seen")},
                                           std::pair{"by all who leave", pace->at("months_by_leaving")}})
        if (months.is_number())
          chart.values.push_back(
              {{"subject", list.name}, {"series", series}, {"mean", months}, {"text", shown_pace(months)}});
      if (chart.heading.empty() && pace->at("months_by_seen").is_number())
        chart.heading = "The list for " + list.name + " would take " +
                        shown_pace(pace->at("months_by_seen")) + " months at the pace of those seen, " +
                        shown_pace(pace->at("months_by_leaving")) + " at the pace of all who leave it";
    }
  if (chart.heading.empty()) chart.heading = "Nobody is seen from these lists";
  chart.words =
      "Two bars for each list in '" + plans.front().name() +
      "': how many months the list at the end would take at the pace of those seen, and at the pace of "
      "all who leave it, seen or unseen, if nobody joined. It is a division and no forecast.";
  return chart;
}

// Of the longest lists on which the two differ much.
std::vector<Finding> of_those_seen(const PlanEstimates& plan, const std::vector<List>& lists) {
  std::vector<Finding> found;
  for (const List& list : lists) {
    const Waits mean = waits(plan, list, "mean");
    const Waits median = waits(plan, list, "median");
    if (list.at_end.mean < kFewest || !mean.so_far || !mean.of_seen || !median.so_far || !median.of_seen)
      continue;
    const auto [shorter, longer] = std::minmax(mean.so_far->mean, mean.of_seen->mean);
    if (longer < kMuchLonger * shorter || found.size() == kMostOfSeen) continue;
    found.push_back({"Those seen for " + list.name + " in the run had waited " + shown(*mean.of_seen) + " " +
                         unit_of(plan, list) + " on average (median " + shown_mean(*median.of_seen) +
                         "); those waiting have waited " + shown(*mean.so_far) + " so far (median " +
                         shown_mean(*median.so_far) + ").",
                     "waits-of-seen"});
  }
  return found;
}

std::optional<Finding> of_pace(const PlanEstimates& plan, const List& list) {
  const Json* pace = pace_of(plan, list);
  if (pace == nullptr || !pace->at("months_by_seen").is_number()) return std::nullopt;
  return Finding{"At the pace of " + period_words(plan, *pace) + ", " + shown_pace(pace->at("seen_a_month")) +
                     " seen a month, the list for " + list.name + " would take " +
                     shown_pace(pace->at("months_by_seen")) + " months; with those who leave it unseen, " +
                     shown_pace(pace->at("months_by_leaving")) + ". That is a division and no forecast.",
                 "list-at-pace"};
}

std::optional<Finding> of_the_slowest(const PlanEstimates& plan, const std::vector<List>& lists) {
  const List* slowest = nullptr;
  engine::Interval longest;
  for (const List& list : lists) {
    const auto wait = waits(plan, list, "90th percentile").so_far;
    if (!wait || list.at_end.mean < kFewest || wait->mean <= longest.mean) continue;
    longest = *wait;
    slowest = &list;
  }
  if (slowest == nullptr) return std::nullopt;
  return Finding{"One in ten of those waiting for " + slowest->name + " has waited " + shown(longest) + " " +
                     unit_of(plan, *slowest) + " or longer so far.",
                 "waits-of-seen"};
}

}  // namespace

std::vector<Finding> wait_findings(const PlanEstimates& plan) {
  const std::vector<List> lists = longest_lists(plan);
  if (lists.empty()) return {};
  std::vector<Finding> found;
  if (auto slowest = of_the_slowest(plan, lists)) found.push_back(std::move(*slowest));
  for (Finding& finding : of_those_seen(plan, lists)) found.push_back(std::move(finding));
  if (auto pace = of_pace(plan, lists.front())) found.push_back(std::move(*pace));
  return found;
}

std::string waits_section(const Plans& plans) {
  return html_figures({waits_of_seen(plans), list_at_pace(plans)});
}

}  // namespace sendcap::report
