#include <algorithm>
#include <string>
#include <vector>

#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"

// What becomes of children while they wait or are in a place, over the whole run.

namespace sendcap::report {
namespace {

struct Told {
  std::string name;
  engine::Interval value;
};

// What is more than nothing, the largest first.
std::vector<Told> told(const PlanEstimates& plan, const std::string& kind, const std::string& measure) {
  std::vector<Told> found;
  for (const std::string& subject : plan.subjects(kind, measure)) {
    const auto value = plan.series(kind, measure, subject).at(kWholeRun);
    if (value && value->mean > 0) found.push_back({subject, *value});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Told& left, const Told& right) { return left.value.mean > right.value.mean; });
  return found;
}

void add_bars(const std::vector<Told>& all, Chart& chart) {
  for (const Told& one : all) {
    chart.table.rows.push_back({one.name, shown(one.value)});
    chart.values.push_back(drawn({{"subject", one.name}}, within_reach(one.value, Style::plain)));
  }
}

Chart happenings(const PlanEstimates& plan) {
  const std::vector<Told> all = told(plan, "happening", "happened");
  Chart chart;
  chart.id = "happenings";
  chart.picture = "bars";
  chart.table.caption = "What happened, over the whole run";
  chart.table.columns = {{"What"}, {"Children, with interval", true}};
  add_bars(all, chart);
  if (!all.empty())
    chart.heading = "What happens most is “" + all.front().name + "”: to " + shown_mean(all.front().value) +
                    " children over the whole run";
  chart.words =
      "A bar for each thing that can happen to a child who waits or has a place: how many children it "
      "happens to over the whole run in '" +
      plan.name() + "', with its interval.";
  return chart;
}

Chart without_support(const PlanEstimates& plan) {
  constexpr std::size_t kMostLists = 8;
  std::vector<Told> all = told(plan, "service", "waited without support");
  if (all.size() > kMostLists) all.resize(kMostLists);
  Chart chart;
  chart.id = "without-support";
  chart.picture = "bars";
  chart.table.caption = "Child-weeks waited without support, over the whole run";
  chart.table.columns = {{"Service"}, {"Child-weeks, with interval", true}};
  add_bars(all, chart);
  if (!all.empty())
    chart.heading =
        shown_mean(all.front().value) + " child-weeks are waited without support for " + all.front().name;
  chart.words =
      "A bar for each service, the longest first: the weeks that children wait for it without any support, "
      "added up over all children and the whole run in '" +
      plan.name() + "', with its interval.";
  return chart;
}

}  // namespace

std::string happenings_section(const Plans& plans) {
  return html_figures({happenings(plans.front()), without_support(plans.front())});
}

}  // namespace sendcap::report
