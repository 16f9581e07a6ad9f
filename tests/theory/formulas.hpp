#pragma once

#include <cstddef>
#include <functional>
#include <vector>

// Closed forms of queueing theory, written down from the sources named and independent of the simulator.
// Rates and times are in days throughout.

namespace sendcap::theory {

/// Erlang's loss formula: the share turned away by c servers without room to wait, offered a erlangs (Erlang
/// 1917; by the recursion B(n) = a B(n − 1) / (n + a B(n − 1)), Gross and others 2008, exercise 2.6).
double erlang_b(std::size_t servers, double offered);

/// Erlang's delay formula: the share who wait when everybody may (Erlang 1917). REQUIRES: offered < servers.
double erlang_c(std::size_t servers, double offered);

/// The stationary distribution of a birth and death process over 0 … most (Gross and others 2008, 2.1).
std::vector<double> birth_and_death(const std::function<double(std::size_t)>& births,
                                    const std::function<double(std::size_t)>& deaths, std::size_t most);

/// The sum of f(n) p(n).
double mean_of(const std::vector<double>& distribution, const std::function<double(std::size_t)>& f);

/// The root σ below 1 of σ = A(μ (1 − σ)), A the Laplace transform of the times between arrivals (Gross and
/// others 2008, 5.3.1). REQUIRES: a load below 1.
double g_m_1_root(const std::function<double(double)>& transform, double service_rate);

/// The mean wait and the chance to be served of one who finds `ahead` in the queue and all c servers busy,
/// where everybody gives up at a constant rate: a race of the queue ahead against one's own patience, stage
/// by stage (the argument of Garnett, Mandelbaum and Reiman 2002, section 2).
struct Race {
  double served = 0;     ///< the chance to win
  double mean_wait = 0;  ///< of those who do
};
Race race_to_service(std::size_t ahead, double departures, double abandonment);

/// The share of waits longer than `time` in M/M/1 when the next is drawn by lot. The number of others waiting
/// is followed as a Markov chain until the child is drawn (uniformisation, Jensen 1953).
double wait_beyond_in_random_order(double arrivals, double service_rate, double time);

/// The mean number left over by a clinic of so many slots held at equal times, when a Poisson number with
/// this mean comes in between: Spitzer's identity for the waiting-line walk max(X + A − s, 0) (Spitzer 1956;
/// Bailey 1954).
double mean_left_over(double mean_arrivals, std::size_t slots);

/// E[min(S, x)] for a lognormal S, from its mean and standard deviation.
double lognormal_limited_mean(double mean, double sd, double limit);

}  // namespace sendcap::theory
