#include "sendcap/experiment/selection.hpp"

#include <algorithm>
#include <cmath>

#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"

namespace sendcap::experiment {
namespace {

// The share of the error that one system may have.
double error_of_each(std::size_t systems, const SelectionOptions& options) {
  const std::size_t parts = options.limit ? systems : systems - 1;
  return (1 - options.confidence) / static_cast<double>(std::max<std::size_t>(parts, 1));
}

double variance_of_difference(const Contest& contest, std::size_t one, std::size_t other,
                              std::uint32_t observations) {
  engine::Tally tally;
  for (std::uint32_t r = 0; r < observations; ++r) tally.add(contest.goal(one, r) - contest.goal(other, r));
  return tally.variance();
}

double variance_of_cost(const Contest& contest, std::size_t system, std::uint32_t observations) {
  engine::Tally tally;
  for (std::uint32_t r = 0; r < observations; ++r) tally.add(contest.cost(system, r));
  return tally.variance();
}

class Selecting {
 public:
  Selecting(Contest& contest, const SelectionOptions& options)
      : contest_(contest), options_(options), systems_(contest.systems()) {
    selection_.standings.resize(systems_);
    for (std::size_t i = 0; i < systems_; ++i) selection_.in_the_race.push_back(i);
  }

  Selection run() {
    if (systems_ == 0) return selection_;
    const std::uint32_t first = std::min(options_.first_observations, options_.most_observations);
    if (!contest_.observe(selection_.in_the_race, first) || first < 2)
      return ended(first < 2 ? SelectionEnd::most_observations : SelectionEnd::interrupted);
    begin(first);
    for (std::uint32_t r = first;;) {
      judge_costs(r);
      screen(r);
      if (is_settled()) break;
      const std::optional<SelectionEnd> end = make_room(r);
      if (end) return ended(*end);
      ++r;
      add(r - 1);
    }
    if (!selection_.in_the_race.empty()) selection_.best = selection_.in_the_race.front();
    return selection_;
  }

 private:
  using Systems = std::vector<std::size_t>;

  void begin(std::uint32_t first) {
    // Kim and Nelson 2001, step 1 with c = 1: h² = 2η(n₀ - 1), η = ((2β)^(-2/(n₀ - 1)) - 1)/2.
    const double beta = error_of_each(systems_, options_);
    const double degrees = first - 1;
    factor_ = degrees * (std::pow(2 * beta, -2 / degrees) - 1) / 2;
    goals_.assign(systems_, 0);
    costs_.assign(systems_, 0);
    for (std::uint32_t r = 0; r < first; ++r) add(r);
    cost_variance_.resize(systems_);
    goal_variance_.assign(systems_ * systems_, 0);
    for (std::size_t i = 0; i < systems_; ++i) {
      cost_variance_[i] = variance_of_cost(contest_, i, first);
      if (!options_.limit) selection_.standings[i].affordable = true;
      for (std::size_t l = i + 1; l < systems_; ++l)
        goal_variance_[i * systems_ + l] = goal_variance_[l * systems_ + i] =
            variance_of_difference(contest_, i, l, first);
    }
    selection_.equal_allocation = equal_allocation(contest_, options_) * static_cast<double>(systems_);
  }

  // One more observation of each system that is still in the race.
  void add(std::uint32_t observation) {
    for (const std::size_t i : selection_.in_the_race) {
      goals_[i] += contest_.goal(i, observation);
      costs_[i] += contest_.cost(i, observation);
    }
  }

  // Half the width of the region in which a sum goes on: it shrinks to nothing.
  [[nodiscard]] double region(double variance, double drift, std::uint32_t r) const {
    return std::max(0.0, factor_ * variance / drift - drift * r / 2);
  }

  void judge_costs(std::uint32_t r) {
    if (!options_.limit) return;
    Systems stay;
    for (const std::size_t i : selection_.in_the_race) {
      Standing& standing = selection_.standings[i];
      if (!standing.affordable) {
        const double beyond = costs_[i] - options_.limit->at_most * r;
        const double half = region(cost_variance_[i], options_.limit->tolerance, r);
        if (beyond <= -half)
          standing.affordable = true;
        else if (beyond >= half)
          standing = {Fate::too_dear, false, std::nullopt, r};
      }
      if (standing.fate == Fate::in_the_race) stay.push_back(i);
    }
    selection_.in_the_race = std::move(stay);
  }

