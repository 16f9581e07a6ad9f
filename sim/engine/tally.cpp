#include "sendcap/engine/tally.hpp"

#include <algorithm>
#include <cmath>

namespace sendcap::engine {

void Tally::merge(const Tally& other) {
  if (other.count_ == 0) return;
  const auto here = static_cast<double>(count_);
  const auto there = static_cast<double>(other.count_);
  const double difference = other.mean_ - mean_;
  mean_ += difference * (there / (here + there));
  squares_ += other.squares_ + difference * difference * (here * there / (here + there));
  count_ += other.count_;
  minimum_ = std::min(minimum_, other.minimum_);
  maximum_ = std::max(maximum_, other.maximum_);
}

double Tally::standard_deviation() const {
  return std::sqrt(variance());
}

}  // namespace sendcap::engine
