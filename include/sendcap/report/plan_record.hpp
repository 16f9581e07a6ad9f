#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sendcap/experiment/estimates.hpp"
#include "sendcap/experiment/inequality.hpp"
#include "sendcap/experiment/targets.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/report/paired.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// All that is recorded of the replications of one plan, for its results. Does not move: its results point
/// into it.
class PlanRecord {
 public:
  /// The model must outlive the record.
  PlanRecord(std::string name, std::string description, const model::Model& model,
             std::vector<experiment::TargetCell> targets);
  PlanRecord(const PlanRecord&) = delete;
  PlanRecord& operator=(const PlanRecord&) = delete;

  /// To be filled by experiment::run, which adds each replication to it.
  [[nodiscard]] experiment::Estimates& estimates() { return estimates_; }
  /// All else that is recorded of a replication; in the order of their numbers.
  void add(const model::Measures& measures);

  /// What came of it; with the differences to another plan, unless that is null.
  [[nodiscard]] PlanResults results(const experiment::RunOutcome& outcome, const PlanRecord* baseline) const;

 private:
  std::string name_;
  std::string description_;
  const model::Model& model_;
  experiment::Estimates estimates_;
  experiment::Inequality inequality_;
  experiment::TargetRecord targets_;
  HeadlineRecord headlines_;
};

}  // namespace sendcap::report
