#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sendcap/model/timeline.hpp"

namespace sendcap::model {

/// Which of several ways is taken, by shares that may change over time. A lot on [0, 1) takes the first way
/// up to which the shares sum to more, so that a share that grows at a way's upper end moves few lots.
class Shares {
 public:
  /// There is one way only.
  Shares() = default;
  /// The shares summed up: of the first way, of the first two, and so on.
  explicit Shares(std::vector<Timeline> cumulative);

  [[nodiscard]] bool empty() const { return cumulative_.empty(); }
  [[nodiscard]] const std::vector<Timeline>& cumulative() const { return cumulative_; }

  /// The way that a lot takes at a time. The last is taken whatever the shares sum to. REQUIRES: not empty.
  [[nodiscard]] std::size_t way(double lot, double time) const {
    std::size_t way = 0;
    if (!first_to_look_at_.empty()) {
      way = first_to_look_at_[place_of(lot)];
      while (way < bounds_.size() && lot >= bounds_[way]) ++way;
      return way;
    }
    while (way + 1 < cumulative_.size() && lot >= cumulative_[way].at(time)) ++way;
    return way;
  }

 private:
  [[nodiscard]] std::size_t place_of(double lot) const {
    return static_cast<std::size_t>(lot * static_cast<double>(first_to_look_at_.size()));
  }

  std::vector<Timeline> cumulative_;
  // Of shares that never change, an index (Chen and Asau 1974): however many ways there are, a look or two
  // finds the one, where a search along a thousand took nearly half of the time of an event.
  std::vector<double> bounds_;  ///< of all ways but the last
  std::vector<std::uint32_t> first_to_look_at_;
};

}  // namespace sendcap::model
