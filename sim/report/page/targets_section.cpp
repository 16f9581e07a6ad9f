#include <optional>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "finding.hpp"
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

// Of the measure that a target is about.
std::string unit_of(const PlanEstimates& plan, const Json& target) {
  return plan.find(target.at("measure"), target.at("service"), target.at("group")).unit;
}

std::string expected(const Json& target, const std::string& unit) {
  return value_words(interval_in(target), unit);
}

// More likely missed than met, or the other way.
std::string prospect(double chance) {
  if (chance == 0.5) return "As likely met as missed";
  return chance < 0.5 ? "More likely missed than met" : "More likely met than missed";
}

std::string heading_of(const std::string& missed, std::size_t likely, std::size_t targets) {
  const std::string met =
      std::to_string(likely) + " of " + std::to_string(targets) + " targets are more likely met than not";
  return missed.empty() ? met + ", as things stand"
                        : "More likely missed than met, as things stand: " + missed + "; " + met;
}

}  // namespace

std::vector<Finding> target_findings(const PlanEstimates& plan) {
  std::vector<Finding> missed;
  std::vector<Finding> others;
  for (const Json& target : plan.document().at("targets")) {
    const std::optional<engine::Interval> chance = chance_of(target);
    if (!chance) continue;  // nobody to measure
    const std::string unit = unit_of(plan, target);
    (chance->mean < 0.5 ? missed : others)
        .push_back({prospect(chance->mean) + ": " + target.at("target").get<std::string>() + ", on " +
                        day_words(target.at("date")) + "; " + wanted(target, unit) + " wanted, " +
                        expected(target, unit) + " expected, chance that it is met " +
                        shown(*chance, Style::share) + ".",
                    "targets"});
  }
  missed.insert(missed.end(), others.begin(), others.end());
  return missed;
}

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
  std::string missed;  // their names
  for (const PlanEstimates& plan : plans)
    for (const Json& target : plan.document().at("targets")) {
      const std::optional<engine::Interval> chance = chance_of(target);
      const std::string unit = unit_of(plan, target);
      chart.table.rows.push_back({target.at("target"), plan.name(), day_words(target.at("date")),
                                  wanted(target, unit), expected(target, unit),
                                  chance ? shown(*chance, Style::share) : "nobody to measure",
                                  target.at("source")});
      if (!chance) continue;
      if (&plan == &plans.front()) {
        ++targets;
        if (chance->mean > 0.5) ++likely;
        if (chance->mean < 0.5)
          missed += (missed.empty() ? "" : ", ") + target.at("target").get<std::string>();
      }
      chart.values.push_back(drawn({{"target", target.at("target")}, {"series", plan.name()}}, *chance));
    }
  if (chart.values.empty()) return {};
  chart.heading = heading_of(missed, likely, targets);
  chart.words =
      "A point for each target and plan: the chance that it is met, from 0% to 100%, with its interval. It "
      "is not "
      "how far the target is met: what is wanted and what is expected stand in the table.";
  return html_figure(chart);
}

}  // namespace sendcap::report
