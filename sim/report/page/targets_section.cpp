#include <optional>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "sections.hpp"
#include "target_words.hpp"

// Targets at milestones: what is expected, and the chance that each is met.

namespace sendcap::report {
namespace {

// The chance that a target is met; none where there was nobody to measure.
std::optional<engine::Interval> chance_of(const Json& target) {
  if (!target.at("chance").is_number()) return std::nullopt;
  return engine::Interval{target.at("chance"), target.at("chance_low"), target.at("chance_high")};
}

}  // namespace

std::string targets_section(const Plans& plans) {
  Chart chart;
  chart.id = "targets";
  chart.picture = "targets";
  chart.table.caption = "The chance that each target is met";
  chart.table.columns = {{"Target"},
                         {"Plan"},
                         {"By"},
                         {"Wanted"},
                         {"Expected, with interval", true},
                         {"Chance, with interval", true},
                         {"Source"}};
  std::size_t likely = 0;
  std::size_t targets = 0;
  for (const PlanEstimates& plan : plans)
    for (const Json& target : plan.document().at("targets")) {
      const std::optional<engine::Interval> chance = chance_of(target);
      const std::string unit = plan.find(target.at("measure"), target.at("service"), target.at("group")).unit;
      chart.table.rows.push_back({target.at("target"), plan.name(), day_words(target.at("date")),
                                  wanted(target, unit), value_words(interval_in(target), unit),
                                  chance ? shown(*chance, Style::share) : "nobody to measure",
                                  target.at("source")});
      if (!chance) continue;
      if (&plan == &plans.front()) {
        ++targets;
        if (chance->mean > 0.5) ++likely;
      }
      chart.values.push_back(drawn({{"target", target.at("target")}, {"series", plan.name()}}, *chance));
    }
  if (chart.values.empty()) return {};
  chart.heading = std::to_string(likely) + " of " + std::to_string(targets) +
                  " targets are more likely met than not, as things stand";
  chart.words =
      "A point for each target and plan: the chance that it is met, from 0% to 100%, with its interval. It "
      "is not "
      "how far the target is met: what is wanted and what is expected stand in the table.";
  return html_figure(chart);
}

}  // namespace sendcap::report
