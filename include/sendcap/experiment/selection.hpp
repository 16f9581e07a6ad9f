#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace sendcap::experiment {

/// Systems that can be observed again and again, replication by replication: plans that are simulated, or in
/// a test anything of which the truth is known.
class Contest {
 public:
  virtual ~Contest() = default;
  [[nodiscard]] virtual std::size_t systems() const = 0;
  /// Sees to it that each of these systems has so many observations. False when it was stopped early.
  virtual bool observe(const std::vector<std::size_t>& systems, std::uint32_t observations) = 0;
  [[nodiscard]] virtual std::uint32_t observed(std::size_t system) const = 0;
  /// The less the better.
  [[nodiscard]] virtual double goal(std::size_t system, std::uint32_t observation) const = 0;
  /// What it costs; beside a limit it decides whether a system may be chosen, and between two with the same
  /// goal.
  [[nodiscard]] virtual double cost(std::size_t system, std::uint32_t observation) const = 0;
};

/// What a mean cost may be.
struct CostLimit {
  double at_most = 0;
  double tolerance = 1;  ///< above 0: a mean cost so near to the limit may be taken for either
};

/// What is promised, and how long it may take.
struct SelectionOptions {
  double confidence = 0.95;
  double worth_having = 1;  ///< the indifference zone, above 0: the smallest difference of goals that matters
  std::optional<CostLimit> limit;
  std::uint32_t first_observations = 20;    ///< of every system; variances are estimated from these
  std::uint32_t most_observations = 10000;  ///< of any system
  std::function<bool()> time_is_over;       ///< may be empty
};

/// How a system fared.
enum class Fate : std::uint8_t {
  in_the_race,  ///< not ruled out: the chosen one, or one that could be best
  too_dear,     ///< its cost is above the limit
  beaten,       ///< by one that is better
  as_good       ///< its goal was that of another in each observation, and the other costs no more
};

struct Standing {
  Fate fate = Fate::in_the_race;
  bool affordable = false;        ///< its cost is known to be within the limit
  std::optional<std::size_t> by;  ///< whom it lost to
  std::uint32_t after = 0;        ///< observations until it fell out
};

enum class SelectionEnd : std::uint8_t { settled, most_observations, time_over, interrupted };

struct Selection {
  SelectionEnd end = SelectionEnd::settled;
  std::vector<Standing> standings;  ///< by system
  std::optional<std::size_t> best;  ///< when settled and one can be afforded
  std::vector<std::size_t> in_the_race;
  /// Observations that a two-stage procedure with as many of every system would need for the same promise
  /// (see equal_allocation), all systems together.
  double equal_allocation = 0;
};

/// Chooses the system with the least mean goal among those whose mean cost is within the limit, with the
/// fully sequential procedure KN of Kim and Nelson (2001, A Fully Sequential Procedure for Indifference-Zone
/// Selection in Simulation, ACM TOMACS 11(3), section 3, c = 1) and, when there is a limit, the check of
/// feasibility of Andradóttir and Kim (2010, Fully Sequential Procedures for Comparing Constrained Systems
/// via Simulation, Naval Research Logistics 57(5)), both run at the same time: a system falls out as soon as
/// it is known to be too dear, or is beaten by one known to be affordable. Observations of different systems
/// may depend on each other (common random numbers), and the more alike they are, the sooner it ends.
///
/// Promise: when the best of those that cost no more than the limit less the tolerance is better than all
/// others by `worth_having`, it is chosen (or one better than it whose cost is within the tolerance) with at
/// least the given confidence, for normal observations. Each of k systems gets (1 - confidence)/k of the
/// error,
/// ((1 - confidence)/(k - 1) without a limit): the best must not be taken for too dear, and every other must
/// either be recognised as too dear or not beat the best. The sum bounds the error whatever depends on what
/// (Bonferroni). When several lie within `worth_having` of the best, one of those is chosen in practice,
/// which is not proven (Eckman and Henderson 2018, Guarantees on the Probability of Good Selection).
///
/// Means that do not vary are decided at once: a cost that is the same in every observation lies within the
/// limit or does not, and of two systems with the same goal in every observation the cheaper stays.
[[nodiscard]] Selection select_best(Contest& contest, const SelectionOptions& options);

/// How many observations of each of these systems a two-stage procedure needs for the same promise under
/// common random numbers, judged by the variances of the first observations: Clark and Yang (1986, A
/// Bonferroni Selection Procedure when Using Common Random Numbers with Unknown Variances, Winter Simulation
/// Conference).
[[nodiscard]] double equal_allocation(const Contest& contest, const SelectionOptions& options);

/// The chance that `other` has a lower mean goal than `system` by more than `margin`, given the observations
/// that both have: Student's t of the paired differences, with nothing known before.
[[nodiscard]] double chance_better(const Contest& contest, std::size_t other, std::size_t system,
                                   double margin);

}  // namespace sendcap::experiment
