#include "refusal.hpp"

#include <algorithm>
#include <cmath>

#include "fit_uncertainty.hpp"
#include "sendcap/engine/tally.hpp"

namespace sendcap::experiment {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

// How wide the interval of an input is, as a part of its range, when these inputs are fitted together.
double width_of(const Evidence& evidence, const std::vector<std::size_t>& fitted, std::size_t wanted) {
  MatrixXd jacobian(evidence.jacobian.rows(), static_cast<Index>(fitted.size()));
  for (std::size_t i = 0; i < fitted.size(); ++i)
    jacobian.col(static_cast<Index>(i)) = evidence.jacobian.col(static_cast<Index>(fitted[i]));
  const LinearFit fit =
      linear_fit(jacobian, evidence.weights, evidence.chance, evidence.stated, evidence.replications);
  const auto at = static_cast<Index>(std::find(fitted.begin(), fitted.end(), wanted) - fitted.begin());
  const double quantile = engine::student_t_quantile(evidence.replications - 1, (1 + evidence.level) / 2);
  return 2 * quantile * std::sqrt(std::max(fit.covariance(at, at), 0.0));
}

std::vector<std::size_t> all_inputs(const Evidence& evidence) {
  std::vector<std::size_t> inputs;
  for (std::size_t p = 0; p < evidence.touches.size(); ++p) inputs.push_back(p);
  return inputs;
}

}  // namespace

Sensitivities Evidence::sensitivities() const {
  Sensitivities result;
  for (Index i = 0; i < jacobian.rows(); ++i) {
    std::vector<double> row;
    for (Index p = 0; p < jacobian.cols(); ++p) row.push_back(jacobian(i, p) * std::sqrt(weights(i)));
    result.push_back(std::move(row));
  }
  return result;
}

double Evidence::collinearity() const {
  return collinearity_index(sensitivities(), all_inputs(*this));
}

Refusal refusal_from(const Evidence& evidence) {
  Refusal refusal;
  const std::vector<std::size_t> all = all_inputs(evidence);
  for (const std::size_t p : all)
    if (!evidence.touches[p]) refusal.untouched.push_back(p);
  if (!refusal.untouched.empty()) return refusal;
  for (const std::size_t p : all)
    if (!(width_of(evidence, {p}, p) < evidence.lenient)) refusal.unclear.push_back(p);
  if (!refusal.unclear.empty()) return refusal;
  const Sensitivities sensitivities = evidence.sensitivities();
  refusal.confounded = confounded(sensitivities);
  if (refusal.confounded) return refusal;
  // Each alone can be told, but not all of them together.
  constexpr double kRatherCollinear = 2;
  for (const std::size_t p : all) {
    if (width_of(evidence, all, p) < evidence.lenient) continue;
    refusal.confounded = confounded(sensitivities, kRatherCollinear);
    if (!refusal.confounded) refusal.unclear.push_back(p);
    return refusal;
  }
  return refusal;
}

std::vector<Refusal::Help> helps_for(const Confounded& confounded, const Evidence& evidence,
                                     const Outcomes& outcomes, const std::vector<Row>& rows,
                                     const std::vector<std::vector<double>>& slopes, double tolerance) {
  const Sensitivities known = evidence.sensitivities();
  std::vector<Refusal::Help> helps;
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    if (!outcomes[o].is_total() || outcomes[o].unit == "pounds") continue;
    engine::Tally tally;
    for (const Row& row : rows)
      if (!std::isnan(row[o])) tally.add(row[o]);
    if (tally.count() < rows.size()) continue;
    const double error = std::hypot(tally.standard_deviation(), tolerance * std::fabs(tally.mean()));
    if (!(error > 0)) continue;
    Sensitivities more = known;
    more.emplace_back();
    for (const std::vector<double>& slope : slopes) more.back().push_back(slope[o] / error);
    const double index = collinearity_index(more, confounded.inputs);
    if (index < kMostCollinear && index < confounded.collinearity / 2) helps.push_back({o, index});
  }
  std::stable_sort(helps.begin(), helps.end(), [](const Refusal::Help& left, const Refusal::Help& right) {
    return left.collinearity < right.collinearity;
  });
  // One date for each measure of a subject is enough.
  std::vector<Refusal::Help> few;
  constexpr std::size_t kShown = 3;
  for (const Refusal::Help& help : helps) {
    const Outcome& one = outcomes[help.outcome];
    const bool known_already = std::any_of(few.begin(), few.end(), [&](const Refusal::Help& other) {
      return outcomes[other.outcome].name == one.name && outcomes[other.outcome].subject == one.subject;
    });
    if (!known_already && few.size() < kShown) few.push_back(help);
  }
  return few;
}

}  // namespace sendcap::experiment
