#include "sendcap/engine/alias_table.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace sendcap::engine {
namespace {

// A sum that keeps what rounding takes from it (Kahan 1965): a hundred thousand terms stay exact.
class ExactSum {
 public:
  explicit ExactSum(double start = 0) : sum_(start) {}
  void add(double term) {
    const double corrected = term - excess_;
    const double sum = sum_ + corrected;
    excess_ = (sum - sum_) - corrected;
    sum_ = sum;
  }
  double value() const { return sum_ - excess_; }

 private:
  double sum_;
  double excess_ = 0;
};

double checked_sum(const std::vector<double>& weights) {
  if (weights.size() > std::numeric_limits<std::uint32_t>::max())
    throw std::invalid_argument("a table of weights is limited to 2^32 - 1 of them");
  ExactSum sum;
  for (const double weight : weights) {
    if (!std::isfinite(weight) || weight < 0)
      throw std::invalid_argument("a weight must be a finite number that is not negative");
    sum.add(weight);
  }
  if (!(sum.value() > 0) || !std::isfinite(sum.value()))
    throw std::invalid_argument("the weights must have a finite sum above 0");
  return sum.value();
}

}  // namespace

// Cells below the average are filled up from those above it, one giver at a time until it is itself below.
AliasTable::AliasTable(const std::vector<double>& weights) {
  const double sum = checked_sum(weights);
  const auto count = static_cast<double>(weights.size());
  cells_.reserve(weights.size());
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t index = 0; index < weights.size(); ++index) {
    cells_.push_back(Cell{weights[index] / sum * count, index});
    (cells_[index].own_share < 1 ? small : large).push_back(index);
  }
  while (!large.empty() && !small.empty()) {
    const std::uint32_t giver = large.back();
    large.pop_back();
    ExactSum left(cells_[giver].own_share);
    while (left.value() >= 1 && !small.empty()) {
      cells_[small.back()].alias = giver;
      left.add(cells_[small.back()].own_share - 1);
      small.pop_back();
    }
    cells_[giver].own_share = left.value();
    (left.value() < 1 ? small : large).push_back(giver);
  }
  // Only rounding left these over: each is full to within it.
  for (const std::uint32_t index : small) cells_[index].own_share = 1;
  for (const std::uint32_t index : large) cells_[index].own_share = 1;
}

std::vector<double> AliasTable::probabilities() const {
  std::vector<ExactSum> sums(cells_.size());
  for (std::size_t index = 0; index < cells_.size(); ++index) {
    sums[index].add(cells_[index].own_share);
    sums[cells_[index].alias].add(1 - cells_[index].own_share);
  }
  std::vector<double> probabilities;
  probabilities.reserve(sums.size());
  for (const ExactSum& sum : sums) probabilities.push_back(sum.value() / static_cast<double>(cells_.size()));
  return probabilities;
}

}  // namespace sendcap::engine
