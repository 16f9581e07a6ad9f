#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace sendcap::python {

// How far long work is, told by those who do it and looked at by who waits.
class Meter {
 public:
  // Gives whether to go on.
  bool tell(std::size_t done, std::size_t wanted) {
    done_.store(done, std::memory_order_relaxed);
    wanted_.store(wanted, std::memory_order_relaxed);
    return !stop_.load(std::memory_order_relaxed);
  }
  void stop() { stop_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] std::size_t done() const { return done_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::size_t wanted() const { return wanted_.load(std::memory_order_relaxed); }
  [[nodiscard]] bool is_stopped() const { return stop_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::size_t> done_{0};
  std::atomic<std::size_t> wanted_{0};
  std::atomic<bool> stop_{false};
};

// Called every so often by who waits; false stops the work.
using OnLook = std::function<bool(std::size_t done, std::size_t wanted)>;

// Does the work in a thread of its own while this one looks on some twenty times a second: only the thread
// that Python's signals go to can see that Ctrl-C was pressed. What the work throws is thrown here, and what
// the look throws is thrown again once the work has stopped.
void do_watched(const std::function<void(Meter& meter)>& work, const OnLook& look);

}  // namespace sendcap::python
