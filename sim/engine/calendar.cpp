#include "sendcap/engine/calendar.hpp"

#include <algorithm>

namespace sendcap::engine {

void Calendar::reserve(std::size_t events) {
  near_.reserve(std::min(events, kLargestHeap));
}

void Calendar::clear() {
  near_.clear();
  ring_.clear();
  top_taken_ = false;
  near_limit_ = kLargestHeap;
  scheduled_ = 0;
}

// The buckets no longer fit: too many events are near. That the heap must grow in proportion to the whole
// before it is spread again keeps the work of spreading in proportion to that of scheduling.
void Calendar::spread() {
  ring_.spread(near_);
  near_limit_ = std::max({kLargestHeap, 2 * near_.size(), size() / 8});
}

void Calendar::remove_top() {
  near_.pop();
  if (near_.empty()) refill();
}

void Calendar::refill() {
  if (ring_.empty())
    ring_.close();
  else
    ring_.release(near_);
}

}  // namespace sendcap::engine
