// Choosing the best of several, where the truth is known.

#include "sendcap/experiment/selection.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/random.hpp"

namespace sendcap::testing {
namespace {

using experiment::Contest;
using experiment::Fate;
using experiment::Selection;
using experiment::SelectionEnd;
using experiment::SelectionOptions;
using experiment::Standing;

// Normal observations with known means: each is its mean, luck that all share in a replication (common random
// numbers; none when they are independent) and luck of its own.
class Normals : public Contest {
 public:
  struct System {
    double mean = 0;
    double sd = 1;
    double cost = 0;
    double cost_sd = 0;
  };

  Normals(std::vector<System> systems, double shared, std::uint32_t experiment)
      : systems_(std::move(systems)),
        shared_(shared),
        experiment_(experiment),
        observed_(systems_.size(), 0) {}

  [[nodiscard]] std::size_t systems() const override { return systems_.size(); }
  bool observe(const std::vector<std::size_t>& systems, std::uint32_t observations) override {
    for (const std::size_t i : systems) observed_[i] = std::max(observed_[i], observations);
    return ++asked_ != stop_after_;
  }
  [[nodiscard]] std::uint32_t observed(std::size_t system) const override { return observed_[system]; }
  [[nodiscard]] double goal(std::size_t system, std::uint32_t observation) const override {
    EXPECT_LT(observation, observed_[system]);
    const System& one = systems_[system];
    return one.mean + one.sd * (std::sqrt(shared_) * normal(observation, 0) +
                                std::sqrt(1 - shared_) * normal(observation, 1 + system));
  }
  [[nodiscard]] double cost(std::size_t system, std::uint32_t observation) const override {
    const System& one = systems_[system];
    return one.cost_sd == 0 ? one.cost : one.cost + one.cost_sd * normal(observation, 10'000 + system);
  }

  [[nodiscard]] double total() const {
    double sum = 0;
    for (const std::uint32_t n : observed_) sum += n;
    return sum;
  }
  void stop_after(int asked) { stop_after_ = asked; }

 private:
  // Box and Muller 1958.
  [[nodiscard]] double normal(std::uint32_t observation, std::size_t source) const {
    engine::Stream random(engine::ReplicationKey(20260105 + experiment_, observation), 7,
                          static_cast<std::uint32_t>(source), 0);
    const double radius = std::sqrt(-2 * std::log(random.uniform_open()));
    return radius * std::cos(2 * 3.14159265358979323846 * random.uniform());
  }

  std::vector<System> systems_;
  double shared_;
  std::uint32_t experiment_;
  std::vector<std::uint32_t> observed_;
  int asked_ = 0;
  int stop_after_ = -1;
};

// h of Rinott (1978, On Two-Stage Selection Procedures and Related Probability-Inequalities), who gives each
// system (h sd/δ)² independent observations: the root of his integral over two chi-squares, by the trapezium
// rule.
double rinott_h(std::size_t systems, std::uint32_t first, double confidence) {
  const double degrees = first - 1;
  const double step = degrees / 60;
  std::vector<double> at;
  std::vector<double> weight;
  for (double x = step / 2; x < 5 * degrees; x += step) {
    at.push_back(x);
    weight.push_back(step * std::exp((degrees / 2 - 1) * std::log(x) - x / 2 - degrees / 2 * std::log(2.0) -
                                     std::lgamma(degrees / 2)));
  }
  const auto chance = [&](double h) {
    double sum = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
      double inner = 0;
      for (std::size_t j = 0; j < at.size(); ++j)
        inner +=
            weight[j] * 0.5 * std::erfc(-h / std::sqrt(degrees * (1 / at[i] + 1 / at[j])) / std::sqrt(2.0));
      sum += weight[i] * std::pow(inner, static_cast<double>(systems - 1));
    }
    return sum;
  };
  double low = 0;
  double high = 20;
  for (int i = 0; i < 40; ++i) (chance((low + high) / 2) < confidence ? low : high) = (low + high) / 2;
  return high;
}

constexpr double kConfidence = 0.95;
constexpr std::uint32_t kExperiments = 400;

struct Tried {
  std::uint32_t correct = 0;
  double observations = 0;  ///< mean of an experiment
  double equal_allocation = 0;
};

// The first is the right one.
Tried try_often(const std::vector<Normals::System>& systems, double shared, const SelectionOptions& options) {
  Tried tried;
  for (std::uint32_t e = 0; e < kExperiments; ++e) {
    Normals normals(systems, shared, e);
    const Selection selection = select_best(normals, options);
    EXPECT_EQ(selection.end, SelectionEnd::settled);
    if (selection.best == std::size_t{0}) ++tried.correct;
    tried.observations += normals.total() / kExperiments;
    tried.equal_allocation += selection.equal_allocation / kExperiments;
  }
  return tried;
}

// The share of correct selections could be that of a procedure that keeps its promise: not below it at 99.9%
// (one-sided). The chance that a sound procedure fails any of the six tests for a new seed is below 1%.
void expect_promise_kept(const Tried& tried) {
  const double share = static_cast<double>(tried.correct) / kExperiments;
  EXPECT_GE(share, kConfidence - 3.1 * std::sqrt(kConfidence * (1 - kConfidence) / kExperiments));
}

SelectionOptions usual() {
  SelectionOptions options;
  options.confidence = kConfidence;
  options.worth_having = 1;
  return options;
}

// The worst case for which the promise is made: all others worse by exactly what is worth having.
std::vector<Normals::System> slippage(std::size_t systems, double sd) {
  std::vector<Normals::System> made(systems, {1, sd, 0, 0});
  made.front().mean = 0;
  return made;
}

TEST(RinottsConstant, is_that_of_the_published_table_and_of_known_variances) {
  // For two systems it is that of Dudewicz and Dalal: Law 2015, Simulation Modeling and Analysis,
  // table 10.11.
  EXPECT_NEAR(rinott_h(2, 20, 0.95), 2.453, 0.005);
  // With many first observations Φ(h/√2)⁹ = 0.95, so h/√2 is the quantile of 0.95^(1/9).
  EXPECT_NEAR(rinott_h(10, 400, 0.95),
              std::sqrt(2.0) * engine::student_t_quantile(1e7, std::pow(0.95, 1.0 / 9)), 0.02);
}

TEST(BestOfSeveral, is_found_as_often_as_promised_with_fewer_observations_than_equal_allocation) {
  for (const std::size_t k : {5U, 10U, 20U}) {
    SCOPED_TRACE(k);
    const Tried tried = try_often(slippage(k, 5), 0, usual());
    expect_promise_kept(tried);
    const double h = rinott_h(k, 20, kConfidence);
    const double rinott = static_cast<double>(k) * std::pow(h * 5 / 1, 2.0);
    RecordProperty("k" + std::to_string(k) + " correct", std::to_string(tried.correct));
    RecordProperty("k" + std::to_string(k) + " observations", std::to_string(tried.observations));
    RecordProperty("k" + std::to_string(k) + " Rinott", std::to_string(rinott));
    EXPECT_LT(tried.observations, rinott);
  }
}

TEST(BestOfSeveral, is_found_with_fewer_observations_the_more_chance_is_shared) {
  const Tried apart = try_often(slippage(10, 5), 0, usual());
  const Tried together = try_often(slippage(10, 5), 0.8, usual());
  expect_promise_kept(together);
  // The variance of differences is a fifth.
  EXPECT_LT(together.observations, apart.observations / 3);
  EXPECT_LT(together.observations, together.equal_allocation);
}

TEST(BestOfSeveral, is_found_at_once_where_it_stands_out) {
  std::vector<Normals::System> spread;
  for (int i = 0; i < 15; ++i) spread.push_back({3.0 * i, 3.0 + 0.2 * i, 0, 0});
  const Tried tried = try_often(spread, 0.3, usual());
  expect_promise_kept(tried);
  EXPECT_LT(tried.observations, tried.equal_allocation / 4);
}

TEST(BestOfSeveral, is_not_one_that_costs_too_much) {
  // The second and third are better but too dear; of the rest the first is best. Costs vary.
  std::vector<Normals::System> systems(8, {1, 3, 8, 2});
  systems[0] = {0, 3, 9, 2};
  systems[1] = {-1, 3, 11, 2};
  systems[2] = {-5, 3, 12, 2};
  SelectionOptions options = usual();
  options.limit = {10, 1};
  const Tried tried = try_often(systems, 0.4, options);
  expect_promise_kept(tried);
  EXPECT_LT(tried.observations, tried.equal_allocation);
}

TEST(BestOfSeveral, tells_why_the_others_fell_out) {
  // Costs are the same each time: they are known at once.
  Normals normals({{0, 1, 5, 0}, {-9, 1, 11, 0}, {6, 1, 5, 0}}, 0, 1);
  SelectionOptions options = usual();
  options.limit = {10, 0.1};
  const Selection selection = select_best(normals, options);
  EXPECT_EQ(selection.best, std::size_t{0});
  EXPECT_EQ(selection.standings[1].fate, Fate::too_dear);
  EXPECT_EQ(selection.standings[1].after, 20U);
  EXPECT_EQ(selection.standings[2].fate, Fate::beaten);
  EXPECT_EQ(selection.standings[2].by, std::size_t{0});
}

TEST(BestOfSeveral, is_the_cheaper_of_two_that_are_the_same_in_every_observation) {
  // All luck is shared: the first three differ in nothing but the cost.
  Normals normals({{0, 1, 7, 0}, {0, 1, 5, 0}, {0, 1, 5, 0}, {4, 1, 1, 0}}, 1, 1);
  const Selection selection = select_best(normals, usual());
  EXPECT_EQ(selection.best, std::size_t{1});
  EXPECT_EQ(selection.standings[0].fate, Fate::as_good);
  EXPECT_EQ(selection.standings[2].fate, Fate::as_good);
  EXPECT_EQ(selection.standings[3].fate, Fate::beaten);
}

TEST(BestOfSeveral, is_nobody_when_all_cost_too_much) {
  Normals normals({{0, 1, 12, 1}, {1, 1, 15, 1}}, 0, 1);
  SelectionOptions options = usual();
  options.limit = {10, 1};
  const Selection selection = select_best(normals, options);
  EXPECT_EQ(selection.end, SelectionEnd::settled);
  EXPECT_FALSE(selection.best);
  EXPECT_TRUE(selection.in_the_race.empty());
}

TEST(BestOfSeveral, is_left_open_when_observations_run_out) {
  Normals normals({{0, 10, 0, 0}, {0.5, 10, 0, 0}, {90, 10, 0, 0}}, 0, 1);
  SelectionOptions options = usual();
  options.most_observations = 100;
  const Selection selection = select_best(normals, options);
  EXPECT_EQ(selection.end, SelectionEnd::most_observations);
  EXPECT_FALSE(selection.best);
  EXPECT_EQ(selection.in_the_race, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(normals.observed(0), 100U);
  EXPECT_LT(normals.observed(2), 100U);
}

TEST(BestOfSeveral, is_left_open_when_stopped_or_out_of_time) {
  Normals stopped({{0, 10, 0, 0}, {0.5, 10, 0, 0}}, 0, 1);
  stopped.stop_after(3);
  EXPECT_EQ(select_best(stopped, usual()).end, SelectionEnd::interrupted);
  Normals late({{0, 10, 0, 0}, {0.5, 10, 0, 0}}, 0, 1);
  SelectionOptions options = usual();
  options.time_is_over = [] { return true; };
  EXPECT_EQ(select_best(late, options).end, SelectionEnd::time_over);
  EXPECT_EQ(late.observed(0), 20U);
}

// The chance given the data, for a difference that is known: t of 19 degrees of freedom.
TEST(ChanceBetter, is_that_of_students_t) {
  Normals normals({{0, 1, 0, 0}, {0.3, 1, 0, 0}}, 0, 3);
  (void)normals.observe({0, 1}, 20);
  double sum = 0;
  double squares = 0;
  for (std::uint32_t r = 0; r < 20; ++r) {
    const double lead = normals.goal(1, r) - normals.goal(0, r);
    sum += lead;
    squares += lead * lead;
  }
  const double t = sum / 20 / std::sqrt((squares - sum * sum / 20) / 19 / 20);
  const double chance = chance_better(normals, 0, 1, 0);
  EXPECT_NEAR(engine::student_t_quantile(19, chance), t, 1e-9);
  EXPECT_NEAR(chance + chance_better(normals, 1, 0, 0), 1, 1e-12);
  EXPECT_LT(chance_better(normals, 0, 1, 0.5), chance);
}

}  // namespace
}  // namespace sendcap::testing
