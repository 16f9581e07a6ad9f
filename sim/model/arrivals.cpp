#include "arrivals.hpp"

#include <algorithm>

#include "sendcap/engine/exponential.hpp"

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
  last_ = gathered_until_ = 0;
  renewals_ = 0;
  next_gathered_ = gathered_count_ = 0;
  layers_.assign(stream.layers, Layer{});
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    layers_[i].floor = layer_floor(i);
    layers_[i].thickness = layer_floor(i + 1) - layer_floor(i);
    look_ahead(layers_[i], static_cast<std::uint32_t>(i));
  }
}

void ArrivalSource::look_ahead(Layer& layer, std::uint32_t index) {
  double time = layer.ahead.back().time;
  for (std::uint32_t i = 0; i < kPointsAhead; ++i) {
    engine::Stream random(key_, stream_->source | index, layer.number + i, kPurposePoint);
    const double height = random.uniform();
    time += engine::unit_exponential(random) / layer.thickness;
    layer.ahead[i] = {time, layer.floor + height * layer.thickness};
  }
}

// Takes the points of a layer before a time; those under the curve of the rate are arrivals.
inline void ArrivalSource::gather_layer(std::uint32_t index, double until) {
  Layer& layer = layers_[index];
  const double* until_of_piece = &stream_->rate.until[piece_];
  const double* per_day = &stream_->rate.per_day[piece_];
  const std::uint32_t source = stream_->source | index;
  for (;;) {
    const Point& point = layer.next();
    if (!(point.time < until)) return;
    for (; *until_of_piece <= point.time; ++until_of_piece) ++per_day;
    if (point.height < *per_day) unordered_.push_back({point.time, source, layer.number});
    if (++layer.number % kPointsAhead == 0) look_ahead(layer, index);
  }
}

// Gathers the arrivals of the next stretches of time until there are some, or one that never comes.
void ArrivalSource::gather(double end) {
  unordered_.clear();
  next_gathered_ = 0;
  const double length = static_cast<double>(kGatheredAtOnce) / layer_floor(layers_.size());
  double from = gathered_until_;
  while (unordered_.empty() && gathered_until_ < end) {
    from = gathered_until_;
    while (stream_->rate.until[piece_] <= from) ++piece_;
    gathered_until_ = std::min(from + length, end);
    for (std::uint32_t index = 0; index < layers_.size(); ++index)
      if (layers_[index].next().time < gathered_until_) gather_layer(index, gathered_until_);
  }
  put_in_order(from, gathered_until_ - from);
  if (gathered_count_ == 0) gathered_.assign(++gathered_count_, Arrival{});
}

// First by short stretches of time, in which there is hardly ever more than one or two.
void ArrivalSource::put_in_order(double from, double length) {
  const double places = static_cast<double>(kGatheredAtOnce) / length;
  const auto place_of = [&](const Arrival& arrival) {
    return std::min(static_cast<std::size_t>((arrival.time - from) * places), kGatheredAtOnce - 1);
  };
  const std::size_t count = unordered_.size();
  if (gathered_.size() < count) gathered_.resize(count);
  places_.resize(gathered_.size());
  ends_.fill(0);
  const Arrival* const unordered = unordered_.data();
  Arrival* const gathered = gathered_.data();
  std::uint16_t* const place = places_.data();
  for (std::size_t i = 0; i < count; ++i) {
    place[i] = static_cast<std::uint16_t>(place_of(unordered[i]));
    ++ends_[place[i] + 1U];
  }
  for (std::size_t i = 1; i < ends_.size(); ++i)
    ends_[i] = static_cast<std::uint16_t>(ends_[i] + ends_[i - 1]);
  for (std::size_t i = 0; i < count; ++i) gathered[ends_[place[i]]++] = unordered[i];
  for (std::size_t i = 1; i < count; ++i)
    for (std::size_t j = i; j > 0 && gathered[j].time < gathered[j - 1].time; --j)
      std::swap(gathered[j], gathered[j - 1]);
  gathered_count_ = count;
}

Arrival ArrivalSource::next_renewal(double end) {
  engine::Stream random(key_, stream_->source, renewals_, kPurposeInterval);
  last_ += stream_->intervals.draw(random);
  if (last_ >= end) return Arrival{};
  return Arrival{last_, stream_->source, renewals_++};
}

}  // namespace sendcap::model
