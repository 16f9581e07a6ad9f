#include "sendcap/experiment/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sendcap/engine/random.hpp"
#include "sendcap/engine/ratio_interval.hpp"
#include "sendcap/engine/tally.hpp"

namespace sendcap::experiment {
namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

// The same weights for every outcome, so that the chances of a plan hang together.
std::vector<double> bootstrap_weights(std::uint32_t replications) {
  std::vector<double> weights(std::size_t{Comparison::kBootstraps} * replications);
  const engine::ReplicationKey key(0, 0);
  for (std::uint32_t b = 0; b < Comparison::kBootstraps; ++b) {
    engine::Stream random(key, engine::name_hash("Bayesian bootstrap"), b, 0);
    double* const row = &weights[std::size_t{b} * replications];
    double sum = 0;
    for (std::uint32_t r = 0; r < replications; ++r) sum += row[r] = -std::log(random.uniform_open());
    for (std::uint32_t r = 0; r < replications; ++r) row[r] /= sum;
  }
  return weights;
}

// Half a chance each to two that tie for best, and so on.
void share_among_best(const std::vector<double>& means, Better better, std::vector<double>& wins) {
  const double best = better == Better::lower ? *std::min_element(means.begin(), means.end())
                                              : *std::max_element(means.begin(), means.end());
  const auto ties = static_cast<double>(std::count(means.begin(), means.end(), best));
  for (std::size_t w = 0; w < means.size(); ++w)
    if (means[w] == best) wins[w] += 1 / ties;
}

Difference judged(const engine::Tally& tally, double level) {
  Difference found;
  found.pairs = static_cast<std::uint32_t>(tally.count());
  found.interval = engine::student_t_interval(tally, level);
  if (found.pairs > 0 && tally.minimum() == 0 && tally.maximum() == 0)
    found.verdict = Verdict::exactly_same;
  else if (found.pairs >= 2 && (found.interval.low > 0 || found.interval.high < 0))
    found.verdict = Verdict::clear;
  return found;
}

// Of the hypothesis that the mean is 0. Differences that are all alike have no spread to judge by: then by
// their signs (the sign test), but for money, which is planned and not observed.
double p_value(const engine::Tally& tally, bool money) {
  const auto count = static_cast<double>(tally.count());
  if (!(tally.variance() > 0)) return money ? 0 : std::pow(2.0, 1 - count);
  return 2 * engine::student_t_probability(count - 1,
                                           -std::fabs(tally.mean() / std::sqrt(tally.variance() / count)));
}

}  // namespace

Difference judged(const std::vector<double>& differences, double level) {
  engine::Tally tally;
  for (const double difference : differences)
    if (!std::isnan(difference)) tally.add(difference);
  return judged(tally, level);
}

Comparison::Comparison(const Outcomes& outcomes, std::vector<TargetCell> targets,
                       std::vector<const std::vector<Row>*> worlds, double level)
    : outcomes_(outcomes), targets_(std::move(targets)), worlds_(std::move(worlds)), level_(level) {
  std::size_t shortest = worlds_.empty() ? 0 : worlds_.front()->size();
  for (const std::vector<Row>* rows : worlds_) shortest = std::min(shortest, rows->size());
  replications_ = static_cast<std::uint32_t>(shortest);
  for (std::size_t o = 0; o < outcomes_.size(); ++o)
    if (outcomes_[o].measure == model::MeasureId::spent && outcomes_[o].of_whole_run()) spent_.push_back(o);
  std::vector<std::size_t> totals;
  std::vector<std::size_t> groups;
  for (std::size_t o = 0; o < outcomes_.size(); ++o) (outcomes_[o].is_total() ? totals : groups).push_back(o);
  differences_.resize(worlds_.size());
  for (std::size_t w = 0; w < worlds_.size(); ++w) {
    differences_[w].resize(outcomes_.size());
    judge_family(w, totals);
    judge_family(w, groups);
  }
  if (worlds_.size() > 1 && replications_ > 0) bootstrap_ = bootstrap_weights(replications_);
}

void Comparison::judge_family(std::size_t world, const std::vector<std::size_t>& family) {
  struct Tested {
    double p = 1;
    std::size_t outcome = 0;
    engine::Tally tally;
  };
  std::vector<Tested> tested;
  for (const std::size_t o : family) {
    const engine::Tally tally = differences_between(world, 0, o);
    differences_[world][o] = judged(tally, level_);
    if (differences_[world][o].verdict == Verdict::clear) differences_[world][o].verdict = Verdict::unclear;
    if (differences_[world][o].verdict != Verdict::exactly_same && tally.count() >= 2)
      tested.push_back({p_value(tally, outcomes_[o].measure == model::MeasureId::spent), o, tally});
  }
  std::stable_sort(tested.begin(), tested.end(),
                   [](const Tested& left, const Tested& right) { return left.p < right.p; });
  const double rate = (1 - level_) / static_cast<double>(std::max<std::size_t>(tested.size(), 1));
  std::size_t clear = 0;
  for (std::size_t i = 0; i < tested.size(); ++i)
    if (tested[i].p <= rate * static_cast<double>(i + 1)) clear = i + 1;
  for (std::size_t i = 0; i < clear; ++i) {
    Difference& difference = differences_[world][tested[i].outcome];
    difference = judged(tested[i].tally, 1 - rate * static_cast<double>(clear));
    difference.verdict = Verdict::clear;
  }
}

