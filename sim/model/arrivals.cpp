#include "arrivals.hpp"

#include <algorithm>
#include <bit>
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
  tournament_.assign(2 * std::bit_ceil(std::max<std::size_t>(stream.layers, 1)), NextPoint{});
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    layers_[i].floor = layer_floor(i);
    layers_[i].thickness = layer_floor(i + 1) - layer_floor(i);
    look_ahead(layers_[i], static_cast<std::uint32_t>(i));
    play({layers_[i].next().time, static_cast<std::uint32_t>(i)});
  }
}

void ArrivalSource::look_ahead(Layer& layer, std::uint32_t index) {
  double time = layer.ahead.back().time;
  for (std::uint32_t i = 0; i < kPointsAhead; ++i) {
    engine::Stream random(key_, stream_->source | index, layer.number + i, kPurposePoint);
    const double height = random.uniform();
    time += boost::random::exponential_distribution<double>()(random) / layer.thickness;
    layer.ahead[i] = {time, layer.floor + height * layer.thickness};
  }
}

Arrival ArrivalSource::next(double end) {
  if (stream_->renewal) return next_renewal(end);
  for (;;) {
    if (tournament_[1].time >= end) return Arrival{};
    const std::uint32_t index = tournament_[1].layer;
    Layer& layer = layers_[index];
    const Point point = layer.next();
    const std::uint32_t number = layer.number++;
    if (layer.number % kPointsAhead == 0) look_ahead(layer, index);
    play({layer.next().time, index});
    while (stream_->rate.until[piece_] <= point.time) ++piece_;
    if (point.height < stream_->rate.per_day[piece_])
      return Arrival{point.time, stream_->source | index, number};
  }
}

// Plays the matches of a layer's new point, from its own place up to the winner of all. Who wins is what a
// processor can not predict, so no branch depends on it.
void ArrivalSource::play(NextPoint point) {
  std::size_t place = tournament_.size() / 2 + point.layer;
  tournament_[place] = point;
  for (; place > 1; place /= 2) {
    const NextPoint& rival = tournament_[place ^ 1U];
    const bool loses = rival.time < point.time;
    point.time = loses ? rival.time : point.time;
    point.layer = loses ? rival.layer : point.layer;
    tournament_[place / 2] = point;
  }
}

Arrival ArrivalSource::next_renewal(double end) {
  engine::Stream random(key_, stream_->source, renewals_, kPurposeInterval);
  last_ += stream_->intervals.draw(random);
  if (last_ >= end) return Arrival{};
  return Arrival{last_, stream_->source, renewals_++};
}

}  // namespace sendcap::model
