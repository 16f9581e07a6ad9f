#pragma once

#include <algorithm>
#include <chrono>

namespace sendcap::app {

// How long to wait before looking for messages again: MPI can only be asked. Longer the longer nothing
// happens, so that who waits takes next to nothing of a processor from who works.
class Waiting {
 public:
  [[nodiscard]] std::chrono::microseconds next() {
    wait_ = std::min(2 * wait_, kLongest);
    return wait_;
  }
  void something_happened() { wait_ = kShortest; }

 private:
  static constexpr std::chrono::microseconds kShortest{25};
  static constexpr std::chrono::microseconds kLongest{1000};

  std::chrono::microseconds wait_ = kShortest;
};

}  // namespace sendcap::app
