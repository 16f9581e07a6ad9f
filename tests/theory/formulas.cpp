#include "formulas.hpp"

#include <cmath>

namespace sendcap::theory {
namespace {

double normal_cumulative(double z) {
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

}  // namespace

double erlang_b(std::size_t servers, double offered) {
  double blocked = 1;
  for (std::size_t n = 1; n <= servers; ++n)
    blocked = offered * blocked / (static_cast<double>(n) + offered * blocked);
  return blocked;
}

double erlang_c(std::size_t servers, double offered) {
  const double blocked = erlang_b(servers, offered);
  const double load = offered / static_cast<double>(servers);
  return blocked / (1 - load * (1 - blocked));
}

std::vector<double> birth_and_death(const std::function<double(std::size_t)>& births,
                                    const std::function<double(std::size_t)>& deaths, std::size_t most) {
  std::vector<double> probability{1.0};
  double sum = 1;
  for (std::size_t n = 1; n <= most; ++n) {
    probability.push_back(probability.back() * births(n - 1) / deaths(n));
    sum += probability.back();
  }
  for (double& share : probability) share /= sum;
  return probability;
}

double mean_of(const std::vector<double>& distribution, const std::function<double(std::size_t)>& f) {
  double sum = 0;
  for (std::size_t n = 0; n < distribution.size(); ++n) sum += f(n) * distribution[n];
  return sum;
}

double g_m_1_root(const std::function<double(double)>& transform, double service_rate) {
  double root = 0;  // the iteration rises to the smallest root, which is the one below 1
  for (int step = 0; step < 10000; ++step) root = transform(service_rate * (1 - root));
  return root;
}

Race race_to_service(std::size_t ahead, double departures, double abandonment) {
  Race race{1.0, 0.0};
  for (std::size_t i = 0; i <= ahead; ++i) {
    const double forward = departures + static_cast<double>(i) * abandonment;
    race.served *= forward / (forward + abandonment);
    race.mean_wait += 1 / (forward + abandonment);
  }
  return race;
}

double wait_beyond_in_random_order(double arrivals, double service_rate, double time) {
  constexpr std::size_t kMost =
      400;  // others waiting; more have a probability below 10⁻³⁰ at the loads tested
  const double load = arrivals / service_rate;
  std::vector<double> still_waiting(kMost);  // by number of others waiting
  for (std::size_t n = 0; n < kMost; ++n)
    still_waiting[n] = load * (1 - load) * std::pow(load, static_cast<double>(n));
  const double rate = arrivals + service_rate;
  const double jumps = rate * time;
  double beyond = 0;
  double weight = std::exp(-jumps);
  const auto most_jumps = static_cast<std::size_t>(jumps + 12 * std::sqrt(jumps) + 30);
  for (std::size_t jump = 0; jump <= most_jumps; ++jump) {
    double share = 0;
    for (const double one : still_waiting) share += one;
    beyond += weight * share;
    weight *= jumps / static_cast<double>(jump + 1);
    std::vector<double> next(kMost);
    for (std::size_t n = 0; n < kMost; ++n) {
      if (n + 1 < kMost) next[n + 1] += still_waiting[n] * arrivals / rate;
      // A visit ends: one of the n + 1 who wait is drawn; if it is another, n − 1 others remain.
      const double others = static_cast<double>(n);
      if (n > 0) next[n - 1] += still_waiting[n] * service_rate / rate * others / (others + 1);
    }
    still_waiting = next;
  }
  return beyond;
}

double mean_left_over(double mean_arrivals, std::size_t slots) {
  double sum = 0;
  for (std::size_t k = 1; k <= 3000; ++k) {
    const double mean = mean_arrivals * static_cast<double>(k);
    const std::size_t bound = slots * k;
    const auto most = static_cast<std::size_t>(static_cast<double>(bound) + 20 * std::sqrt(mean) + 50);
    double log_probability =
        static_cast<double>(bound) * std::log(mean) - mean - std::lgamma(static_cast<double>(bound) + 1);
    double excess = 0;
    for (std::size_t n = bound + 1; n <= most; ++n) {
      log_probability += std::log(mean / static_cast<double>(n));
      excess += static_cast<double>(n - bound) * std::exp(log_probability);
    }
    sum += excess / static_cast<double>(k);
  }
  return sum;
}

double lognormal_limited_mean(double mean, double sd, double limit) {
  if (limit <= 0) return 0;
  const double variance = std::log(1 + sd * sd / (mean * mean));
  const double location = std::log(mean) - variance / 2;
  const double z = (std::log(limit) - location) / std::sqrt(variance);
  return mean * normal_cumulative(z - std::sqrt(variance)) + limit * normal_cumulative(-z);
}

}  // namespace sendcap::theory
