#include "arrivals.hpp"

#include <algorithm>
#include <boost/random/exponential_distribution.hpp>

namespace sendcap::model {
namespace {
constexpr std::uint32_t kPurposePoint = engine::name_hash("arrival point");
constexpr std::uint32_t kPurposeInterval = engine::name_hash("arrival interval");
}  // namespace

std::size_t layers_below(double greatest_rate_per_day) {
  std::size_t layers = 0;
  while (layer_floor(layers) < greatest_rate_per_day) ++layers;
  return layers;
}

void ArrivalSource::reset(const ArrivalStream& stream, engine::ReplicationKey key) {
  stream_ = &stream;
  key_ = key;
  piece_ = 0;
  last_ = 0;
  renewals_ = 0;
  layers_.assign(stream.layers, Layer{});
  next_points_.clear();
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    layers_[i].floor = layer_floor(i);
    layers_[i].thickness = layer_floor(i + 1) - layer_floor(i);
    advance(layers_[i], static_cast<std::uint32_t>(i));
    next_points_.push_back({layers_[i].time, static_cast<std::uint32_t>(i)});
  }
  std::sort(next_points_.begin(), next_points_.end(),
            [](const NextPoint& left, const NextPoint& right) { return left.before(right); });
}

void ArrivalSource::advance(Layer& layer, std::uint32_t index) {
  engine::Stream random(key_, stream_->source | index, layer.number, kPurposePoint);
  const double height = random.uniform();
  layer.time += boost::random::exponential_distribution<double>()(random) / layer.thickness;
  layer.height = layer.floor + height * layer.thickness;
  ++layer.number;
}

Arrival ArrivalSource::next(double end) {
  if (stream_->renewal) return next_renewal(end);
  while (!next_points_.empty()) {
    const auto [time, index] = next_points_.front();
    if (time >= end) break;
    Layer& layer = layers_[index];
    const double height = layer.height;
    const std::uint32_t number = layer.number - 1;
    advance(layer, index);
    replace_soonest({layer.time, index});
    while (stream_->rate.until[piece_] <= time) ++piece_;
    if (height < stream_->rate.per_day[piece_]) return Arrival{time, stream_->source | index, number};
  }
  return Arrival{};
}

// Most points are of the upper layers, which soon have another: the new one rarely goes far back.
void ArrivalSource::replace_soonest(const NextPoint& point) {
  std::size_t place = 0;
  for (; place + 1 < next_points_.size() && next_points_[place + 1].before(point); ++place)
    next_points_[place] = next_points_[place + 1];
  next_points_[place] = point;
}

Arrival ArrivalSource::next_renewal(double end) {
  engine::Stream random(key_, stream_->source, renewals_, kPurposeInterval);
  last_ += stream_->intervals.draw(random);
  if (last_ >= end) return Arrival{};
  return Arrival{last_, stream_->source, renewals_++};
}

}  // namespace sendcap::model
