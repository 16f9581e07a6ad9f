#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "sendcap/engine/random.hpp"
#include "sendcap/model/model.hpp"

namespace sendcap::model {

// A Poisson process with rate λ(t) is the points of a unit Poisson process in the plane (time × height) that
// lie under the curve λ (Lewis and Shedler 1979, thinning). The plane is cut into layers of fixed height that
// no scenario can move: [0, 1/16) per day, then half-octaves. Each layer has its own random numbers. So a
// plan that raises or lowers λ only adds or removes the points between the two curves, and every other child
// arrives as before.

/// Lower edge of a layer, arrivals per day.
[[nodiscard]] inline double layer_floor(std::size_t layer) {
  return layer == 0 ? 0.0 : std::exp2(0.5 * static_cast<double>(layer - 1) - 4.0);
}
/// The number of layers that a rate reaches into.
[[nodiscard]] std::size_t layers_below(double greatest_rate_per_day);

/// One arrival.
struct Arrival {
  double time = std::numeric_limits<double>::infinity();
  std::uint32_t source = 0;
  std::uint32_t number = 0;
};

/// The arrivals of one stream in order of time.
class ArrivalSource {
 public:
  void reset(const ArrivalStream& stream, engine::ReplicationKey key);
  /// The next arrival; its time is infinite when none comes before `end`.
  Arrival next(double end) {
    if (stream_->renewal) return next_renewal(end);
    if (next_gathered_ == gathered_count_) gather(end);
    return gathered_[next_gathered_++];
  }

 private:
  /// A point of the plane, height in arrivals per day.
  struct Point {
    double time = 0;
    double height = 0;
  };
  /// Points are worked out a few at a time: the processor works at their random numbers side by side, which
  /// are a fifth of the time of a plain queue.
  static constexpr std::uint32_t kPointsAhead = 4;
  struct Layer {
    std::array<Point, kPointsAhead> ahead{};
    double floor = 0;
    double thickness = 0;
    std::uint32_t number = 0;  ///< of the next point
    [[nodiscard]] const Point& next() const { return ahead[number % kPointsAhead]; }
  };
  void look_ahead(Layer& layer, std::uint32_t index);
  void gather(double end);
  void gather_layer(std::uint32_t index, double until);
  void put_in_order(double from, double length);
  Arrival next_renewal(double end);

  const ArrivalStream* stream_ = nullptr;
  engine::ReplicationKey key_{0, 0};
  std::vector<Layer> layers_;
  // The points of all layers are gathered for a stretch of time at once and put in order together: to look
  // for the soonest of all layers at each arrival took a seventh of the time of a plain queue.
  static constexpr std::size_t kGatheredAtOnce = 32;  ///< on average
  std::vector<Arrival> gathered_;
  std::size_t gathered_count_ = 0;  ///< of which so many are of this stretch
  std::size_t next_gathered_ = 0;
  double gathered_until_ = 0;
  std::size_t piece_ = 0;                                  ///< of the rate, at `gathered_until_`
  std::array<std::uint16_t, kGatheredAtOnce + 1> ends_{};  ///< scratch
  std::vector<Arrival> unordered_;
  std::vector<std::uint16_t> places_;  ///< scratch
  double last_ = 0;
  std::uint32_t renewals_ = 0;
};

}  // namespace sendcap::model
