#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/estimates.hpp"
#include "sendcap/experiment/inequality.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/experiment/targets.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/report/paired.hpp"
#include "sendcap/report/small_counts.hpp"

namespace sendcap::report {

/// The version of the documents and tables written here (docs/results.md). It rises when a field changes its
/// meaning or goes; new fields leave it as it is.
inline constexpr int kResultsFormat = 1;

/// A file that was read, and what stood in it.
struct InputFile {
  std::string name;    ///< as the user gave it
  std::string sha256;  ///< of its bytes, in hexadecimal
};

/// What was asked for: whoever has this can make the same results again.
struct RunDescription {
  std::string program_version;
  std::string title;  ///< of the scenario
  std::vector<InputFile> files;
  std::vector<std::string> overrides;  ///< `path=value`, in order
  std::uint64_t seed = 1;
  double level = 0.95;                      ///< confidence of the intervals
  std::optional<double> precision;          ///< relative half-width asked for
  unsigned small_count = kUsualSmallCount;  ///< counts of real children up to this are left out
};

/// What came of one plan. What it points to must outlive it.
struct PlanResults {
  std::string name;
  std::string description;
  const model::Model* model = nullptr;
  const experiment::Estimates* estimates = nullptr;
  const experiment::Inequality* inequality = nullptr;
  const experiment::TargetRecord* targets = nullptr;
  experiment::RunOutcome outcome;
  std::vector<PairedDifference> differences;  ///< to the first plan of the run; empty for that plan itself
};

}  // namespace sendcap::report
