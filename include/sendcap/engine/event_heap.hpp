#pragma once

#include <algorithm>
#include <cstddef>
#include <new>
#include <vector>

#include "sendcap/engine/event.hpp"

namespace sendcap::engine {

/// A heap of events with four children to a node: half as deep as a binary heap, and the siblings that are
/// compared lie side by side (LaMarca and Ladner 1996, "The influence of caches on the performance of
/// heaps").
class EventHeap {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  void reserve(std::size_t events) {
    if (events <= room_) return;
    slots_.resize(events + kBeforeRoot);
    room_ = events;
  }
  void clear() { size_ = 0; }

  /// The earliest event. The heap must not be empty.
  PendingEvent top() const { return read_by_words(slots_[kBeforeRoot]); }

  void push(const PendingEvent& event) {
    if (size_ == room_) [[unlikely]]
      reserve(std::max(kFewEvents, 2 * size_));
    PendingEvent* const heap = slots_.data() + kBeforeRoot;
    std::size_t hole = size_++;
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!happens_before(event, heap[parent])) break;
      heap[hole] = heap[parent];
      hole = parent;
    }
    write_by_words(heap[hole], event);
  }

  /// Removes the earliest event. The heap must not be empty.
  void pop() {
    const PendingEvent last = read_by_words(slots_[kBeforeRoot + --size_]);
    if (!empty()) settle_from_root(last);
  }

  /// Removes the earliest event and adds another. The heap must not be empty.
  void replace_top(const PendingEvent& event) { settle_from_root(event); }

  /// Calls back with the events right below the top, the second earliest among them.
  template <class Visit>
  void visit_below_top(const Visit& visit) const {
    constexpr std::size_t kChildren = 4;
    for (std::size_t slot = 1; slot <= kChildren && slot < size(); ++slot)
      visit(read_by_words(slots_[kBeforeRoot + slot]));
  }

  /// Removes all events, in no order, and appends them to `target`.
  void move_all_to(std::vector<PendingEvent>& target) {
    const auto first = slots_.begin() + kBeforeRoot;
    target.insert(target.end(), first, first + static_cast<std::ptrdiff_t>(size_));
    clear();
  }

 private:
  // Four siblings take 96 bytes. Aligned to a cache line as a whole, with the root in the fourth slot, each
  // group of siblings touches two lines and never three.
  template <class Value>
  struct CacheAligned {
    using value_type = Value;
    static constexpr std::align_val_t kLine{64};
    CacheAligned() = default;
    template <class Other>
    explicit CacheAligned(const CacheAligned<Other>&) {}
    Value* allocate(std::size_t count) {
      return static_cast<Value*>(::operator new(count * sizeof(Value), kLine));
    }
    void deallocate(Value* memory, std::size_t) { ::operator delete(memory, kLine); }
    friend bool operator==(const CacheAligned&, const CacheAligned&) { return true; }
  };
  static constexpr std::size_t kBeforeRoot = 3;
  static constexpr std::size_t kFewEvents = 32;

  void settle_from_root(const PendingEvent& event) {
    PendingEvent* const heap = slots_.data() + kBeforeRoot;
    const std::size_t count = size_;
    // What a compiler knows beforehand of a few events, as one server has them, is half of the instructions.
    if (count <= 4) return settle_in_last_group(heap, 0, 1, count, event);
    std::size_t hole = 0;
    std::size_t first = 1;
    for (; first + 4 <= count; first = 4 * hole + 1) {
      const std::size_t earliest = earliest_of_four(heap, first);
      if (!happens_before(heap[earliest], event)) return write_by_words(heap[hole], event);
      heap[hole] = heap[earliest];
      hole = earliest;
    }
    settle_in_last_group(heap, hole, first, count, event);
  }

  // Only the last group of siblings is not complete, and nothing stands below it. It may be empty.
  static void settle_in_last_group(PendingEvent* heap, std::size_t hole, std::size_t first, std::size_t count,
                                   const PendingEvent& event) {
    if (first < count) {
      const std::size_t earliest = earliest_of_last(heap, first, count);
      if (happens_before(heap[earliest], event)) {
        heap[hole] = heap[earliest];
        hole = earliest;
      }
    }
    write_by_words(heap[hole], event);
  }

  static std::size_t earliest_of_four(const PendingEvent* heap, std::size_t first) {
    const std::size_t left = first + (happens_before(heap[first + 1], heap[first]) ? 1U : 0U);
    const std::size_t right = first + 2 + (happens_before(heap[first + 3], heap[first + 2]) ? 1U : 0U);
    return happens_before(heap[right], heap[left]) ? right : left;
  }

  // Of one to three. No loop: what a compiler prepares for one takes longer than the comparisons.
  static std::size_t earliest_of_last(const PendingEvent* heap, std::size_t first, std::size_t count) {
    if (first + 1 == count) return first;
    const std::size_t earlier = happens_before(heap[first + 1], heap[first]) ? first + 1 : first;
    if (first + 2 == count) return earlier;
    return happens_before(heap[first + 2], heap[earlier]) ? first + 2 : earlier;
  }

  std::size_t size_ = 0;
  std::size_t room_ = 0;  // kept, since to work it out takes a multiplication
  std::vector<PendingEvent, CacheAligned<PendingEvent>> slots_ =
      std::vector<PendingEvent, CacheAligned<PendingEvent>>(kBeforeRoot);
};

}  // namespace sendcap::engine
