#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace sendcap::limits {

/// The soonest of many times, of which one changes at a time: a tournament in which each match knows who won.
class Soonest {
 public:
  explicit Soonest(std::size_t count)
      : places_(std::bit_ceil(count < 2 ? 2 : count)),
        times_(places_, std::numeric_limits<double>::infinity()),
        winners_(2 * places_) {
    for (std::size_t i = 0; i < places_; ++i) winners_[places_ + i] = static_cast<std::uint32_t>(i);
    for (std::size_t match = places_ - 1; match > 0; --match) play(match);
  }

  void set(std::size_t who, double time) {
    times_[who] = time;
    for (std::size_t match = (places_ + who) / 2; match > 0; match /= 2) play(match);
  }

  std::size_t who() const { return winners_[1]; }
  double when() const { return times_[who()]; }

 private:
  void play(std::size_t match) {
    const std::uint32_t left = winners_[2 * match];
    const std::uint32_t right = winners_[2 * match + 1];
    winners_[match] = times_[right] < times_[left] ? right : left;
  }

  std::size_t places_;
  std::vector<double> times_;
  std::vector<std::uint32_t> winners_;
};

}  // namespace sendcap::limits
