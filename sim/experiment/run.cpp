#include "sendcap/experiment/run.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "sendcap/model/simulation.hpp"

namespace sendcap::experiment {
namespace {

using model::Measures;

// Gives jobs out and takes results back in order. A crew calls it from one thread at a time.
class Schedule {
 public:
  Schedule(const model::Model& model, std::size_t world, const RunOptions& options, Estimates& estimates,
           const OnReplication& on_replication, const OnProgress& on_progress, ReplicationJournal* journal)
      : model_(model),
        world_(world),
        options_(options),
        headline_(headline_cells(model.layout)),
        estimates_(estimates),
        on_replication_(on_replication),
        on_progress_(on_progress),
        journal_(journal),
        wanted_(options.precision ? std::min(options.first_replications, options.most_replications)
                                  : options.replications) {}

  // The next replication to be simulated; what an earlier run left is taken on the way. Empty when no more
  // are wanted, as far as can be said before those under way are added.
  std::optional<Job> next() {
    while (!stopped_ && given_out_ < wanted_) {
      const std::uint32_t replication = given_out_++;
      std::optional<Measures> kept = journal_ != nullptr ? journal_->kept(replication) : std::nullopt;
      if (!kept) return Job{world_, {}, replication, 1};
      add(replication, std::move(*kept));
    }
    return std::nullopt;
  }

  // Takes a replication that was simulated.
  void simulated(std::uint32_t replication, Measures measures) {
    if (journal_ != nullptr) journal_->keep(replication, measures);
    add(replication, std::move(measures));
  }

  // Whether nothing more is to be done once all under way is added.
  [[nodiscard]] bool complete() const { return stopped_ || added_ >= wanted_; }
  [[nodiscard]] bool stopped() const { return stopped_; }

  RunOutcome outcome() const {
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
  void add(std::uint32_t replication, Measures measures) {
    waiting_.emplace(replication, std::move(measures));
    while (!stopped_ && !waiting_.empty() && waiting_.begin()->first == added_) {
      estimates_.add(waiting_.begin()->second);
      if (on_replication_) on_replication_(added_, waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      ++added_;
      decide_how_many();
      if (on_progress_ && !on_progress_(so_far())) interrupted_ = stopped_ = true;
    }
  }

  // A first answer while the rest is under way: the longest list at the end, as the first replication has it.
  [[nodiscard]] Progress so_far() {
    const model::MeasureLayout& layout = model_.layout;
    if (added_ == 1)
      for (const model::Column& column : layout.columns) {
        const std::size_t cell = layout.cell(column, layout.dates.size() - 2, 0);
        if (column.measure != model::MeasureId::waiting || !column.leads_to_somebody ||
            !(estimates_.tally(cell).mean() > longest_))
          continue;
        longest_ = estimates_.tally(cell).mean();
        longest_list_ = column.subject;
        longest_cell_ = cell;
      }
    return {added_, wanted_, widest_, longest_list_, estimates_.tally(longest_cell_).mean()};
  }

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
  const std::size_t world_;
  const RunOptions& options_;
  const std::vector<std::size_t> headline_;
  Estimates& estimates_;
  const OnReplication& on_replication_;
  const OnProgress& on_progress_;
  ReplicationJournal* const journal_;
  std::map<std::uint32_t, Measures> waiting_;
  std::uint32_t wanted_;
  std::uint32_t given_out_ = 0;
  std::uint32_t added_ = 0;
  bool stopped_ = false;
  bool interrupted_ = false;
  std::string_view longest_list_;
  std::size_t longest_cell_ = 0;
  double longest_ = 0;  // in the first replication
  double widest_ = 0;
  std::string widest_measure_;
};

// Keeps the memory of its last world.
class WholeWorldsWorker : public Worker {
 public:
  explicit WholeWorldsWorker(const WholeWorlds& worlds) : worlds_(worlds) {}

  void carry_out(const Job& job, const OnReplicationDone& on_done) override {
    if (!simulation_ || job.world != world_) simulation_.emplace(worlds_.model(job.world));
    world_ = job.world;
    for (std::uint32_t i = 0; i < job.replications; ++i) {
      const std::uint32_t replication = job.first_replication + i;
      on_done(replication, simulated(replication));
    }
  }

 private:
  Measures simulated(std::uint32_t replication) {
    try {
      return simulation_->run(worlds_.seed(), replication);
    } catch (const std::length_error& beyond) {
      throw model::Runaway(beyond.what());
    } catch (const model::BrokenInvariant& broken) {
      throw model::BrokenInvariant(std::string(broken.what()) + " (seed " + std::to_string(worlds_.seed()) +
                                   ", replication " + std::to_string(replication) + ")");
    }
  }

  const WholeWorlds& worlds_;
  std::size_t world_ = 0;
  std::optional<model::Simulation> simulation_;
};

}  // namespace

std::unique_ptr<Worker> WholeWorlds::worker() const {
  return std::make_unique<WholeWorldsWorker>(*this);
}

std::string WholeWorlds::identity() const {
  std::string text = "whole worlds, seed " + std::to_string(seed_) + "\n";
  for (const model::Model* model : models_) {
    text += model->title + "\n";
    for (const model::Column& column : model->layout.columns)
      text += column.name + "|" + column.subject + "\n";
    for (const model::ReportDate& date : model->layout.dates) text += date.label + "\n";
    for (const std::string& group : model->layout.groups) text += group + "\n";
  }
  return text;
}

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

RunOutcome run(const WholeWorlds& worlds, std::size_t world, Crew& crew, const RunOptions& options,
               Estimates& estimates, const OnReplication& on_replication, const OnProgress& on_progress,
               ReplicationJournal* journal) {
  Schedule schedule(worlds.model(world), world, options, estimates, on_replication, on_progress, journal);
  while (!schedule.complete())
    crew.work(
        worlds, [&] { return schedule.next(); },
        [&](std::size_t, std::uint32_t replication, Measures measures) {
          schedule.simulated(replication, std::move(measures));
        },
        [&] { return !schedule.stopped(); });
  return schedule.outcome();
}

RunOutcome run(const model::Model& model, const RunOptions& options, Estimates& estimates,
               const OnReplication& on_replication, const OnProgress& on_progress,
               ReplicationJournal* journal) {
  ThreadCrew crew(options.threads);
  return run(WholeWorlds({&model}, options.seed), 0, crew, options, estimates, on_replication, on_progress,
             journal);
}

}  // namespace sendcap::experiment
