#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/experiment/outcome.hpp"
#include "sendcap/experiment/targets.hpp"
#include "sendcap/experiment/trials.hpp"

namespace sendcap::experiment {

/// What can be said of a difference.
enum class Verdict : std::uint8_t {
  exactly_same,  ///< in every replication: the one can not touch what is measured
  unclear,       ///< chance alone may explain it, or there are fewer than two pairs
  clear
};

/// One world less another, replication by replication: the chance that both share cancels out (Law 2015,
/// Simulation Modeling and Analysis, 11.2).
struct Difference {
  engine::Interval interval;  ///< Student's t, of the mean difference
  std::uint32_t pairs = 0;    ///< replications in which both have a value
  Verdict verdict = Verdict::unclear;

  [[nodiscard]] bool clear() const { return verdict == Verdict::clear; }
};

/// What is to be said of paired differences, one a replication; NaN where there is none.
[[nodiscard]] Difference judged(const std::vector<double>& differences, double level);

/// Worlds that were given the same replications, compared. The first is what the others are compared with.
///
/// Hundreds of outcomes are looked at together, of which one in twenty would differ by chance at 95%. So the
/// outcomes of a plan are judged as two families (those of all children, and those of groups): of all that
/// are called clear, the expected share that is not is at most 1 - `level` (the false discovery rate;
/// Benjamini and Hochberg 1995, Controlling the False Discovery Rate), and the intervals of the clear ones
/// are widened so that of those intervals, too, at most that share is expected to miss (Benjamini and
/// Yekutieli 2005, False Discovery Rate-Adjusted Multiple Confidence Intervals for Selected Parameters). What
/// is exactly the same in every replication is known and belongs to no family.
class Comparison {
 public:
  /// `worlds` are rows of Trials, by world; all are used up to the shortest. What is referred to must
  /// outlive it. `level` is the confidence of single intervals and of the families of differences.
  Comparison(const Outcomes& outcomes, std::vector<TargetCell> targets,
             std::vector<const std::vector<Row>*> worlds, double level);

  [[nodiscard]] const Outcomes& outcomes() const { return outcomes_; }
  [[nodiscard]] const std::vector<TargetCell>& targets() const { return targets_; }
  [[nodiscard]] std::size_t worlds() const { return worlds_.size(); }
  [[nodiscard]] std::uint32_t replications() const { return replications_; }
  [[nodiscard]] double level() const { return level_; }

  /// Of an outcome in a world and a replication; NaN when it has no value there.
  [[nodiscard]] double at(std::size_t world, std::size_t replication, std::size_t outcome) const {
    return (*worlds_[world])[replication][outcome];
  }
  /// Of an outcome in a world: the mean over replications in which it has a value. NaN when in none.
  [[nodiscard]] engine::Interval value(std::size_t world, std::size_t outcome) const;
  /// Of a world less the first, judged within its family.
  [[nodiscard]] const Difference& difference(std::size_t world, std::size_t outcome) const {
    return differences_[world][outcome];
  }
  /// Of one world less another, judged by itself.
  [[nodiscard]] Difference between(std::size_t world, std::size_t other, std::size_t outcome,
                                   double level) const;

  /// The chance that each world has the best mean of an outcome that has a direction, given what was seen:
  /// the share of so many Bayesian bootstraps (Rubin 1981, The Bayesian Bootstrap) over whole replications,
  /// so that pairing is kept, in which it is best; worlds that tie share evenly. All worlds have a value in
  /// the replications used; empty when there are fewer than two.
  [[nodiscard]] std::vector<double> chance_best(std::size_t outcome) const;
  static constexpr std::uint32_t kBootstraps = 2000;
  /// The worlds that no other world clearly beats, at a confidence that holds for all pairs at once
  /// (Bonferroni). Worlds in it are not to be ranked against each other. Empty without a direction.
  [[nodiscard]] std::vector<std::size_t> unbeaten(std::size_t outcome) const;

  /// How likely a target is to be met in a world (Wilson).
  [[nodiscard]] engine::Interval target_chance(std::size_t world, std::size_t target) const;
  [[nodiscard]] engine::Interval target_value(std::size_t world, std::size_t target) const;

  /// What a world costs more than the first, over the run: all payers together, or an outcome of `spent`.
  [[nodiscard]] Difference extra_cost(std::size_t world) const;
  /// Extra cost for each unit by which an outcome gets better (Fieller 1954, Some Problems in Interval
  /// Estimation). None unless the gain is clear and the outcome has a direction.
  [[nodiscard]] std::optional<engine::Interval> cost_of_gain(std::size_t world, std::size_t outcome) const;

 private:
  [[nodiscard]] double cost(std::size_t world, std::size_t replication) const;
  [[nodiscard]] engine::Tally differences_between(std::size_t world, std::size_t other,
                                                  std::size_t outcome) const;
  void judge_family(std::size_t world, const std::vector<std::size_t>& family);

  const Outcomes& outcomes_;
  std::vector<TargetCell> targets_;
  std::vector<const std::vector<Row>*> worlds_;
  double level_;
  std::uint32_t replications_ = 0;
  std::vector<std::size_t> spent_;                    ///< outcomes that are money spent in the whole run
  std::vector<std::vector<Difference>> differences_;  ///< by world and outcome
  std::vector<double> bootstrap_;  ///< weights by bootstrap and replication, each row summing to 1
};

/// When to stop.
struct CompareOptions {
  std::uint32_t replications = 100;  ///< exactly so many, unless a precision or a time is given
  std::optional<double> precision;   ///< wanted half-width of headline differences, relative to the baseline
  std::optional<double> seconds;     ///< time there is
  std::uint32_t first_replications = 20;
  std::uint32_t most_replications = 10000;
  double level = 0.95;
};

/// Why it stopped.
enum class Stop : std::uint8_t { as_asked, precision_reached, time_over, most_replications, interrupted };

struct CompareOutcome {
  Stop stop = Stop::as_asked;
  std::uint32_t replications = 0;  ///< of every world
  /// Half-width of the least precise headline difference, relative to the scenario as it stands; lists of
  /// fewer than ten children do not count.
  double widest = 0;
  std::optional<std::size_t> widest_outcome;
};

/// Adds replications to all worlds until the wanted precision, or the time there is, is reached; `elapsed`
/// gives the seconds since the beginning. A number of replications or a precision alone gives the same
/// result whenever it is run; a time does not.
CompareOutcome compare(Trials& trials, const std::vector<std::size_t>& worlds, const CompareOptions& options,
                       const std::function<double()>& elapsed);

/// The outcomes that decide about precision: at the end and of all children, the number waiting and their
/// mean wait (pathways that lead to somebody), children without a place, and those waiting for one.
[[nodiscard]] std::vector<std::size_t> headline_outcomes(const Outcomes& outcomes);

}  // namespace sendcap::experiment
