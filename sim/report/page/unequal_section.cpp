#include <algorithm>
#include <string>
#include <vector>

#include "../figure_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "finding.hpp"
#include "longest_lists.hpp"
#include "sections.hpp"

// Groups of children that lie apart at the end of the run beyond chance.

namespace sendcap::report {
namespace {

bool is_wait(const Json& gap) {
  return gap.at("unit") != "share";
}

// The gaps of a plan: in waits, or in shares.
std::vector<const Json*> gaps_of(const PlanEstimates& plan, bool waits) {
  std::vector<const Json*> found;
  const auto unequal = plan.document().find("unequal");
  if (unequal == plan.document().end()) return found;
  for (const Json& gap : *unequal)
    if (is_wait(gap) == waits) found.push_back(&gap);
  return found;
}

const Json* largest(const std::vector<const Json*>& gaps) {
  const auto size = [](const Json* gap) { return gap->at("gap").at("mean").get<double>(); };
  const auto found = std::max_element(gaps.begin(), gaps.end(), [&](const Json* left, const Json* right) {
    return size(left) < size(right);
  });
  return found == gaps.end() ? nullptr : *found;
}

// `0 to 4` of `age: 0 to 4`
std::string group_of(const Json& gap, const char* end) {
  const std::string group = gap.at(std::string(end) + "_group");
  return group.substr(gap.at("between").get<std::string>().size() + 2);
}

std::string value_of(const Json& gap, const char* end) {
  const engine::Interval value = interval_in(gap.at(end));
  return is_wait(gap) ? shown_mean(value) + " " + gap.at("unit").get<std::string>()
                      : shown_mean(value, Style::share);
}

std::string by(const Json& gap) {
  return "by " + gap.at("between").get<std::string>();
}

// In a row of the table and of the picture: `autism assessment, by age`
std::string name_of(const Json& gap) {
  return (is_wait(gap) ? list_name(gap.at("kind"), gap.at("service")) : "without a place") + ", " + by(gap);
}

// `the median wait so far for autism assessment, by age, is 13.8 weeks of “0 to 4” and 74 weeks of “16 to
// 18”`
std::string words_of(const Json& gap) {
  const auto side = [&](const char* end) { return value_of(gap, end) + " of “" + group_of(gap, end) + "”"; };
  return (is_wait(gap) ? "median wait so far for " + list_name(gap.at("kind"), gap.at("service"))
                       : std::string("share without a place")) +
         ", " + by(gap) + ", is " + side("lowest") + " and " + side("highest");
}

Chart gaps_chart(const Plans& plans, bool waits) {
  Chart chart;
  chart.id = waits ? "unequal-waits" : "unequal-shares";
  chart.picture = "grouped_bars";
  chart.table.caption = waits ? "Median waits so far at the end that differ between groups beyond chance"
                              : "Shares without a place at the end that differ between groups beyond chance";
  chart.table.columns = {{"Of what"}, {"Plan"}, {"Lowest"}, {"Highest"}, {"Gap, with interval", true}};
  for (const PlanEstimates& plan : plans)
    for (const Json* gap : gaps_of(plan, waits)) {
      const auto side = [&](const char* end) { return value_of(*gap, end) + ": " + group_of(*gap, end); };
      const std::string unit = gap->at("unit");
      chart.table.rows.push_back({name_of(*gap), plan.name(), side("lowest"), side("highest"),
                                  waits ? value_words(interval_in(gap->at("gap")), unit)
                                        : change_words(interval_in(gap->at("gap")), unit)});
      if (&plan != &plans.front()) continue;
      for (const char* end : {"lowest", "highest"})
        chart.values.push_back({{"subject", name_of(*gap)},
                                {"series", std::string("the group with the ") + end},
                                {"mean", number(interval_in(gap->at(end)).mean * (waits ? 1 : 100))},
                                {"text", side(end)}});
    }
  const Json* widest = largest(gaps_of(plans.front(), waits));
  chart.heading = widest != nullptr ? "The " + words_of(*widest)
                                    : "Groups lie apart beyond chance with a plan, and not as things stand";
  chart.words = std::string("Two bars for each, of '") + plans.front().name() +
                "': the group with the lowest and the group with the highest " +
                (waits ? "median wait so far" : "share without a place, in percent") +
                ". Only groups of ten or more are compared, and only gaps told that chance does not explain, "
                "the two having "
                "been picked out of several.";
  return chart;
}

}  // namespace

// The widest gap in waits.
std::vector<Finding> unequal_findings(const PlanEstimates& plan) {
  const Json* widest = largest(gaps_of(plan, true));
  if (widest == nullptr) return {};
  return {{"The widest gap between groups of children that chance does not explain: the " +
               words_of(*widest) + ".",
           "unequal-waits"}};
}

std::string unequal_section(const Plans& plans) {
  return html_figures({gaps_chart(plans, true), gaps_chart(plans, false)});
}

}  // namespace sendcap::report
