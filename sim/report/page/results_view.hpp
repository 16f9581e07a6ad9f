#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "../json_text.hpp"

namespace sendcap::report {

// `1 July 2026` for `2026-07-01`; other text as it is.
[[nodiscard]] std::string day_words(const std::string& date);

// `{"mean": …, "low": …, "high": …}` read back; what is null is not a number.
[[nodiscard]] engine::Interval interval_in(const Json& json);

// What stands for the whole run where a date would.
inline constexpr const char* kWholeRun = "whole run";

// One estimate over the dates at which it has a value.
struct EstimateSeries {
  std::vector<std::string> dates;  // ISO, or `whole run`
  std::vector<engine::Interval> values;
  std::string unit;

  [[nodiscard]] std::optional<engine::Interval> at(const std::string& date) const;
};

// A year of which something lies in the run.
struct YearInRun {
  std::string ends;   // the date at which it is told
  std::string label;  // `2026/27`, or `2026 to 2026-07-01` when it is not whole
  bool whole = true;
};

// What a `summary.json` says of one plan, found by name. The document must outlive it.
class PlanEstimates {
 public:
  explicit PlanEstimates(const Json& plan);

  [[nodiscard]] std::string name() const { return (*plan_)["plan"]; }
  // What is reported at each date, the first and the last of the run; `whole run` is not among them.
  [[nodiscard]] const std::vector<std::string>& dates() const { return dates_; }
  // The things of a kind (`service`, `provision kind` …) of which there is a measure, in order.
  [[nodiscard]] std::vector<std::string> subjects(const std::string& kind, const std::string& measure) const;
  [[nodiscard]] EstimateSeries series(const std::string& kind, const std::string& measure,
                                      const std::string& subject, const std::string& group = "all") const;
  // The same, of whatever kind the subject is.
  [[nodiscard]] EstimateSeries find(const std::string& measure, const std::string& subject,
                                    const std::string& group) const;
  [[nodiscard]] std::optional<engine::Interval> at_end(const std::string& kind, const std::string& measure,
                                                       const std::string& subject,
                                                       const std::string& group = "all") const;
  // By `ends_calendar_year` or `ends_financial_year` of the dates.
  [[nodiscard]] std::vector<YearInRun> years(const std::string& which) const;
  // The groups of a dimension, such as `district`, as `district: Redditch`.
  [[nodiscard]] std::vector<std::string> groups(const std::string& dimension) const;
  [[nodiscard]] const Json& document() const { return *plan_; }

 private:
  const Json* plan_;
  std::vector<std::string> dates_;
  std::unordered_map<std::string, const Json*> by_name_;
};

}  // namespace sendcap::report
