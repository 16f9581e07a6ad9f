#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/engine/tally.hpp"
#include "sendcap/model/measure.hpp"

namespace sendcap::report {

/// The headline measures (experiment::headline_cells) of each replication of a plan. Since all plans use the
/// same random numbers, two plans are compared replication by replication: chance that both share cancels out
/// (Law 2015, Simulation Modeling and Analysis, 11.2). Kept are a few numbers a replication.
class HeadlineRecord {
 public:
  /// The layout must outlive the record.
  explicit HeadlineRecord(const model::MeasureLayout& layout);

  /// Replications must be added in the order of their numbers.
  void add(const model::Measures& measures);

  struct Headline {
    const model::Column* column = nullptr;
    std::size_t date = 0;  ///< index into the dates of the layout
    std::size_t cell = 0;
  };
  [[nodiscard]] const std::vector<Headline>& headlines() const { return headlines_; }
  /// By headline and replication.
  [[nodiscard]] const std::vector<std::vector<double>>& values() const { return values_; }

 private:
  std::vector<Headline> headlines_;
  std::vector<std::vector<double>> values_;
};

/// A headline measure of a plan less that of the baseline.
struct PairedDifference {
  const model::Column* column = nullptr;  ///< of the plan's layout
  std::size_t date = 0;
  engine::Tally tally;  ///< over the replications in which both have a value
};

/// The differences of all headline measures that both plans have, in the order of the plan's.
[[nodiscard]] std::vector<PairedDifference> paired_differences(const HeadlineRecord& baseline,
                                                               const HeadlineRecord& plan);

}  // namespace sendcap::report
