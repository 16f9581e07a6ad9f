#include "hands.hpp"

#include <exception>
#include <utility>

namespace sendcap::app {

Hands::Hands(const experiment::Task& task, unsigned threads) : task_(task) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Hands::~Hands() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  given_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Hands::give(experiment::JobLine::Numbered job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  given_.notify_one();
}

std::deque<Tidings> Hands::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(tidings_, {});
}

void Hands::wait(std::chrono::microseconds most) {
  std::unique_lock lock(mutex_);
  told_.wait_for(lock, most, [this] { return !tidings_.empty(); });
}

void Hands::work() {
  std::unique_ptr<experiment::Worker> worker;
  for (;;) {
    experiment::JobLine::Numbered job;
    {
      std::unique_lock lock(mutex_);
      given_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
      if (closing_) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    try {
      if (!worker) worker = task_.worker();
      carry_out(*worker, job);
    } catch (...) {
      worker.reset();  // what it remembers may be half of something
      Tidings failed;
      failed.what = Tidings::What::failed;
      failed.job = job.number;
      failed.fault = carried(std::current_exception());
      tell(std::move(failed));
    }
  }
}

void Hands::carry_out(experiment::Worker& worker, const experiment::JobLine::Numbered& job) {
  Tidings done;
  done.job = job.number;
  done.world = job.job.world;
  worker.carry_out(job.job, [&](std::uint32_t replication, model::Measures result) {
    Tidings one = done;
    one.replication = replication;
    one.result = std::move(result);
    tell(std::move(one));
  });
  done.what = Tidings::What::done;
  tell(std::move(done));
}

void Hands::tell(Tidings tidings) {
  {
    const std::lock_guard lock(mutex_);
    tidings_.push_back(std::move(tidings));
  }
  told_.notify_one();
}

}  // namespace sendcap::app
