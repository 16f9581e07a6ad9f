#include "sendcap/report/plan_record.hpp"

#include <utility>

namespace sendcap::report {

PlanRecord::PlanRecord(std::string name, std::string description, const model::Model& model,
                       std::vector<experiment::TargetCell> targets)
    : name_(std::move(name)),
      description_(std::move(description)),
      model_(model),
      estimates_(model.layout),
      inequality_(model.layout),
      targets_(std::move(targets)),
      headlines_(model.layout) {}

void PlanRecord::add(const model::Measures& measures) {
  headlines_.add(measures);
  inequality_.add(measures);
  targets_.add(measures);
}

PlanResults PlanRecord::results(const experiment::RunOutcome& outcome, const PlanRecord* baseline) const {
  PlanResults results;
  results.name = name_;
  results.description = description_;
  results.model = &model_;
  results.estimates = &estimates_;
  results.inequality = &inequality_;
  results.targets = &targets_;
  results.outcome = outcome;
  if (baseline != nullptr) results.differences = paired_differences(baseline->headlines_, headlines_);
  return results;
}

}  // namespace sendcap::report
