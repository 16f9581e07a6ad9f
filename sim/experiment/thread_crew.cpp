#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "sendcap/experiment/trials.hpp"

namespace sendcap::experiment {
namespace {

// What the threads share. The lock is taken once a replication, far from the event loop.
class Shift {
 public:
  Shift(const Task& task, const std::vector<Job>& jobs, const OnRow& on_row,
        const std::function<bool()>& go_on)
      : task_(task), jobs_(jobs), on_row_(on_row), go_on_(go_on) {}

  void work() {
    try {
      for (std::size_t next = next_++; next < jobs_.size() && !stopped_; next = next_++) {
        const Job& job = jobs_[next];
        carry_out(task_, job, [&](std::uint32_t replication, Row row) {
          const std::lock_guard lock(mutex_);
          if (error_) return;
          on_row_(job.world, replication, std::move(row));
          if (!go_on_()) stopped_ = true;
        });
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      stopped_ = true;
    }
  }

  void end() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  const Task& task_;
  const std::vector<Job>& jobs_;
  const OnRow& on_row_;
  const std::function<bool()>& go_on_;
  std::mutex mutex_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::exception_ptr error_;
};

}  // namespace

#ifdef __EMSCRIPTEN__
ThreadCrew::ThreadCrew(unsigned) : threads_(1) {}
#else
ThreadCrew::ThreadCrew(unsigned threads)
    : threads_(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}
#endif

void ThreadCrew::work(const Task& task, const std::vector<Job>& jobs, const OnRow& on_row,
                      const std::function<bool()>& go_on) {
  Shift shift(task, jobs, on_row, go_on);
#ifndef __EMSCRIPTEN__
  std::vector<std::thread> others;
  for (unsigned i = 1; i < std::min<std::size_t>(threads_, jobs.size()); ++i)
    others.emplace_back([&] { shift.work(); });
  shift.work();
  for (std::thread& other : others) other.join();
#else
  shift.work();
#endif
  shift.end();
}

}  // namespace sendcap::experiment
