// One draw from each family of distributions, from a running stream.

#include <benchmark/benchmark.h>

#include <numeric>

#include "sendcap/engine/distribution.hpp"

namespace {

using sendcap::engine::Distribution;
using sendcap::engine::ReplicationKey;
using sendcap::engine::Stream;

std::vector<double> hundred_values() {
  std::vector<double> values(100);
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

void draw(benchmark::State& state, const Distribution& distribution) {
  Stream stream(ReplicationKey(1, 0), 0, 0, 0);
  for (auto iteration : state) benchmark::DoNotOptimize(distribution.draw(stream));
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(draw, deterministic, Distribution::deterministic(1));
BENCHMARK_CAPTURE(draw, exponential, Distribution::exponential(1));
BENCHMARK_CAPTURE(draw, gamma_below_one, Distribution::gamma(0.5, 1));
BENCHMARK_CAPTURE(draw, gamma_above_one, Distribution::gamma(2.5, 1));
BENCHMARK_CAPTURE(draw, erlang_2, Distribution::erlang(2, 1));
BENCHMARK_CAPTURE(draw, erlang_8, Distribution::erlang(8, 1));
BENCHMARK_CAPTURE(draw, weibull, Distribution::weibull(1.5, 1));
BENCHMARK_CAPTURE(draw, lognormal, Distribution::lognormal(0, 1));
BENCHMARK_CAPTURE(draw, triangular, Distribution::triangular(0, 1, 3));
BENCHMARK_CAPTURE(draw, uniform, Distribution::uniform(0, 1));
BENCHMARK_CAPTURE(draw, truncated_normal, Distribution::truncated_normal(2, 1));
BENCHMARK_CAPTURE(draw, truncated_normal_tail, Distribution::truncated_normal(-4, 1));
BENCHMARK_CAPTURE(draw, poisson_3, Distribution::poisson(3));
BENCHMARK_CAPTURE(draw, poisson_100, Distribution::poisson(100));
BENCHMARK_CAPTURE(draw, empirical, Distribution::empirical(hundred_values()));
BENCHMARK_CAPTURE(draw, discrete, Distribution::discrete(hundred_values(), hundred_values()));

}  // namespace