  void screen(std::uint32_t r) {
    Systems stay;
    for (const std::size_t i : selection_.in_the_race) {
      Standing& standing = selection_.standings[i];
      for (const std::size_t l : selection_.in_the_race) {
        if (l == i || !selection_.standings[l].affordable) continue;
        const Fate fate = against(i, l, r);
        if (fate == Fate::in_the_race) continue;
        standing.fate = fate;
        standing.by = l;
        standing.after = r;
        break;
      }
      if (standing.fate == Fate::in_the_race) stay.push_back(i);
    }
    selection_.in_the_race = std::move(stay);
  }

  // What becomes of a system in view of another.
  [[nodiscard]] Fate against(std::size_t i, std::size_t l, std::uint32_t r) const {
    const double behind = goals_[i] - goals_[l];
    const double half = region(goal_variance_[i * systems_ + l], options_.worth_having, r);
    if (behind > half) return Fate::beaten;
    if (half > 0 || behind < 0) return Fate::in_the_race;
    // The same to the last: the cheaper stays, then the first.
    const bool dearer = costs_[i] > costs_[l] || (costs_[i] == costs_[l] && i > l);
    return dearer ? Fate::as_good : Fate::in_the_race;
  }

  [[nodiscard]] bool is_settled() const {
    return selection_.in_the_race.empty() ||
           (selection_.in_the_race.size() == 1 &&
            selection_.standings[selection_.in_the_race.front()].affordable);
  }

  // Observations are asked for in batches, so that there is work for many at once: the tests see them one by
  // one all the same. Sizes depend on nothing but the race.
  std::optional<SelectionEnd> make_room(std::uint32_t r) {
    if (r >= options_.most_observations) return SelectionEnd::most_observations;
    std::uint32_t have = options_.most_observations;
    for (const std::size_t i : selection_.in_the_race) have = std::min(have, contest_.observed(i));
    if (have > r) return std::nullopt;
    if (options_.time_is_over && options_.time_is_over()) return SelectionEnd::time_over;
    constexpr std::uint32_t kWorthwhile = 64;
    const auto race = static_cast<std::uint32_t>(selection_.in_the_race.size());
    const std::uint32_t step = std::clamp((kWorthwhile + race - 1) / race, 1U, std::max(r / 4, 1U));
    const std::uint32_t wanted = std::min(r + step, options_.most_observations);
    if (contest_.observe(selection_.in_the_race, wanted)) return std::nullopt;
    return SelectionEnd::interrupted;
  }

  Selection ended(SelectionEnd end) {
    selection_.end = end;
    return selection_;
  }

  Contest& contest_;
  const SelectionOptions& options_;
  std::size_t systems_;
  Selection selection_;
  double factor_ = 0;          ///< η(n₀ - 1)
  std::vector<double> goals_;  ///< sums, by system
  std::vector<double> costs_;
  std::vector<double> cost_variance_;
  std::vector<double> goal_variance_;  ///< of the difference, by pair
};

}  // namespace

Selection select_best(Contest& contest, const SelectionOptions& options) {
  return Selecting(contest, options).run();
}

double equal_allocation(const Contest& contest, const SelectionOptions& options) {
  const std::size_t systems = contest.systems();
  std::uint32_t first = options.first_observations;
  for (std::size_t i = 0; i < systems; ++i) first = std::min(first, contest.observed(i));
  if (first < 2) return first;
  const double t = engine::student_t_quantile(first - 1, 1 - error_of_each(systems, options));
  double needed = first;
  const auto need = [&](double variance, double difference) {
    needed = std::max(needed, std::ceil(t * t * variance / (difference * difference)));
  };
  for (std::size_t i = 0; i < systems; ++i) {
    if (options.limit) need(variance_of_cost(contest, i, first), options.limit->tolerance);
    for (std::size_t l = i + 1; l < systems; ++l)
      need(variance_of_difference(contest, i, l, first), options.worth_having);
  }
  return needed;
}

double chance_better(const Contest& contest, std::size_t other, std::size_t system, double margin) {
  engine::Tally lead;
  const std::uint32_t both = std::min(contest.observed(other), contest.observed(system));
  for (std::uint32_t r = 0; r < both; ++r)
    lead.add(contest.goal(system, r) - contest.goal(other, r) - margin);
  if (both < 2) return 0.5;
  if (lead.variance() == 0) return lead.mean() > 0 ? 1 : 0;
  const double t = lead.mean() / std::sqrt(lead.variance() / static_cast<double>(both));
  return engine::student_t_probability(static_cast<double>(both) - 1, t);
}

}  // namespace sendcap::experiment
