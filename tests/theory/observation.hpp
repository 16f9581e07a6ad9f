#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/model/measure.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::theory {

/// Confidence of each comparison with a formula. The suite makes fewer than 200 of them, so the chance that a
/// sound simulator fails any for a new seed is below 2%; the seeds are fixed, so a suite that passed goes on
/// passing.
inline constexpr double kConfidence = 0.9999;

/// The path of a shipped file in scenarios/verification.
std::string verification_file(std::string_view name);

/// Reads a scenario as the program does, with overrides such as `clock.run for=1 year`. Throws
/// std::runtime_error with all diagnostics when there is a mistake in it.
scenario::Scenario load_file(const std::string& path, const std::vector<std::string>& overrides = {});
scenario::Scenario load_text(const std::string& text);
/// The baseline as a plan written in YAML changes it.
scenario::Scenario with_plan(const scenario::Scenario& baseline, const std::string& plan);
/// Compiles as the program does; throws std::runtime_error with all diagnostics.
model::Model compiled(const scenario::Scenario& scenario);

/// Replications 0, 1 … of a seed, in order.
std::vector<model::Measures> replications_of(const model::Model& model, std::uint64_t seed,
                                             std::uint32_t count, unsigned threads = 1);

/// What replications of a scenario say about the whole run.
class Observation {
 public:
  static constexpr std::uint32_t kReplications = 40;

  /// Runs a shipped verification scenario.
  explicit Observation(std::string_view file, std::uint32_t replications = kReplications,
                       std::uint64_t seed = 1);

  /// A measure over the whole run, one observation a replication.
  engine::Tally whole_run(std::string_view measure, std::string_view subject) const;
  /// A measure at a date, such as `2025-06-15`.
  engine::Tally at_date(std::string_view date, std::string_view measure, std::string_view subject) const;
  /// One whole-run measure divided by another.
  engine::Tally ratio(std::string_view part, std::string_view whole, std::string_view subject) const;
  /// The share of time with exactly, or at least, so many present at a service.
  engine::Tally time_with(std::size_t present, std::string_view service) const;
  engine::Tally time_with_at_least(std::size_t present, std::string_view service) const;

  const model::Model& model() const { return model_; }

 private:
  engine::Tally each(const std::function<double(const model::Measures&)>& value) const;
  std::size_t cell(std::string_view measure, std::string_view subject, std::size_t date) const;
  std::size_t service(std::string_view name) const;

  model::Model model_;
  std::vector<model::Measures> measures_;
};

/// Whether the interval of the observations, at kConfidence, covers what theory expects, and is narrow enough
/// for that to say something: half of it at most `precision` times the expected value.
testing::AssertionResult agrees(const engine::Tally& observed, double expected, double precision = 0.05);

/// The same for a percentile, which is reported as the lower edge of its bin and so up to a resolution too
/// low.
testing::AssertionResult agrees_to_resolution(const engine::Tally& observed, double expected,
                                              double resolution, double precision = 0.05);

}  // namespace sendcap::theory
