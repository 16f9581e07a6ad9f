#include "results_view.hpp"

#include <algorithm>
#include <limits>

#include "../scenario_words.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::report {
namespace {

std::string key(const std::string& kind, const std::string& measure, const std::string& subject,
                const std::string& group) {
  return kind + '\n' + measure + '\n' + subject + '\n' + group;
}

double number_or_none(const Json& value) {
  return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

engine::Interval interval_in(const Json& json) {
  return {number_or_none(json.at("mean")), number_or_none(json.at("low")), number_or_none(json.at("high"))};
}

std::string day_words(const std::string& date) {
  const auto day = scenario::parse<scenario::Date>(date);
  return day ? date_words(*day) : date;
}

std::optional<engine::Interval> EstimateSeries::at(const std::string& date) const {
  const auto found = std::find(dates.begin(), dates.end(), date);
  if (found == dates.end()) return std::nullopt;
  return values[static_cast<std::size_t>(found - dates.begin())];
}

PlanEstimates::PlanEstimates(const Json& plan) : plan_(&plan) {
  for (const Json& date : plan.at("dates"))
    if (!date.at("whole_run").get<bool>()) dates_.push_back(date.at("date"));
  for (const Json& one : plan.at("estimates"))
    by_name_.emplace(key(one.at("kind"), one.at("measure"), one.at("service"), one.at("group")), &one);
}

std::vector<YearInRun> PlanEstimates::years(const std::string& which) const {
  std::vector<YearInRun> found;
  for (const Json& date : (*plan_).at("dates"))
    if (date.contains(which) && date.at(which).is_string())
      found.push_back({date.at("date"), date.at(which),
                       date.at(which).get<std::string>().find(' ') == std::string::npos});
  return found;
}

std::vector<std::string> PlanEstimates::subjects(const std::string& kind, const std::string& measure) const {
  std::vector<std::string> found;
  for (const Json& one : (*plan_).at("estimates"))
    if (one.at("kind") == kind && one.at("measure") == measure && one.at("group") == "all")
      found.push_back(one.at("service"));
  return found;
}

EstimateSeries PlanEstimates::series(const std::string& kind, const std::string& measure,
                                     const std::string& subject, const std::string& group) const {
  EstimateSeries series;
  const auto found = by_name_.find(key(kind, measure, subject, group));
  if (found == by_name_.end()) return series;
  const Json& one = *found->second;
  series.unit = one.at("unit");
  for (std::size_t d = 0; d < one.at("dates").size(); ++d) {
    series.dates.push_back(one.at("dates").at(d));
    series.values.push_back({number_or_none(one.at("mean").at(d)), number_or_none(one.at("low").at(d)),
                             number_or_none(one.at("high").at(d))});
  }
  return series;
}

EstimateSeries PlanEstimates::find(const std::string& measure, const std::string& subject,
                                   const std::string& group) const {
  for (const Json& one : (*plan_).at("estimates"))
    if (one.at("measure") == measure && one.at("service") == subject && one.at("group") == group)
      return series(one.at("kind"), measure, subject, group);
  return {};
}

std::optional<engine::Interval> PlanEstimates::at_end(const std::string& kind, const std::string& measure,
                                                      const std::string& subject,
                                                      const std::string& group) const {
  return series(kind, measure, subject, group).at(dates_.back());
}

std::vector<std::string> PlanEstimates::groups(const std::string& dimension) const {
  std::vector<std::string> found;
  for (const Json& group : (*plan_).at("groups"))
    if (group.get<std::string>().rfind(dimension + ": ", 0) == 0) found.push_back(group);
  return found;
}

}  // namespace sendcap::report
