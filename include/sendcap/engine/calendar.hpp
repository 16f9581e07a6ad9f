#pragma once

#include <cstddef>
#include <cstdint>

#include "sendcap/engine/event.hpp"
#include "sendcap/engine/event_heap.hpp"
#include "sendcap/engine/event_ring.hpp"

namespace sendcap::engine {

/// The events that are still to happen, earliest first; ties go by priority (low first), then in the order of
/// scheduling, so that a run is exactly repeatable.
///
/// A heap holds them all while they are a few thousand. Of more, it holds the near future, and a ring of
/// buckets the rest.
class Calendar {
 public:
  /// `time` must be neither negative nor NaN; `priority` is below 256.
  void schedule(double time, unsigned priority, std::uint32_t subject, std::uint32_t detail) {
    // Adding zero turns the negative zero, whose bits would sort last, into the ordinary one.
    const PendingEvent event =
        pending(time + 0.0, (std::uint64_t{priority} << 56U) | scheduled_++, subject, detail);
    if (ring_.keep(event)) return;
    near_.push(event);
    if (near_.size() > near_limit_) [[unlikely]]
      spread();
  }

  /// The earliest event. The calendar must not be empty.
  Event next() const { return happening(near_.top()); }

  /// Removes and returns the earliest event. The calendar must not be empty.
  Event pop() {
    const Event event = next();
    near_.pop();
    if (near_.empty()) [[unlikely]]
      refill();
    return event;
  }

  bool empty() const { return near_.empty(); }
  std::size_t size() const { return near_.size() + ring_.size(); }

  /// Makes room beforehand for so many events, as far as they are few enough for the heap alone.
  void reserve(std::size_t events);

  /// Forgets all events and starts the sequence anew.
  void clear();

 private:
  static constexpr std::size_t kLargestHeap = 4096;

  void spread();
  void refill();

  EventHeap near_;  // not empty unless the ring is empty too
  EventRing ring_;
  std::size_t near_limit_ = kLargestHeap;
  std::uint64_t scheduled_ = 0;
};

}  // namespace sendcap::engine
