#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/experiment/comparison.hpp"
#include "sendcap/experiment/outcome.hpp"
#include "sendcap/experiment/selection.hpp"
#include "sendcap/experiment/trials.hpp"
#include "sendcap/scenario/search_space.hpp"

namespace sendcap::experiment {

/// What decides which plan is best.
struct GoalOutcome {
  std::size_t outcome = 0;  ///< of the Outcomes
  bool least = true;        ///< else the most is best
};

/// Finds the goal of a search among what is recorded of a scenario. What the results do not have is an error
/// with what could be meant, and then there is no goal.
[[nodiscard]] std::optional<GoalOutcome> find_goal(const scenario::Goal& goal,
                                                   const scenario::Scenario& scenario,
                                                   const model::MeasureLayout& layout,
                                                   const Outcomes& outcomes,
                                                   scenario::Diagnostics& diagnostics);

/// Which money counts, and how much of it there is.
struct Purse {
  std::vector<std::size_t> spent;  ///< outcomes that are added up
  double divided_by = 1;           ///< years of the run, when the money is counted by the year
  bool a_year = true;
  std::optional<CostLimit> limit;
};

/// The purse of a budget (of all payers, by the year and without a limit when there is none); `years` is the
/// length of the run. A limit on money that the scenario does not know of is an error.
[[nodiscard]] std::optional<Purse> purse_of(const std::optional<scenario::Budget>& budget,
                                            const Outcomes& outcomes, double years,
                                            scenario::Diagnostics& diagnostics);

/// What to choose among, by what, and how long it may take.
struct SearchOrder {
  const scenario::SearchSpace* space = nullptr;
  GoalOutcome goal;
  Purse purse;
  double confidence = 0.95;
  double worth_having = 1;
  std::uint32_t most_replications = 1000;  ///< of any plan
  std::uint64_t most_plans = 300;          ///< beyond so many, only some are looked at
  std::optional<double> seconds;
};

/// Where a plan lies between cost and benefit.
enum class Front : std::uint8_t {
  beaten,              ///< another costs no more and is clearly better, or is as good and clearly costs less
  not_clearly_beaten,  ///< another seems better, but may only seem so
  on_it                ///< none that was seen to do better costs as little
};

/// A plan that was tried.
struct TriedPlan {
  scenario::SearchSpace::Point point;
  std::string title;
  Standing standing;
  std::uint32_t replications = 0;
  engine::Interval goal;
  Difference change;            ///< of the goal: the plan less the scenario as it stands
  engine::Interval extra_cost;  ///< beyond the scenario as it stands, as the purse counts
  double chance_better = 0;     ///< than the chosen one, given all that was seen
  Front front = Front::beaten;
};

/// A plan that could not be tried, as its changes do not go together.
struct ImpossiblePlan {
  std::string title;
  std::string reason;
};

struct SearchResult {
  std::vector<TriedPlan> tried;
  std::vector<ImpossiblePlan> impossible;
  std::uint64_t plans = 0;  ///< that the levers allow
  bool all_tried = true;    ///< else those that a random search looked at
  std::size_t climbs = 0;   ///< of the random search
  SelectionEnd end = SelectionEnd::settled;
  std::optional<std::size_t> best;       ///< of `tried`
  std::vector<std::size_t> in_the_race;  ///< of `tried`: that could be best
  /// The chance that the chosen one is best of those tried, at least (Chen, Lin, Yücesan and Chick 2000,
  /// Simulation Budget Allocation for Further Enhancing the Efficiency of Ordinal Optimization: the
  /// approximate probability of correct selection), and that it is best or within what is worth having of it;
  /// given what was seen, of those that are not too dear.
  double chance_best = 0;
  double chance_good = 0;
  std::size_t replications = 0;         ///< simulated, all worlds together
  std::size_t replications_before = 0;  ///< of these by the random search
  double equal_allocation = 0;  ///< replications that as many of each plan would have needed, estimated
};

/// A plan for which the goal has no value, as the mean wait of nobody.
class GoalWithoutValue : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The world of a point: the scenario as it stands, or with the plan. The study's further plans are those of
/// the space.
[[nodiscard]] WorldChoice world_of(const Study& study, const scenario::SearchSpace& space,
                                   const scenario::SearchSpace::Point& point);

/// Chooses among the plans of a space: of all of them (select_best), or, when there are more than can be
/// tried, of those that search_lattice finds worth a look, with replications of their own. `elapsed` gives
/// the seconds since the beginning. The same result whenever it is run, but for a limit of time. Throws
/// GoalWithoutValue.
[[nodiscard]] SearchResult search(Trials& trials, const SearchOrder& order,
                                  const std::function<double()>& elapsed);

/// Says of each plan where it lies between cost and benefit. `goal` and `cost` give a plan's figures in a
/// replication, the less the better; clear differences hold for a plan against all others at once
/// (Bonferroni).
[[nodiscard]] std::vector<Front> front_of(std::size_t plans,
                                          const std::function<std::uint32_t(std::size_t)>& replications,
                                          const std::function<double(std::size_t, std::uint32_t)>& goal,
                                          const std::function<double(std::size_t, std::uint32_t)>& cost,
                                          double level);

}  // namespace sendcap::experiment
