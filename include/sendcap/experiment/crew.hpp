#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sendcap/experiment/study.hpp"
#include "sendcap/model/measure.hpp"

namespace sendcap::experiment {

/// Several replications of one world, done by one worker in one go.
struct Job {
  std::size_t world = 0;  ///< number, as the results come back with it
  WorldChoice choice;     ///< which world, where the number alone does not say it
  std::uint32_t first_replication = 0;
  std::uint32_t replications = 1;
};

/// One who does jobs, one after the other; belongs to one thread.
class Worker {
 public:
  using OnReplicationDone = std::function<void(std::uint32_t replication, model::Measures result)>;

  virtual ~Worker() = default;
  /// Does a job. Throws what keeps a world from being simulated: ImpossibleWorld, model::Runaway,
  /// model::BrokenInvariant (with seed and replication in the message).
  virtual void carry_out(const Job& job, const OnReplicationDone& on_done) = 0;
};

/// What is to be simulated, and what of it is recorded: all that a job does not say. Does not change while
/// work goes on, and outlives it.
class Task {
 public:
  virtual ~Task() = default;
  /// A worker for it; may be called from several threads at once.
  [[nodiscard]] virtual std::unique_ptr<Worker> worker() const = 0;
  /// A text that two processes have in common when they are about to do the same.
  [[nodiscard]] virtual std::string identity() const = 0;
};

/// The next job, in order; empty when there is none left. One call at a time, and never during OnResult.
using NextJob = std::function<std::optional<Job>()>;
/// Called for each finished replication, one call at a time, in any order.
using OnResult = std::function<void(std::size_t world, std::uint32_t replication, model::Measures result)>;

/// Who does the work: threads of this process, or processes on several machines.
class Crew {
 public:
  virtual ~Crew() = default;
  /// How many jobs are done at once.
  [[nodiscard]] virtual unsigned size() const = 0;
  /// Does jobs until there is none left; stops early, after those under way, when `go_on` gives false. None
  /// is begun while more than a few per worker (JobLine) wait for an earlier one, so that who puts results in
  /// order never holds many. What a worker throws is thrown again, after the jobs under way.
  virtual void work(const Task& task, const NextJob& next, const OnResult& on_result,
                    const std::function<bool()>& go_on) = 0;
};

/// Threads of this process.
class ThreadCrew : public Crew {
 public:
  /// 0: as many as the machine has.
  explicit ThreadCrew(unsigned threads = 0);
  [[nodiscard]] unsigned size() const override { return threads_; }
  void work(const Task& task, const NextJob& next, const OnResult& on_result,
            const std::function<bool()>& go_on) override;

 private:
  unsigned threads_;
};

}  // namespace sendcap::experiment
