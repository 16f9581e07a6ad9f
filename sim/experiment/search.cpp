#include "sendcap/experiment/search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sendcap/engine/tally.hpp"
#include "sendcap/experiment/hyperbox.hpp"

namespace sendcap::experiment {
namespace {

using scenario::SearchSpace;

// Plans of which it is known that they can be.
struct Entry {
  SearchSpace::Point point;
  std::size_t world = 0;
};

// The plans as systems to be observed: their replications from a number on.
class PlansContest : public Contest {
 public:
  PlansContest(Trials& trials, const SearchOrder& order, const std::vector<Entry>& entries,
               std::uint32_t first_replication)
      : trials_(trials),
        order_(order),
        entries_(entries),
        first_(first_replication),
        base_(trials.world({})) {}

  [[nodiscard]] std::size_t systems() const override { return entries_.size(); }
  bool observe(const std::vector<std::size_t>& systems, std::uint32_t observations) override {
    std::vector<std::size_t> worlds{base_};
    for (const std::size_t system : systems)
      if (entries_[system].world != base_) worlds.push_back(entries_[system].world);
    return trials_.extend(worlds, first_ + observations);
  }
  // Only replications of which all figures are there: that of the scenario as it stands too.
  [[nodiscard]] std::uint32_t observed(std::size_t system) const override {
    const std::size_t rows =
        std::min(trials_.rows(entries_[system].world).size(), trials_.rows(base_).size());
    return rows > first_ ? static_cast<std::uint32_t>(rows) - first_ : 0;
  }
  [[nodiscard]] double goal(std::size_t system, std::uint32_t observation) const override {
    const double value = figure(entries_[system].world, observation);
    if (std::isnan(value))
      throw GoalWithoutValue("the goal has no value in replication " + std::to_string(first_ + observation) +
                             " with the plan '" + order_.space->title(entries_[system].point) + "'");
    return order_.goal.least ? value : -value;
  }
  [[nodiscard]] double cost(std::size_t system, std::uint32_t observation) const override {
    return (spent(entries_[system].world, observation) - spent(base_, observation)) / order_.purse.divided_by;
  }
  // The goal as it is, of a plan less the scenario as it stands.
  [[nodiscard]] double change(std::size_t system, std::uint32_t observation) const {
    return figure(entries_[system].world, observation) - figure(base_, observation);
  }
  [[nodiscard]] std::size_t base() const { return base_; }

 private:
  [[nodiscard]] const Row& row(std::size_t world, std::uint32_t observation) const {
    return trials_.rows(world)[first_ + observation];
  }
  [[nodiscard]] double figure(std::size_t world, std::uint32_t observation) const {
    return row(world, observation)[order_.goal.outcome];
  }
  [[nodiscard]] double spent(std::size_t world, std::uint32_t observation) const {
    double sum = 0;
    for (const std::size_t outcome : order_.purse.spent) {
      const double spent = row(world, observation)[outcome];
      if (!std::isnan(spent)) sum += spent;  // a world that knows no costs spends nothing
    }
    return sum;
  }

  Trials& trials_;
  const SearchOrder& order_;
  const std::vector<Entry>& entries_;
  std::uint32_t first_;
  std::size_t base_;
};

class Searching {
 public:
  Searching(Trials& trials, const SearchOrder& order, const std::function<double()>& elapsed)
      : trials_(trials), order_(order), elapsed_(elapsed) {}

  SearchResult run() {
    result_.plans = order_.space->size();
    result_.all_tried = result_.plans <= order_.most_plans;
    if (result_.all_tried)
      for (std::uint64_t number = 0; number < result_.plans; ++number)
        (void)enter(order_.space->point(number));
    else
      look_around();
    choose();
    return std::move(result_);
  }

 private:
  // The number of a plan among the entries; none when its changes do not go together.
  std::optional<std::size_t> enter(const SearchSpace::Point& point) {
    const WorldChoice choice = world_of(trials_.study(), *order_.space, point);
    scenario::Diagnostics wrong;
    if (trials_.study().world(choice, wrong)) {
      entries_.push_back({point, trials_.world(choice)});
      return entries_.size() - 1;
    }
    std::string reason;
    for (const scenario::Diagnostic& one : wrong.all())
      if (one.severity == scenario::Severity::error) reason += (reason.empty() ? "" : "; ") + one.message;
    result_.impossible.push_back({order_.space->title(point), std::move(reason)});
    return std::nullopt;
  }

  // The entries become those that the random search looks at.
  void look_around() {
    std::vector<std::uint32_t> sizes;
    for (std::size_t lever = 0; lever < order_.space->levers(); ++lever)
      sizes.push_back(order_.space->ways(lever));
    HyperboxOptions options;
    options.seed = trials_.seed();
    options.most_points = static_cast<std::size_t>(order_.most_plans);
    const Visited visited = search_lattice(
        sizes, {SearchSpace::Point(sizes.size(), 0)},
        [this](const std::vector<LatticePoint>& points, std::uint32_t times) {
          return look_at(points, times);
        },
        options);
    result_.climbs = visited.climbs;
    result_.replications_before = trials_.replications_done();
    if (!interrupted_) first_replication_ = visited.observations;
  }

