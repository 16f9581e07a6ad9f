#include "sendcap/engine/presence.hpp"

#include <algorithm>
#include <limits>

namespace sendcap::engine {

void PresenceDistribution::reset(double time) {
  std::fill(time_with_.begin(), time_with_.end(), 0.0);
  last_ = time;
}

double PresenceDistribution::total_time() const {
  double total = 0;
  for (const double time : time_with_) total += time;
  return total;
}

double PresenceDistribution::probability(std::size_t number) const {
  const double total = total_time();
  if (!(total > 0)) return std::numeric_limits<double>::quiet_NaN();
  return number < time_with_.size() ? time_with_[number] / total : 0;
}

std::vector<double> PresenceDistribution::probabilities() const {
  const double total = total_time();
  if (!(total > 0)) return {};
  std::size_t used = time_with_.size();
  while (!(time_with_[used - 1] > 0)) --used;
  std::vector<double> shares(used);
  for (std::size_t number = 0; number < shares.size(); ++number) shares[number] = time_with_[number] / total;
  return shares;
}

double PresenceDistribution::mean() const {
  const double total = total_time();
  if (!(total > 0)) return std::numeric_limits<double>::quiet_NaN();
  double area = 0;
  for (std::size_t number = 0; number < time_with_.size(); ++number)
    area += static_cast<double>(number) * time_with_[number];
  return area / total;
}

std::size_t PresenceDistribution::quantile(double share) const {
  // A share that the times reach exactly must not be missed by rounding.
  const double needed = share * total_time() * (1 - 1e-12);
  double so_far = 0;
  std::size_t last_used = 0;
  for (std::size_t number = 0; number < time_with_.size(); ++number) {
    if (!(time_with_[number] > 0)) continue;
    last_used = number;
    so_far += time_with_[number];
    if (so_far >= needed) break;
  }
  return last_used;
}

void PresenceDistribution::grow_to(std::size_t number) {
  numbers_ = std::max(number + 1, 2 * numbers_);
  time_with_.resize(numbers_);
}

}  // namespace sendcap::engine
