#include <algorithm>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "sendcap/experiment/crew.hpp"
#include "sendcap/experiment/job_line.hpp"

namespace sendcap::experiment {
namespace {

// What the threads share. The lock is taken about once a replication, far from the event loop.
class Shift {
 public:
  Shift(const Task& task, unsigned threads, const NextJob& next, const OnResult& on_result,
        const std::function<bool()>& go_on)
      : task_(task), line_(next, threads), on_result_(on_result), go_on_(go_on) {}

  void work() {
    try {
      std::unique_ptr<Worker> worker;
      while (const std::optional<JobLine::Numbered> next = take()) {
        if (!worker) worker = task_.worker();
        worker->carry_out(next->job, [&](std::uint32_t replication, model::Measures result) {
          const std::lock_guard lock(mutex_);
          if (error_) return;
          on_result_(next->job.world, replication, std::move(result));
          if (!go_on_()) stopped_ = true;
        });
        const std::lock_guard lock(mutex_);
        line_.done(next->number);
        changed_.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  void end() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  // Waits while too many results wait for an earlier one.
  std::optional<JobLine::Numbered> take() {
    std::unique_lock lock(mutex_);
    for (;;) {
      if (stopped_) return std::nullopt;
      std::optional<JobLine::Numbered> next = line_.take();
      if (next || line_.exhausted()) return next;
      changed_.wait(lock);
    }
  }

  const Task& task_;
  JobLine line_;
  const OnResult& on_result_;
  const std::function<bool()>& go_on_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopped_ = false;
  std::exception_ptr error_;
};

#ifndef __EMSCRIPTEN__
// Threads that are joined at the end, also where no more can be begun.
class Hands {
 public:
  Hands() = default;
  Hands(const Hands&) = delete;
  Hands& operator=(const Hands&) = delete;
  ~Hands() {
    for (std::thread& one : threads_) one.join();
  }
  template <class Work>
  void take_on(Work work) {
    threads_.emplace_back(std::move(work));
  }

 private:
  std::vector<std::thread> threads_;
};
#endif

}  // namespace

#ifdef __EMSCRIPTEN__
ThreadCrew::ThreadCrew(unsigned) : threads_(1) {}
#else
ThreadCrew::ThreadCrew(unsigned threads)
    : threads_(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}
#endif

void ThreadCrew::work(const Task& task, const NextJob& next, const OnResult& on_result,
                      const std::function<bool()>& go_on) {
  Shift shift(task, threads_, next, on_result, go_on);
#ifndef __EMSCRIPTEN__
  {
    Hands others;
    try {
      for (unsigned i = 1; i < threads_; ++i) others.take_on([&] { shift.work(); });
    } catch (const std::system_error&) {  // the machine gives no more: those there are do the work
    }
    shift.work();
  }
#else
  shift.work();
#endif
  shift.end();
}

}  // namespace sendcap::experiment
