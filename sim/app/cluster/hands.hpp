#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "carried_fault.hpp"
#include "sendcap/experiment/job_line.hpp"

namespace sendcap::app {

// What is heard of a job: one of its replications, or its end.
struct Tidings {
  enum class What : std::uint8_t { result, done, failed };
  What what = What::result;
  std::size_t job = 0;  // its number
  std::size_t world = 0;
  std::uint32_t replication = 0;
  model::Measures result;
  CarriedFault fault;
};

// The threads of one process that do jobs while its first thread speaks with the other processes.
class Hands {
 public:
  // The task must outlive it.
  Hands(const experiment::Task& task, unsigned threads);
  // Leaves what is not begun, and waits for what is.
  ~Hands();
  Hands(const Hands&) = delete;
  Hands& operator=(const Hands&) = delete;

  void give(experiment::JobLine::Numbered job);
  // Ends all jobs given so far: those under way after the present replication, the others at once.
  void leave();
  // What there is to be told since the last time.
  [[nodiscard]] std::deque<Tidings> take();
  // Until there is something to be told, or the time is over.
  void wait(std::chrono::microseconds most);

 private:
  void work();
  void carry_out(experiment::Worker& worker, const experiment::JobLine::Numbered& job);
  void tell(Tidings tidings);

  const experiment::Task& task_;
  std::mutex mutex_;
  std::condition_variable given_;
  std::condition_variable told_;
  std::deque<experiment::JobLine::Numbered> jobs_;
  std::deque<Tidings> tidings_;
  std::atomic<bool> leaving_ = false;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sendcap::app
