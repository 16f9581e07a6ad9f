#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "county_study.hpp"
#include "sendcap/experiment/comparison.hpp"
#include "sendcap/report/csv.hpp"
#include "sendcap/report/page.hpp"
#include "sendcap/report/plan_record.hpp"
#include "watched.hpp"

namespace sendcap::python {

// What Python asks of a run.
struct RunAsked {
  experiment::RunOptions options;
  std::optional<report::Detail> detail;  // of the replications that are kept as they are; none unless given
  unsigned small_count = report::kUsualSmallCount;
};

// A run of the scenario as it stands and with each plan: the same numbers as `sendcap run` gives.
class RunAnswer {
 public:
  RunAnswer(std::shared_ptr<const CountyStudy> study, const RunAsked& asked, const OnLook& look);

  [[nodiscard]] std::string summary_json() const;
  [[nodiscard]] std::string table() const;
  [[nodiscard]] std::string estimates_csv() const;
  [[nodiscard]] std::string inequality_csv() const;
  // Empty unless replications were asked for.
  [[nodiscard]] const std::string& results_csv() const { return results_csv_; }
  // What a report is made of.
  [[nodiscard]] std::vector<report::PageDocument> documents() const;

 private:
  void simulate(const RunAsked& asked, Meter& meter);

  std::shared_ptr<const CountyStudy> study_;
  report::RunDescription description_;
  std::vector<std::unique_ptr<experiment::World>> worlds_;
  std::vector<std::unique_ptr<report::PlanRecord>> records_;
  std::vector<report::PlanResults> results_;
  std::string results_csv_;
};

// What Python asks of a comparison.
struct ComparisonAsked {
  experiment::CompareOptions options;
  std::uint64_t seed = 1;
  unsigned threads = 0;
};

// Plans beside the scenario as it stands: the same numbers as `sendcap compare` gives.
class ComparisonAnswer {
 public:
  ComparisonAnswer(std::shared_ptr<const CountyStudy> study, const ComparisonAsked& asked,
                   const OnLook& look);

  [[nodiscard]] const std::string& json() const { return json_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& csv() const { return csv_; }
  [[nodiscard]] std::vector<report::PageDocument> documents() const;

 private:
  void compare(const CountyStudy& study, const ComparisonAsked& asked, Meter& meter);

  std::string json_;
  std::string text_;
  std::string csv_;
  std::string record_;
  std::string world_;
};

}  // namespace sendcap::python
