#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sendcap/engine/event.hpp"
#include "sendcap/engine/event_heap.hpp"

namespace sendcap::engine {

/// The distant part of a large calendar: a row of buckets, each for an equal length of time, whose events are
/// not sorted until the bucket's turn comes and it is released to a heap; and a list of what is later than
/// the last bucket. An operation costs the same however many events there are (Brown 1988, "Calendar queues";
/// Tang, Goh and Thng 2005, "Ladder queue").
///
/// Order is exact because the bucket of an event never falls as its time rises: all events that the ring
/// holds come after all those it refuses.
class EventRing {
 public:
  /// Keeps the event if it belongs to a bucket still to be released, or later. A closed ring refuses all.
  bool keep(const PendingEvent& event) {
    const double place = place_of(event.time());
    if (!(place >= released_)) return false;
    ++size_;
    if (place < end_)
      put(event, buckets_[static_cast<std::size_t>(place)]);
    else
      later_.push_back(event);
    return true;
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  /// Moves the earliest events to the heap. The ring must not be empty; at least one is moved.
  void release(EventHeap& heap);

  /// Takes over all events of the heap, fits the buckets to them, and releases the earliest.
  void spread(EventHeap& heap);

  /// Refuses events until it is spread again. The ring must be empty.
  void close();

  /// Forgets all events and refuses those to come.
  void clear();

 private:
  // Events of a bucket stand in a chain of chunks from one pool: no bucket owns memory of its own, and a
  // chunk that becomes free is used again while it is still in the cache.
  static constexpr std::uint32_t kEventsInChunk = 8;
  static constexpr std::uint32_t kNoChunk = ~std::uint32_t{0};
  struct Chunk {
    PendingEvent events[kEventsInChunk];
    std::uint32_t next;
  };
  struct Bucket {
    std::uint32_t chunk = kNoChunk;       // the first of the chain, the only one that may have room
    std::uint32_t used = kEventsInChunk;  // events in that chunk
  };

  double place_of(double time) const { return (time - begin_) * buckets_per_time_; }

  void put(const PendingEvent& event, Bucket& bucket) {
    if (bucket.used == kEventsInChunk) add_chunk(bucket);
    chunks_[bucket.chunk].events[bucket.used++] = event;
  }

  void add_chunk(Bucket& bucket);
  template <class Take>
  void empty_bucket(Bucket& bucket, Take take);
  void fit_to_later();

  double begin_ = 0;  // when the first bucket begins
  double buckets_per_time_ = 0;
  double released_ = 1;  // buckets released, a whole number; closed: every place is 0 and refused
  double end_ = 1;       // number of buckets in use, a whole number
  std::size_t size_ = 0;
  std::vector<Bucket> buckets_;
  std::vector<Chunk> chunks_;
  std::uint32_t free_chunk_ = kNoChunk;
  std::vector<PendingEvent> later_;
};

}  // namespace sendcap::engine
