#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sendcap/engine/random.hpp"

namespace sendcap::engine {

/// Draws an index with probability proportional to its weight, in a time that does not depend on how many
/// there are (Walker 1977; built by the method of Vose 1991).
class AliasTable {
 public:
  /// Throws std::invalid_argument unless the weights are finite, none is negative and one is positive.
  explicit AliasTable(const std::vector<double>& weights);

  /// The index that belongs to a number on [0, 1).
  std::size_t index(double uniform) const {
    const double place = uniform * static_cast<double>(cells_.size());
    const auto cell = static_cast<std::size_t>(place);
    const double within = place - static_cast<double>(cell);
    return within < cells_[cell].own_share ? cell : cells_[cell].alias;
  }

  std::size_t index(Stream& stream) const { return index(stream.uniform()); }

  std::size_t size() const { return cells_.size(); }

  /// The probability of each index, summed from the table itself.
  std::vector<double> probabilities() const;

 private:
  struct Cell {
    double own_share;     ///< the share of the cell that is its own index
    std::uint32_t alias;  ///< the index of the rest
  };
  std::vector<Cell> cells_;
};

}  // namespace sendcap::engine