engine::Interval Comparison::value(std::size_t world, std::size_t outcome) const {
  engine::Tally tally;
  for (std::uint32_t r = 0; r < replications_; ++r)
    if (const double value = at(world, r, outcome); !std::isnan(value)) tally.add(value);
  return engine::student_t_interval(tally, level_);
}

engine::Tally Comparison::differences_between(std::size_t world, std::size_t other,
                                              std::size_t outcome) const {
  engine::Tally tally;
  for (std::uint32_t r = 0; r < replications_; ++r)
    if (const double difference = at(world, r, outcome) - at(other, r, outcome); !std::isnan(difference))
      tally.add(difference);
  return tally;
}

Difference Comparison::between(std::size_t world, std::size_t other, std::size_t outcome,
                               double level) const {
  return judged(differences_between(world, other, outcome), level);
}

std::vector<double> Comparison::chance_best(std::size_t outcome) const {
  const Better better = outcomes_[outcome].better;
  std::vector<std::uint32_t> used;
  for (std::uint32_t r = 0; r < replications_; ++r) {
    bool all = true;
    for (std::size_t w = 0; w < worlds_.size(); ++w) all = all && !std::isnan(at(w, r, outcome));
    if (all) used.push_back(r);
  }
  if (better == Better::neither || used.size() < 2 || worlds_.size() < 2) return {};
  std::vector<double> wins(worlds_.size(), 0);
  std::vector<double> means(worlds_.size());
  for (std::uint32_t b = 0; b < kBootstraps; ++b) {
    const double* const weights = &bootstrap_[std::size_t{b} * replications_];
    double sum = 0;
    for (const std::uint32_t r : used) sum += weights[r];
    for (std::size_t w = 0; w < worlds_.size(); ++w) {
      double mean = 0;
      for (const std::uint32_t r : used) mean += weights[r] * at(w, r, outcome);
      means[w] = mean / sum;
    }
    share_among_best(means, better, wins);
  }
  for (double& win : wins) win /= kBootstraps;
  return wins;
}

std::vector<std::size_t> Comparison::unbeaten(std::size_t outcome) const {
  const Better better = outcomes_[outcome].better;
  std::vector<std::size_t> found;
  if (better == Better::neither || worlds_.size() < 2) return found;
  const auto pairs = static_cast<double>(worlds_.size() * (worlds_.size() - 1) / 2);
  const double level = 1 - (1 - level_) / pairs;
  for (std::size_t w = 0; w < worlds_.size(); ++w) {
    bool beaten = std::isnan(value(w, outcome).mean);
    for (std::size_t other = 0; other < worlds_.size() && !beaten; ++other) {
      if (other == w) continue;
      const Difference difference = between(other, w, outcome, level);
      beaten = difference.clear() && (better == Better::lower) == (difference.interval.mean < 0);
    }
    if (!beaten) found.push_back(w);
  }
  return found;
}

engine::Interval Comparison::target_chance(std::size_t world, std::size_t target) const {
  std::uint64_t met = 0;
  std::uint64_t known = 0;
  for (std::uint32_t r = 0; r < replications_; ++r) {
    const double value = at(world, r, outcomes_.size() + target);
    if (std::isnan(value)) continue;
    ++known;
    if (targets_[target].is_met_by(value)) ++met;
  }
  return engine::wilson_interval(met, known, level_);
}

engine::Interval Comparison::target_value(std::size_t world, std::size_t target) const {
  return value(world, outcomes_.size() + target);
}

double Comparison::cost(std::size_t world, std::size_t replication) const {
  double sum = 0;
  for (const std::size_t spent : spent_) sum += at(world, replication, spent);
  return spent_.empty() ? kNoValue : sum;
}

Difference Comparison::extra_cost(std::size_t world) const {
  engine::Tally differences;
  for (std::uint32_t r = 0; r < replications_; ++r)
    if (const double difference = cost(world, r) - cost(0, r); !std::isnan(difference))
      differences.add(difference);
  return judged(differences, level_);
}

std::optional<engine::Interval> Comparison::cost_of_gain(std::size_t world, std::size_t outcome) const {
  const Better better = outcomes_[outcome].better;
  if (better == Better::neither || spent_.empty()) return std::nullopt;
  std::vector<double> costs;
  std::vector<double> gains;
  for (std::uint32_t r = 0; r < replications_; ++r) {
    const double change = at(world, r, outcome) - at(0, r, outcome);
    if (std::isnan(change)) continue;
    gains.push_back(better == Better::lower ? -change : change);
    costs.push_back(cost(world, r) - cost(0, r));
  }
  const std::optional<engine::Interval> ratio = engine::ratio_interval(costs, gains, level_);
  const Difference& gain = difference(world, outcome);
  const bool gets_better = gain.clear() && (better == Better::lower) == (gain.interval.mean < 0);
  return gets_better ? ratio : std::nullopt;
}

}  // namespace sendcap::experiment
