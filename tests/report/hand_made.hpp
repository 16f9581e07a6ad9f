#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "sendcap/report/results.hpp"

// Results written by hand, so that what is reported of them can be read off.

namespace sendcap::testing {

inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

// A world of one month with a milestone in the middle, two groups (`all` and one district), no services yet.
model::Model a_month();

// A model and the measures of its replications.
class HandMade {
 public:
  explicit HandMade(model::Model model = a_month()) : model_(std::move(model)) {}

  // A measure and its values by replication, group and date: the start, the milestone, the end and the whole
  // run. With the values of one group only, the measure is not given by group.
  void add(model::MeasureId measure, model::SubjectKind kind, const std::string& subject,
           const std::vector<std::vector<std::vector<double>>>& values, const std::string& detail = {});

  [[nodiscard]] model::Model& model() { return model_; }
  [[nodiscard]] const model::Model& model() const { return model_; }
  [[nodiscard]] std::vector<model::Measures> replications() const;
  [[nodiscard]] experiment::Estimates estimates() const;

 private:
  model::Model model_;
  std::vector<std::vector<double>> values_;  // by replication and cell
};

}  // namespace sendcap::testing
