#include "sendcap/experiment/drivers.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace sendcap::experiment {
namespace {

using Column = std::vector<double>;

// With fewer, chance among hundreds of inputs is stronger than Student's t for ranks admits.
constexpr std::size_t kFewestPoints = 30;

// Ranks about their mean; equals share the middle of theirs.
Column centred_ranks(const Column& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t left, std::size_t right) { return values[left] < values[right]; });
  Column ranks(values.size());
  const double mean = (static_cast<double>(values.size()) - 1) / 2;
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
    for (std::size_t i = first; i <= last; ++i)
      ranks[order[i]] = static_cast<double>(first + last) / 2 - mean;
    first = last + 1;
  }
  return ranks;
}

double product(const Column& left, const Column& right) {
  return std::inner_product(left.begin(), left.end(), right.begin(), 0.0);
}

// What is left of a column once another is taken off.
void take_off(const Column& other, Column& column) {
  const double slope = product(other, column) / product(other, other);
  for (std::size_t i = 0; i < column.size(); ++i) column[i] -= slope * other[i];
}

double correlation(const Column& left, const Column& right) {
  const double squares = product(left, left) * product(right, right);
  return squares > 0 ? product(left, right) / std::sqrt(squares) : 0;
}

engine::Interval with_interval(double correlation, double free, double level) {
  if (!(free > 0) || std::fabs(correlation) >= 1) return {correlation, -1, 1};
  // The normal quantile is that of Student's t without end.
  const double half = engine::student_t_quantile(1e9, (1 + level) / 2) / std::sqrt(free);
  const double z = std::atanh(correlation);
  return {correlation, std::tanh(z - half), std::tanh(z + half)};
}

}  // namespace

std::vector<Driver> find_drivers(const std::vector<std::vector<double>>& sample,
                                 const std::vector<double>& values, double level, std::size_t most) {
  std::vector<Driver> drivers;
  if (values.size() < kFewestPoints) return drivers;
  const auto count = static_cast<double>(values.size());
  Column left = centred_ranks(values);
  const double whole = product(left, left);
  std::vector<std::optional<Column>> inputs;
  for (std::size_t d = 0; d < sample.front().size(); ++d) {
    Column column;
    for (const std::vector<double>& point : sample) column.push_back(point[d]);
    inputs.push_back(centred_ranks(column));
    if (!(product(*inputs.back(), *inputs.back()) > 0)) inputs.back().reset();
  }
  while (drivers.size() < most && whole > 0) {
    const auto taken = static_cast<double>(drivers.size());
    const double degrees = count - taken - 2;
    std::optional<std::size_t> best;
    double strongest = 0;
    double remaining = 0;
    for (std::size_t d = 0; d < inputs.size(); ++d) {
      if (!inputs[d]) continue;
      ++remaining;
      const double one = correlation(*inputs[d], left);
      if (best && std::fabs(one) <= std::fabs(strongest)) continue;
      best = d;
      strongest = one;
    }
    if (!best || degrees < 2) break;
    const double t = engine::student_t_quantile(degrees, 1 - (1 - level) / (2 * remaining));
    if (strongest * strongest <= t * t / (degrees + t * t)) break;
    const double before = product(left, left);
    const Column chosen = *inputs[*best];
    inputs[*best].reset();
    take_off(chosen, left);
    const double after = product(left, left);
    drivers.push_back({*best, with_interval(strongest, count - taken - 3, level), (before - after) / whole});
    for (std::optional<Column>& input : inputs) {
      if (!input) continue;
      const double had = product(*input, *input);
      take_off(chosen, *input);
      // The same as those before it but for rounding.
      if (product(*input, *input) < 1e-9 * had) input.reset();
    }
  }
  return drivers;
}

}  // namespace sendcap::experiment
