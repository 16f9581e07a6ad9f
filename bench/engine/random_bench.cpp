// What a stream of random numbers costs: running, and made anew for each child and purpose.

#include <benchmark/benchmark.h>

#include "sendcap/engine/distribution.hpp"
#include "sendcap/engine/random.hpp"

namespace {

using sendcap::engine::Distribution;
using sendcap::engine::ReplicationKey;
using sendcap::engine::Stream;

void running_stream(benchmark::State& state) {
  Stream stream(ReplicationKey(1, 0), 0, 0, 0);
  for (auto iteration : state) benchmark::DoNotOptimize(stream());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(running_stream);

void new_stream_and_first_number(benchmark::State& state) {
  const ReplicationKey key(1, 0);
  std::uint32_t number = 0;
  for (auto iteration : state) benchmark::DoNotOptimize(Stream(key, 1, number++, 2)());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(new_stream_and_first_number);

void new_stream_and_exponential_time(benchmark::State& state) {
  const ReplicationKey key(1, 0);
  const Distribution exponential = Distribution::exponential(1);
  std::uint32_t number = 0;
  for (auto iteration : state) {
    Stream stream(key, 1, number++, 2);
    benchmark::DoNotOptimize(exponential.draw(stream));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(new_stream_and_exponential_time);

}  // namespace
