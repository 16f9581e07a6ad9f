#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "sendcap/experiment/crew.hpp"
#include "sendcap/experiment/outcome.hpp"
#include "sendcap/experiment/study.hpp"

namespace sendcap::experiment {

/// What is recorded of one replication of one world: a value for each outcome, then one for each target of
/// the scenario. NaN where there is none.
using Row = std::vector<double>;

/// The settings of a world do not go together.
class ImpossibleWorld : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What workers on trials must know. What is referred to must outlive it.
class TrialTask : public Task {
 public:
  TrialTask(const Study& study, const Outcomes& outcomes, std::uint64_t seed)
      : study_(study), outcomes_(outcomes), seed_(seed) {}

  [[nodiscard]] const Study& study() const { return study_; }
  [[nodiscard]] const Outcomes& outcomes() const { return outcomes_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }

  /// Its results have a Row as their values and nothing else. Throws ImpossibleWorld too.
  [[nodiscard]] std::unique_ptr<Worker> worker() const override;
  [[nodiscard]] std::string identity() const override;

 private:
  const Study& study_;
  const Outcomes& outcomes_;
  std::uint64_t seed_;
};

/// Keeps what is finished, so that work that was broken off can go on.
class Journal {
 public:
  virtual ~Journal() = default;
  /// What is kept of a world, in any order.
  [[nodiscard]] virtual std::vector<std::pair<std::uint32_t, Row>> kept(const std::string& world) = 0;
  virtual void keep(const std::string& world, std::uint32_t replication, const Row& row) = 0;
};

/// How far it is.
struct TrialProgress {
  std::size_t done = 0;    ///< replications of all worlds
  std::size_t wanted = 0;  ///< so far asked for
};

/// Called after each replication; false stops after those under way.
using OnTrial = std::function<bool(const TrialProgress&)>;

/// Replications of worlds, all under the same random numbers: replication 7 of two worlds has the same
/// children and the same luck (common random numbers). What is recorded depends on nothing but the study, the
/// seed and the numbers of world and replication, whoever does it in whatever order.
class Trials {
 public:
  /// What is referred to must outlive it; `journal` may be null. Study and outcomes must be complete before
  /// the first `extend`: a crew on other machines knows them as they are then.
  Trials(const Study& study, const Outcomes& outcomes, std::uint64_t seed, Crew& crew, Journal* journal,
         OnTrial on_trial = {});

  [[nodiscard]] const Study& study() const { return task_.study(); }
  [[nodiscard]] const Outcomes& outcomes() const { return task_.outcomes(); }
  [[nodiscard]] std::uint64_t seed() const { return task_.seed(); }

  /// The number of a world, the same each time it is asked for.
  [[nodiscard]] std::size_t world(const WorldChoice& choice);
  [[nodiscard]] const WorldChoice& choice(std::size_t world) const { return worlds_[world].choice; }
  /// Sees to it that each of these worlds has so many replications. False when it was stopped early.
  bool extend(const std::vector<std::size_t>& worlds, std::uint32_t replications);
  /// The replications of a world that are complete, in order.
  [[nodiscard]] const std::vector<Row>& rows(std::size_t world) const { return worlds_[world].rows; }
  /// The rows of all worlds together.
  [[nodiscard]] std::size_t replications_done() const { return done_; }

 private:
  struct Known {
    WorldChoice choice;
    std::vector<Row> rows;
    std::string journal_key;  ///< made when it is first needed
  };

  [[nodiscard]] const std::string& journal_key(std::size_t world);
  void take_from_journal(std::size_t world, std::uint32_t replications);
  [[nodiscard]] std::vector<Job> jobs_for(const std::vector<std::size_t>& worlds,
                                          std::uint32_t replications) const;

  TrialTask task_;
  Crew& crew_;
  Journal* journal_;
  OnTrial on_trial_;
  std::vector<Known> worlds_;
  std::string recorded_;  ///< what is recorded of each world, in short
  std::size_t done_ = 0;
  std::size_t wanted_ = 0;
};

/// A world in words that do not depend on the numbering of this run: plan and settings, exactly.
[[nodiscard]] std::string world_key(const Study& study, const WorldChoice& choice);

}  // namespace sendcap::experiment
