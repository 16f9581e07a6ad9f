#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sendcap/experiment/crew.hpp"
#include "sendcap/experiment/estimates.hpp"
#include "sendcap/model/measure.hpp"
#include "sendcap/model/model.hpp"

namespace sendcap::experiment {

/// How many replications, how, and when to stop.
struct RunOptions {
  std::uint64_t seed = 1;
  std::uint32_t replications = 100;  ///< exactly so many, unless a precision is asked for
  std::optional<double> precision;   ///< wanted half-width of the headline measures, relative to their mean
  double level = 0.95;               ///< confidence of intervals
  std::uint32_t first_replications = 20;  ///< before precision is looked at
  std::uint32_t most_replications = 10000;
  unsigned threads = 0;  ///< 0: as many as the machine has
};

/// How far a run is.
struct Progress {
  std::uint32_t done = 0;
  std::uint32_t wanted = 0;  ///< with a precision, the present estimate of how many are needed
  double widest = 0;  ///< relative half-width of the least precise headline measure, 0 before it is known
  std::string_view longest_list = {};  ///< whose list is longest at the end; empty when nobody waits
  double waiting = 0;                  ///< how many wait there then, the mean so far
};

/// What came of it.
struct RunOutcome {
  std::uint32_t replications = 0;
  bool interrupted = false;        ///< `progress` asked to stop
  bool precision_reached = false;  ///< meaningful when a precision was asked for
  double widest = 0;               ///< relative half-width reached
  std::string widest_measure;      ///< of which headline measure
};

/// Called for each replication in the order of their numbers, whatever the number of threads, one call at a
/// time.
using OnReplication = std::function<void(std::uint32_t replication, const model::Measures& measures)>;
/// Called after each replication; false stops the run after the replications already begun.
using OnProgress = std::function<bool(const Progress& progress)>;

/// Keeps finished replications of one run, so that a run that was broken off can go on where it was. Called
/// from one thread at a time.
class ReplicationJournal {
 public:
  virtual ~ReplicationJournal() = default;
  /// What is kept of a replication; empty when it is still to be done.
  [[nodiscard]] virtual std::optional<model::Measures> kept(std::uint32_t replication) = 0;
  virtual void keep(std::uint32_t replication, const model::Measures& measures) = 0;
};

/// Worlds of which replications are wanted whole: a job's world is a place in `models`, and its results are
/// all measures. The models must outlive it.
class WholeWorlds : public Task {
 public:
  WholeWorlds(std::vector<const model::Model*> models, std::uint64_t seed)
      : models_(std::move(models)), seed_(seed) {}

  [[nodiscard]] const model::Model& model(std::size_t world) const { return *models_[world]; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }

  [[nodiscard]] std::unique_ptr<Worker> worker() const override;
  [[nodiscard]] std::string identity() const override;

 private:
  std::vector<const model::Model*> models_;
  std::uint64_t seed_;
};

/// A crew runs replications 0, 1, 2 … of a world, and they are added to `estimates` in order: same model,
/// seed and options, same estimates to the last bit, whoever the crew is. At most a few finished replications
/// per worker wait to be added, so memory does not grow with replications. What `journal` (may be null) keeps
/// is not done again. The seed is that of the worlds. Throws model::BrokenInvariant (with seed and
/// replication in the message) when the books of a replication do not balance.
RunOutcome run(const WholeWorlds& worlds, std::size_t world, Crew& crew, const RunOptions& options,
               Estimates& estimates, const OnReplication& on_replication = {},
               const OnProgress& on_progress = {}, ReplicationJournal* journal = nullptr);

/// The same of one world, on threads of this process.
RunOutcome run(const model::Model& model, const RunOptions& options, Estimates& estimates,
               const OnReplication& on_replication = {}, const OnProgress& on_progress = {},
               ReplicationJournal* journal = nullptr);

/// The cells that decide about precision: for every list with children, at the last date and for all
/// children, the number waiting and their mean wait; and for the whole run the mean wait of those seen.
[[nodiscard]] std::vector<std::size_t> headline_cells(const model::MeasureLayout& layout);

}  // namespace sendcap::experiment
