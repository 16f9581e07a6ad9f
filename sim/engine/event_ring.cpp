#include "sendcap/engine/event_ring.hpp"

#include <algorithm>
#include <cmath>

namespace sendcap::engine {
namespace {

// Below this many events a heap alone is as fast.
constexpr std::size_t kFewEvents = 1024;
// Enough that running over empty buckets costs little, few enough that the heap stays in the fastest cache.
constexpr double kEventsInBucket = 16;

double median_time(const std::vector<PendingEvent>& events) {
  constexpr std::size_t kSample = 1024;
  std::vector<double> times;
  const std::size_t stride = std::max<std::size_t>(1, events.size() / kSample);
  for (std::size_t index = 0; index < events.size(); index += stride) times.push_back(events[index].time());
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

}  // namespace

// Hands over the events of a bucket and its chunks to the free ones.
template <class Take>
void EventRing::empty_bucket(Bucket& bucket, Take take) {
  std::uint32_t used = bucket.used;
  std::uint32_t index = bucket.chunk;
  while (index != kNoChunk) {
    Chunk& chunk = chunks_[index];
    for (std::uint32_t place = 0; place < used; ++place) take(chunk.events[place]);
    size_ -= used;
    used = kEventsInChunk;
    const std::uint32_t next = chunk.next;
    chunk.next = free_chunk_;
    free_chunk_ = index;
    index = next;
  }
  bucket = Bucket{};
}

void EventRing::release(EventHeap& heap) {
  for (;;) {
    while (released_ < end_) {
      Bucket& bucket = buckets_[static_cast<std::size_t>(released_)];
      released_ += 1;
      if (bucket.chunk == kNoChunk) continue;
      empty_bucket(bucket, [&heap](const PendingEvent& event) { heap.push(event); });
      return;
    }
    fit_to_later();
    if (released_ < end_) continue;
    for (const PendingEvent& event : later_) heap.push(event);
    later_.clear();
    size_ = 0;
    return;
  }
}

void EventRing::spread(EventHeap& heap) {
  heap.move_all_to(later_);
  for (Bucket& bucket : buckets_)
    empty_bucket(bucket, [this](const PendingEvent& event) { later_.push_back(event); });
  size_ = later_.size();
  released_ = end_;
  release(heap);
}

void EventRing::clear() {
  for (Bucket& bucket : buckets_) bucket = Bucket{};
  chunks_.clear();
  free_chunk_ = kNoChunk;
  later_.clear();
  size_ = 0;
  close();
}

void EventRing::add_chunk(Bucket& bucket) {
  if (free_chunk_ == kNoChunk) {
    free_chunk_ = static_cast<std::uint32_t>(chunks_.size());
    chunks_.emplace_back().next = kNoChunk;
  }
  Chunk& chunk = chunks_[free_chunk_];
  const std::uint32_t rest_of_chain = bucket.chunk;
  bucket = Bucket{free_chunk_, 0};
  free_chunk_ = chunk.next;
  chunk.next = rest_of_chain;
}

// Chooses buckets for the events in the list of later ones and puts them there, or closes the ring if they
// are too few, or too many at one time, for buckets to help. All buckets are empty.
void EventRing::fit_to_later() {
  close();
  if (later_.size() < kFewEvents) return;
  double first = later_.front().time();
  for (const PendingEvent& event : later_) first = std::min(first, event.time());
  // The first half of the events decides the width, so that a long tail does not stretch it. At least that
  // half then finds its bucket: an event is put off a few times at most, on average.
  const auto count = static_cast<double>(later_.size());
  const double width = (median_time(later_) - first) / (count / 2) * kEventsInBucket;
  if (!(width > 0) || !std::isfinite(1 / width)) return;

  const double buckets = std::ceil(2 * count / kEventsInBucket);
  if (buckets_.size() < static_cast<std::size_t>(buckets)) buckets_.resize(static_cast<std::size_t>(buckets));
  begin_ = first;
  buckets_per_time_ = 1 / width;
  released_ = 0;
  end_ = buckets;

  std::vector<PendingEvent> events;
  events.swap(later_);
  size_ -= events.size();
  for (const PendingEvent& event : events) keep(event);
}

void EventRing::close() {
  begin_ = 0;
  buckets_per_time_ = 0;
  released_ = 1;
  end_ = 1;
}

}  // namespace sendcap::engine
