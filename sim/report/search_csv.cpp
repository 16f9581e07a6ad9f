#include <ostream>

#include "csv_text.hpp"
#include "search_words.hpp"
#include "sendcap/report/search_report.hpp"

namespace sendcap::report {
namespace {

void append_interval(std::string& line, const engine::Interval& interval) {
  for (const double number : {interval.mean, interval.low, interval.high}) {
    line += ',';
    append_estimate(line, number);
  }
}

}  // namespace

void write_search_csv(std::ostream& out, const SearchReport& report) {
  const experiment::SearchResult& result = *report.result;
  const scenario::SearchSpace& space = *report.order->space;
  std::string head =
      "plan,fate,lost_to,after,replications,goal,goal_low,goal_high,change,change_low,change_high,"
      "extra_cost,extra_cost_low,extra_cost_high,chance_better,front";
  for (std::size_t lever = 0; lever < space.levers(); ++lever)
    head += ',' + csv_field("lever: " + space.lever(lever));
  out << head << '\n';
  for (std::size_t i = 0; i < result.tried.size(); ++i) {
    const experiment::TriedPlan& plan = result.tried[i];
    std::string line = csv_field(plan.title) + ',';
    line += fate_word(result, i);
    line += ',';
    if (plan.standing.by) line += csv_field(result.tried[*plan.standing.by].title);
    line += ',';
    if (plan.standing.after > 0) line += std::to_string(plan.standing.after);
    line += ',' + std::to_string(plan.replications);
    append_interval(line, plan.goal);
    append_interval(line, plan.change.interval);
    append_interval(line, plan.extra_cost);
    line += ',';
    if (result.best && result.best != i) append_estimate(line, plan.chance_better);
    line += ',';
    line += kFronts[static_cast<std::size_t>(plan.front)];
    for (std::size_t lever = 0; lever < space.levers(); ++lever)
      line += ',' + csv_field(space.way(lever, plan.point[lever]));
    out << line << '\n';
  }
}

}  // namespace sendcap::report
