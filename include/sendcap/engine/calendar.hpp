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
    if (top_taken_) {
      top_taken_ = false;
      return near_.replace_top(event);
    }
    near_.push(event);
    if (near_.size() > near_limit_) [[unlikely]]
      spread();
  }

  /// Removes and returns the earliest event. The calendar must not be empty.
  Event pop() {
    if (top_taken_) remove_top();
    top_taken_ = true;
    return happening(near_.top());
  }

  // The heap is not empty unless the ring is.
  bool empty() const { return near_.size() == (top_taken_ ? 1 : 0) && ring_.empty(); }
  std::size_t size() const { return near_.size() + ring_.size() - (top_taken_ ? 1 : 0); }

  /// Calls back with subject and time of some of the events that happen soon, the next among them unless it
  /// is still to be scheduled: what is about to be needed can be fetched beforehand.
  template <class Visit>
  void visit_soon(const Visit& visit) const {
    near_.visit_below_top([&](const PendingEvent& event) { visit(happening(event).subject, event.time()); });
  }

  /// Makes room beforehand for so many events, as far as they are few enough for the heap alone.
  void reserve(std::size_t events);

  /// Forgets all events and starts the sequence anew.
  void clear();

 private:
  static constexpr std::size_t kLargestHeap = 4096;

  void spread();
  void remove_top();
  void refill();

  EventHeap near_;  // not empty unless the ring is empty too
  EventRing ring_;
  // The event on top has been handed out and not yet removed. Most events schedule another, which takes its
  // place in one go: a heap is put in order once for both.
  bool top_taken_ = false;
  std::size_t near_limit_ = kLargestHeap;
  std::uint64_t scheduled_ = 0;
};

}  // namespace sendcap::engine
