#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "chart.hpp"
#include "results_view.hpp"
#include "sections.hpp"

// Which groups of children gain and lose with each plan, from a `comparison.json`.

namespace sendcap::report {
namespace {

// The subject, what of it, and when, in a line each.
std::string in_lines(std::string of) {
  const std::size_t first = of.find(", ");
  if (first == std::string::npos) return of;
  const std::size_t last = of.rfind(", ");
  if (last != first) of.replace(last, 2, "|");
  return of.replace(first, 2, "|");
}

constexpr std::size_t kMostPanels = 8;

std::string groups_words(const std::set<std::string>& groups, const std::string& one,
                         const std::string& many) {
  if (groups.empty()) return "none clearly " + one;
  if (groups.size() == 1) return *groups.begin() + " clearly " + one;
  return std::to_string(groups.size()) + " groups clearly " + many;
}

// `bundle under £2m a year: 24 groups clearly gain in something, none clearly loses`.
std::string heading_of(const Json& plan) {
  std::set<std::string> gain;
  std::set<std::string> lose;
  for (const Json& one : plan.at("gains_and_losses"))
    for (const Json& group : one.at("groups"))
      (group.at("gains").get<bool>() ? gain : lose).insert(group.at("group"));
  const std::string name = plan.at("plan");
  if (gain.empty()) return name + ": " + groups_words(lose, "loses in something", "lose in something");
  return name + ": " + groups_words(gain, "gains in something", "gain in something") + ", " +
         groups_words(lose, "loses", "lose");
}

Chart gains_chart(const Json& plan, std::size_t number_of_chart) {
  Chart chart;
  chart.id = "gains-" + std::to_string(number_of_chart);
  chart.picture = "gains";
  const std::string name = plan.at("plan");
  chart.heading = heading_of(plan);
  chart.words =
      "A panel for each measure and dimension (the first " + std::to_string(kMostPanels) +
      "); in it a point for each group that clearly gains (circles) or loses (diamonds), the difference to "
      "the scenario as it stands with its interval.";
  chart.table.caption = "Who gains and who loses with " + name;
  chart.table.columns = {{"Of what"}, {"By"}, {"Who"}};
  for (const Json& one : plan.at("gains_and_losses")) {
    chart.table.rows.push_back({one.at("of"), one.at("dimension"), one.at("words")});
    if (chart.table.rows.size() > kMostPanels) continue;
    const std::string panel = in_lines(one.at("of")) + "|by " + one.at("dimension").get<std::string>() +
                              ", in " + one.at("unit").get<std::string>();
    for (const Json& group : one.at("groups")) {
      chart.values.push_back(drawn({{"panel", panel},
                                    {"group", group.at("group")},
                                    {"who", group.at("gains").get<bool>() ? "gains" : "loses"}},
                                   interval_in(group)));
    }
  }
  return chart;
}

}  // namespace

std::string gains_section(const Json& comparison) {
  std::vector<Chart> charts;
  for (const Json& plan : comparison.at("plans"))
    if (plan.contains("gains_and_losses")) charts.push_back(gains_chart(plan, charts.size() + 1));
  const std::string html = html_figures(charts);
  if (html.empty()) return "<p>No group of children clearly gains or loses with any of the plans.</p>\n";
  return html;
}

}  // namespace sendcap::report
