#include "hands.hpp"

#include <exception>
#include <utility>

namespace sendcap::app {
namespace {

// Thrown in the middle of a job that is no longer wanted.
class Left {};

}  // namespace

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
    leaving_ = false;
    jobs_.push_back(std::move(job));
  }
  given_.notify_one();
}

void Hands::leave() {
  const std::lock_guard lock(mutex_);
  leaving_ = true;
  for (const experiment::JobLine::Numbered& job : std::exchange(jobs_, {})) {
    Tidings done;
    done.what = Tidings::What::done;
    done.job = job.number;
    tidings_.push_back(std::move(done));
  }
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
    Tidings end;
    end.job = job.number;
    end.what = Tidings::What::done;
    try {
      if (!worker) worker = task_.worker();
      carry_out(*worker, job);
    } catch (const Left&) {
    } catch (...) {
      worker.reset();  // what it remembers may be half of something
      end.what = Tidings::What::failed;
      end.fault = carried(std::current_exception());
    }
    tell(std::move(end));
  }
}

void Hands::carry_out(experiment::Worker& worker, const experiment::JobLine::Numbered& job) {
  worker.carry_out(job.job, [&](std::uint32_t replication, model::Measures result) {
    Tidings one;
    one.job = job.number;
    one.world = job.job.world;
    one.replication = replication;
    one.result = std::move(result);
    tell(std::move(one));
    if (leaving_) throw Left();
  });
}

void Hands::tell(Tidings tidings) {
  {
    const std::lock_guard lock(mutex_);
    tidings_.push_back(std::move(tidings));
  }
  told_.notify_one();
}

}  // namespace sendcap::app
