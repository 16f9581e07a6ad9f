#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sendcap/experiment/estimates.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::testing {

/// A scenario written in a test, read and compiled like a file.
scenario::Scenario scenario_from(const std::string& yaml);
model::Model model_from(const std::string& yaml);
/// The same with a plan, given as the list of its interventions.
model::Model model_with(const std::string& yaml, const std::string& interventions);
/// What is said about a scenario that has mistakes.
std::string complaints_about(const std::string& yaml);

/// The results of some replications of a scenario, asked for by name.
class Results {
 public:
  Results(model::Model model, std::uint32_t replications, std::uint64_t seed = 1);
  explicit Results(const std::string& yaml, std::uint32_t replications = 1)
      : Results(model_from(yaml), replications) {}

  /// The mean over replications; fails the test when there is no such measure. `date` is a label of the
  /// layout
  /// (`2025-02-01`), or "" for the whole run.
  [[nodiscard]] double mean(std::string_view measure, std::string_view subject, std::string_view date = {},
                            std::string_view group = "all") const;
  [[nodiscard]] engine::Interval interval(std::string_view measure, std::string_view subject, double level,
                                          std::string_view date = {}, std::string_view group = "all") const;
  [[nodiscard]] const model::Model& model() const { return model_; }
  [[nodiscard]] const experiment::Estimates& estimates() const { return estimates_; }

 private:
  [[nodiscard]] std::size_t cell(std::string_view measure, std::string_view subject, std::string_view date,
                                 std::string_view group) const;

  model::Model model_;
  experiment::Estimates estimates_;
};

}  // namespace sendcap::testing