  std::optional<std::vector<Glimpse>> look_at(const std::vector<LatticePoint>& points, std::uint32_t times) {
    // The choice among what was found needs time too.
    if (order_.seconds && elapsed_() > *order_.seconds / 2) return std::nullopt;
    std::vector<std::optional<std::size_t>> numbers;
    std::vector<std::size_t> known;
    for (const LatticePoint& point : points) {
      const auto found = std::find_if(entries_.begin(), entries_.end(),
                                      [&](const Entry& entry) { return entry.point == point; });
      numbers.push_back(found == entries_.end()
                            ? enter(point)
                            : std::optional(static_cast<std::size_t>(found - entries_.begin())));
      if (numbers.back()) known.push_back(*numbers.back());
    }
    PlansContest contest(trials_, order_, entries_, 0);
    interrupted_ = !contest.observe(known, times);
    if (interrupted_) return std::nullopt;
    std::vector<Glimpse> glimpses;
    for (const std::optional<std::size_t>& number : numbers) glimpses.push_back(glimpse(contest, number));
    return glimpses;
  }

  [[nodiscard]] Glimpse glimpse(const PlansContest& contest, std::optional<std::size_t> number) const {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (!number) return {kInfinity, kInfinity};
    engine::Tally goal;
    engine::Tally cost;
    for (std::uint32_t r = 0; r < contest.observed(*number); ++r) {
      goal.add(contest.goal(*number, r));
      cost.add(contest.cost(*number, r));
    }
    return {goal.mean(), order_.purse.limit ? cost.mean() - order_.purse.limit->at_most : 0};
  }

  void choose() {
    PlansContest contest(trials_, order_, entries_, first_replication_);
    SelectionOptions options;
    options.confidence = order_.confidence;
    options.worth_having = order_.worth_having;
    options.limit = order_.purse.limit;
    options.most_observations = order_.most_replications;
    if (order_.seconds) options.time_is_over = [this] { return elapsed_() >= *order_.seconds; };
    Selection selection;
    if (interrupted_) {
      selection.end = SelectionEnd::interrupted;
      selection.standings.resize(entries_.size());
      for (std::size_t i = 0; i < entries_.size(); ++i) selection.in_the_race.push_back(i);
    } else {
      selection = select_best(contest, options);
    }
    result_.end = selection.end;
    result_.best = selection.best;
    result_.in_the_race = selection.in_the_race;
    result_.equal_allocation = selection.equal_allocation;
    result_.replications = trials_.replications_done();
    describe(contest, selection);
    judge(contest);
  }

  void describe(const PlansContest& contest, const Selection& selection) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      TriedPlan plan;
      plan.point = entries_[i].point;
      plan.title = order_.space->title(plan.point);
      plan.standing = selection.standings[i];
      plan.replications = contest.observed(i);
      engine::Tally goal;
      engine::Tally cost;
      std::vector<double> changes;
      for (std::uint32_t r = 0; r < plan.replications; ++r) {
        goal.add(order_.goal.least ? contest.goal(i, r) : -contest.goal(i, r));
        cost.add(contest.cost(i, r));
        changes.push_back(contest.change(i, r));
      }
      plan.goal = engine::student_t_interval(goal, order_.confidence);
      plan.extra_cost = engine::student_t_interval(cost, order_.confidence);
      plan.change = judged(changes, order_.confidence);
      result_.tried.push_back(std::move(plan));
    }
    const std::vector<Front> front = front_of(
        entries_.size(), [&](std::size_t i) { return contest.observed(i); },
        [&](std::size_t i, std::uint32_t r) { return contest.goal(i, r); },
        [&](std::size_t i, std::uint32_t r) { return contest.cost(i, r); }, order_.confidence);
    for (std::size_t i = 0; i < entries_.size(); ++i) result_.tried[i].front = front[i];
  }

  void judge(const PlansContest& contest) {
    if (!result_.best) return;
    double better = 0;
    double clearly_better = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (i == *result_.best) continue;
      result_.tried[i].chance_better = chance_better(contest, i, *result_.best, 0);
      if (result_.tried[i].standing.fate == Fate::too_dear) continue;
      better += result_.tried[i].chance_better;
      clearly_better += chance_better(contest, i, *result_.best, order_.worth_having);
    }
    result_.chance_best = std::max(0.0, 1 - better);
    result_.chance_good = std::max(0.0, 1 - clearly_better);
  }

  Trials& trials_;
  const SearchOrder& order_;
  const std::function<double()>& elapsed_;
  std::vector<Entry> entries_;
  std::uint32_t first_replication_ = 0;
  bool interrupted_ = false;
  SearchResult result_;
};

}  // namespace

WorldChoice world_of(const Study& study, const SearchSpace& space, const SearchSpace::Point& point) {
  if (space.changes_nothing(point)) return {};
  return {study.plans().size() + static_cast<std::size_t>(space.number(point)), {}};
}

SearchResult search(Trials& trials, const SearchOrder& order, const std::function<double()>& elapsed) {
  return Searching(trials, order, elapsed).run();
}

}  // namespace sendcap::experiment
