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
  layer_times_.assign(stream.layers, 0.0);
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    layers_[i].floor = layer_floor(i);
    layers_[i].thickness = layer_floor(i + 1) - layer_floor(i);
    advance(layers_[i], static_cast<std::uint32_t>(i));
    layer_times_[i] = layers_[i].time;
  }
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
  while (!layers_.empty()) {
    const auto soonest = std::min_element(layer_times_.begin(), layer_times_.end());
    const auto index = static_cast<std::size_t>(soonest - layer_times_.begin());
    Layer& layer = layers_[index];
    const double time = layer.time;
    if (time >= end) break;
    const double height = layer.height;
    const std::uint32_t number = layer.number - 1;
    advance(layer, static_cast<std::uint32_t>(index));
    *soonest = layer.time;
    while (stream_->rate.until[piece_] <= time) ++piece_;
    if (height < stream_->rate.per_day[piece_])
      return Arrival{time, stream_->source | static_cast<std::uint32_t>(index), number};
  }
  return Arrival{};
}

Arrival ArrivalSource::next_renewal(double end) {
  engine::Stream random(key_, stream_->source, renewals_, kPurposeInterval);
  last_ += stream_->intervals.draw(random);
  if (last_ >= end) return Arrival{};
  return Arrival{last_, stream_->source, renewals_++};
}

}  // namespace sendcap::model
