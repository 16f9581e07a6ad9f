#include "sendcap/experiment/run.hpp"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "sendcap/model/simulation.hpp"

namespace sendcap::experiment {
namespace {

using model::Measures;

// Hands out replication numbers and takes results back in order. All its functions are called under its lock,
// once for a replication, so the lock is far from the event loop.
class Schedule {
 public:
  Schedule(const model::Model& model, const RunOptions& options, unsigned threads, Estimates& estimates,
           const OnReplication& on_replication, const OnProgress& on_progress, ReplicationJournal* journal)
      : model_(model),
        options_(options),
        most_ahead_(4 * threads),
        headline_(headline_cells(model.layout)),
        estimates_(estimates),
        on_replication_(on_replication),
        on_progress_(on_progress),
        journal_(journal),
        wanted_(options.precision ? std::min(options.first_replications, options.most_replications)
                                  : options.replications) {}

  // The next replication to run; empty when there is none left. Waits while too many results are not yet
  // added.
  std::optional<std::uint32_t> next() {
    std::unique_lock lock(mutex_);
    for (;;) {
      if (stopped_) return std::nullopt;
      if (handed_out_ < wanted_ && handed_out_ < added_ + most_ahead_) return handed_out_++;
      if (added_ >= wanted_) return std::nullopt;
      changed_.wait(lock);
    }
  }

  // What an earlier run left of a replication.
  std::optional<Measures> kept(std::uint32_t replication) {
    const std::lock_guard lock(mutex_);
    return journal_ != nullptr ? journal_->kept(replication) : std::nullopt;
  }

  // Takes a replication that was simulated.
  void simulated(std::uint32_t replication, Measures measures) {
    if (journal_ != nullptr) {
      const std::lock_guard lock(mutex_);
      journal_->keep(replication, measures);
    }
    finished(replication, std::move(measures));
  }

  void finished(std::uint32_t replication, Measures measures) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(replication, std::move(measures));
    while (!stopped_ && !waiting_.empty() && waiting_.begin()->first == added_) {
      estimates_.add(waiting_.begin()->second);
      if (on_replication_) on_replication_(added_, waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      ++added_;
      decide_how_many();
      if (on_progress_ && !on_progress_(Progress{added_, wanted_, widest_})) interrupted_ = stopped_ = true;
    }
    changed_.notify_all();
  }

  void failed(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    stopped_ = true;
    changed_.notify_all();
  }

  RunOutcome outcome() const {
    if (error_) std::rethrow_exception(error_);
    RunOutcome outcome;
    outcome.replications = added_;
    outcome.interrupted = interrupted_;
    outcome.widest = widest_;
    outcome.widest_measure = widest_measure_;
    outcome.precision_reached =
        options_.precision.has_value() && added_ > 1 && widest_ <= *options_.precision;
    return outcome;
  }

 private:
  // With a precision: looks again each time the replications asked for are done. The number needed grows with
  // the square of the half-width (Law 2015, Simulation Modeling and Analysis, 9.4.1); at most doubled at
  // once, since the first estimate is rough.
  void decide_how_many() {
    if (!options_.precision || added_ < wanted_ || added_ < 2) return;
    look_at_precision();
    if (widest_ <= *options_.precision || wanted_ >= options_.most_replications) return;
    const double needed = static_cast<double>(added_) * std::pow(widest_ / *options_.precision, 2.0) * 1.1;
    const double next = std::clamp(std::ceil(needed), static_cast<double>(added_) + 5, 2.0 * added_);
    wanted_ = std::min(static_cast<std::uint32_t>(next), options_.most_replications);
  }

  void look_at_precision() {
    widest_ = 0;
    for (const std::size_t cell : headline_) {
      const engine::Interval interval = estimates_.interval(cell, options_.level);
      // A list of less than one child is as good as empty: its relative precision says nothing.
      if (!(std::fabs(interval.mean) > 0) || !std::isfinite(interval.half_width())) continue;
      const double relative = interval.half_width() / std::max(std::fabs(interval.mean), kNegligible);
      if (relative <= widest_) continue;
      widest_ = relative;
      widest_measure_ = name_of(cell);
    }
  }

  [[nodiscard]] std::string name_of(std::size_t cell) const {
    for (const model::Column& column : model_.layout.columns)
      if (column.offset <= cell && cell < column.offset + model_.layout.dates.size())
        return column.name + " (" + column.subject + ")";
    return {};
  }

  static constexpr double kNegligible = 1e-9;

  const model::Model& model_;
  const RunOptions& options_;
  const std::uint32_t most_ahead_;
  const std::vector<std::size_t> headline_;
  Estimates& estimates_;
  const OnReplication& on_replication_;
  const OnProgress& on_progress_;
  ReplicationJournal* const journal_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint32_t, Measures> waiting_;
  std::uint32_t wanted_;
  std::uint32_t handed_out_ = 0;
  std::uint32_t added_ = 0;
  bool stopped_ = false;
  bool interrupted_ = false;
  double widest_ = 0;
  std::string widest_measure_;
  std::exception_ptr error_;
};

void work(const model::Model& model, std::uint64_t seed, Schedule& schedule) {
  try {
    model::Simulation simulation(model);
    while (const auto replication = schedule.next()) {
      try {
        if (std::optional<Measures> kept = schedule.kept(*replication))
          schedule.finished(*replication, std::move(*kept));
        else
          schedule.simulated(*replication, simulation.run(seed, *replication));
      } catch (const std::length_error&) {
        throw model::Runaway("a wait is too long for the resolution: more than a billion steps of it");
      } catch (const model::BrokenInvariant& broken) {
        throw model::BrokenInvariant(std::string(broken.what()) + " (seed " + std::to_string(seed) +
                                     ", replication " + std::to_string(*replication) + ")");
      }
    }
  } catch (...) {
    schedule.failed(std::current_exception());
  }
}

#ifdef __EMSCRIPTEN__
unsigned thread_count(const RunOptions&) {
  return 1;
}
#else
unsigned thread_count(const RunOptions& options) {
  const unsigned wanted =
      options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  return options.precision ? wanted : std::min(wanted, std::max(1U, options.replications));
}
#endif

}  // namespace

std::vector<std::size_t> headline_cells(const model::MeasureLayout& layout) {
  std::vector<std::size_t> cells;
  const std::size_t whole_run = layout.dates.size() - 1;
  const std::size_t last = whole_run - 1;
  for (const model::Column& column : layout.columns) {
    if (column.measure == model::MeasureId::waiting ||
        column.measure == model::MeasureId::wait_of_waiting_mean)
      cells.push_back(layout.cell(column, last, 0));
    if (column.measure == model::MeasureId::wait_of_seen_mean)
      cells.push_back(layout.cell(column, whole_run, 0));
  }
  return cells;
}

RunOutcome run(const model::Model& model, const RunOptions& options, Estimates& estimates,
               const OnReplication& on_replication, const OnProgress& on_progress,
               ReplicationJournal* journal) {
  const unsigned threads = thread_count(options);
  Schedule schedule(model, options, threads, estimates, on_replication, on_progress, journal);
#ifndef __EMSCRIPTEN__
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { work(model, options.seed, schedule); });
  work(model, options.seed, schedule);
  for (std::thread& other : others) other.join();
#else
  work(model, options.seed, schedule);
#endif
  return schedule.outcome();
}

}  // namespace sendcap::experiment
