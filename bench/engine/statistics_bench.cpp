// What it costs to record one observation.

#include <benchmark/benchmark.h>

#include "sendcap/engine/distribution.hpp"
#include "sendcap/engine/histogram.hpp"
#include "sendcap/engine/presence.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/engine/time_weighted.hpp"

namespace {

using namespace sendcap::engine;

constexpr std::size_t kWaits = 1U << 14U;

std::vector<double> waits() {
  std::vector<double> drawn(kWaits);
  const Distribution exponential = Distribution::exponential(100);
  Stream stream(ReplicationKey(1, 0), 0, 0, 0);
  for (double& wait : drawn) wait = exponential.draw(stream);
  return drawn;
}

template <class Record>
void record(benchmark::State& state, Record add) {
  const std::vector<double> drawn = waits();
  std::size_t next = 0;
  for (auto iteration : state) add(drawn[next++ % kWaits]);
  state.SetItemsProcessed(state.iterations());
}

void tally(benchmark::State& state) {
  Tally statistic;
  record(state, [&](double wait) { statistic.add(wait); });
  benchmark::DoNotOptimize(statistic);
}
BENCHMARK(tally);

void wait_histogram(benchmark::State& state) {
  WaitHistogram statistic(1);
  record(state, [&](double wait) { statistic.add(wait); });
  benchmark::DoNotOptimize(statistic);
}
BENCHMARK(wait_histogram);

void time_weighted(benchmark::State& state) {
  TimeWeighted statistic;
  double time = 0;
  record(state, [&](double wait) { statistic.set(time += 1, wait); });
  benchmark::DoNotOptimize(statistic);
}
BENCHMARK(time_weighted);

void presence(benchmark::State& state) {
  PresenceDistribution statistic;
  double time = 0;
  record(state, [&](double wait) { statistic.set(time += 1, static_cast<std::size_t>(wait)); });
  benchmark::DoNotOptimize(statistic);
}
BENCHMARK(presence);

}  // namespace
