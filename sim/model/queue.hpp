#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "case.hpp"
#include "sendcap/engine/random.hpp"
#include "sendcap/scenario/service.hpp"

namespace sendcap::model {

/// Children waiting for one kind of slot (or a team) at one station: a line per priority class.
/// First-come lines are linked through the cases themselves; other rules keep an indexed heap or a plain
/// list. Every operation is O(1) for first come and random, O(log n) for the others, and none looks along the
/// line but for a child who comes back to an old place (see `insert_in_line`).
class Queue {
 public:
  void reset(scenario::QueueRule rule, std::size_t class_count) {
    rule_ = rule;
    lines_.assign(class_count, Line{});
    size_ = 0;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  /// Adds a case whose `priority_class`, `key` and `sequence` are set.
  void push(std::vector<Case>& cases, Index index) {
    Line& line = lines_[cases[index].priority_class];
    ++size_;
    switch (rule_) {
      case scenario::QueueRule::first_come:
        insert_in_line(cases, line, index);
        break;
      case scenario::QueueRule::random:
        append_unordered(cases, line, index);
        break;
      default:
        push_on_heap(cases, line, index);
        break;
    }
  }

  [[nodiscard]] bool by_lot() const { return rule_ == scenario::QueueRule::random; }

  /// The case that is next unless it is drawn by lot; kNone when nobody waits.
  [[nodiscard]] Index first() const {
    for (const Line& line : lines_) {
      const Index next = rule_ == scenario::QueueRule::first_come ? line.head
                         : line.items.empty()                     ? kNone
                                                                  : line.items.front();
      if (next != kNone) return next;
    }
    return kNone;
  }

  /// The case that is next; for the random rule it is drawn by lot. REQUIRES: not empty.
  [[nodiscard]] Index front(engine::Stream& lot) const {
    if (!by_lot()) return first();
    for (const Line& line : lines_)
      if (!line.items.empty())
        return line.items[static_cast<std::size_t>(lot.uniform() * static_cast<double>(line.items.size()))];
    return kNone;
  }

  // For queues of one class whose rule is first come:
  /// Adds a case behind all others.
  void append(std::vector<Case>& cases, Index index) {
    Line& line = lines_.front();
    ++size_;
    cases[index].next = kNone;
    cases[index].previous = line.tail;
    (line.tail == kNone ? line.head : cases[line.tail].next) = index;
    line.tail = index;
  }
  [[nodiscard]] Index first_in_line() const { return lines_.front().head; }
  /// REQUIRES: not empty.
  void take_first(std::vector<Case>& cases) {
    Line& line = lines_.front();
    --size_;
    line.head = cases[line.head].next;
    (line.head == kNone ? line.tail : cases[line.head].previous) = kNone;
  }

  /// Takes a case out, wherever it stands.
  void remove(std::vector<Case>& cases, Index index) {
    Line& line = lines_[cases[index].priority_class];
    --size_;
    switch (rule_) {
      case scenario::QueueRule::first_come:
        unlink(cases, line, index);
        break;
      case scenario::QueueRule::random:
        remove_unordered(cases, line, index);
        break;
      default:
        remove_from_heap(cases, line, index);
        break;
    }
  }

  /// Whether one case goes before another of any queue with the same rule.
  [[nodiscard]] static bool before(const Case& left, const Case& right) {
    if (left.priority_class != right.priority_class) return left.priority_class < right.priority_class;
    if (left.key != right.key) return left.key < right.key;
    return left.sequence < right.sequence;
  }

 private:
  struct Line {
    Index head = kNone;
    Index tail = kNone;
    std::vector<Index> items;  ///< heap or unordered list; a case knows its position by `previous`
  };

  // A newcomer stands at the end. A child with an older key (booked again, raised in priority) was near the
  // front when it left, so its place is looked for from there.
  static void insert_in_line(std::vector<Case>& cases, Line& line, Index index) {
    Case& added = cases[index];
    if (line.tail == kNone) {
      added.previous = added.next = kNone;
      line.head = line.tail = index;
      return;
    }
    if (!before(added, cases[line.tail])) {
      added.previous = line.tail;
      added.next = kNone;
      cases[line.tail].next = index;
      line.tail = index;
      return;
    }
    Index later = line.head;
    while (!before(added, cases[later])) later = cases[later].next;
    added.next = later;
    added.previous = cases[later].previous;
    cases[later].previous = index;
    if (added.previous == kNone)
      line.head = index;
    else
      cases[added.previous].next = index;
  }

  static void unlink(std::vector<Case>& cases, Line& line, Index index) {
    const Case& gone = cases[index];
    if (gone.previous == kNone)
      line.head = gone.next;
    else
      cases[gone.previous].next = gone.next;
    if (gone.next == kNone)
      line.tail = gone.previous;
    else
      cases[gone.next].previous = gone.previous;
  }

  static void append_unordered(std::vector<Case>& cases, Line& line, Index index) {
    cases[index].previous = static_cast<Index>(line.items.size());
    line.items.push_back(index);
  }

  static void remove_unordered(std::vector<Case>& cases, Line& line, Index index) {
    const Index position = cases[index].previous;
    line.items[position] = line.items.back();
    cases[line.items[position]].previous = position;
    line.items.pop_back();
  }

  static void push_on_heap(std::vector<Case>& cases, Line& line, Index index) {
    line.items.push_back(index);
    sift_up(cases, line.items, line.items.size() - 1);
  }

  static void remove_from_heap(std::vector<Case>& cases, Line& line, Index index) {
    const std::size_t position = cases[index].previous;
    const Index last = line.items.back();
    line.items.pop_back();
    if (last == index) return;
    line.items[position] = last;
    cases[last].previous = static_cast<Index>(position);
    sift_up(cases, line.items, position);
    sift_down(cases, line.items, cases[last].previous);
  }

  static void sift_up(std::vector<Case>& cases, std::vector<Index>& heap, std::size_t position) {
    const Index moved = heap[position];
    while (position > 0) {
      const std::size_t parent = (position - 1) / 2;
      if (!before(cases[moved], cases[heap[parent]])) break;
      heap[position] = heap[parent];
      cases[heap[position]].previous = static_cast<Index>(position);
      position = parent;
    }
    heap[position] = moved;
    cases[moved].previous = static_cast<Index>(position);
  }

  static void sift_down(std::vector<Case>& cases, std::vector<Index>& heap, std::size_t position) {
    const Index moved = heap[position];
    for (;;) {
      std::size_t child = 2 * position + 1;
      if (child >= heap.size()) break;
      if (child + 1 < heap.size() && before(cases[heap[child + 1]], cases[heap[child]])) ++child;
      if (!before(cases[heap[child]], cases[moved])) break;
      heap[position] = heap[child];
      cases[heap[position]].previous = static_cast<Index>(position);
      position = child;
    }
    heap[position] = moved;
    cases[moved].previous = static_cast<Index>(position);
  }

  scenario::QueueRule rule_ = scenario::QueueRule::first_come;
  std::vector<Line> lines_;
  std::size_t size_ = 0;
};

}  // namespace sendcap::model
