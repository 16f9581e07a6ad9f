// A placement round: so many children, each eligible for some of the provisions, and places for nine in ten.

#include "model/matching.hpp"

#include <benchmark/benchmark.h>

#include "sendcap/engine/random.hpp"

namespace sendcap::bench {
namespace {

using model::Index;
using model::MatchingProblem;

constexpr double kMinute = 1.0 / 1440;
constexpr std::size_t kOptions = 8;  // what lies within reach of a child and is meant for its needs

// What is within reach depends on where a child lives: provisions stand along a line, and a child has the
// next ones to either side of it.
MatchingProblem round_of(std::size_t children, std::size_t provisions) {
  engine::Stream stream(engine::ReplicationKey(1, 0), 0, 0, 0);
  MatchingProblem problem;
  problem.vacancies.assign(provisions, static_cast<std::uint32_t>(children * 9 / 10 / provisions));
  problem.over_number.assign(provisions, 0);
  for (std::size_t child = 0; child < children; ++child) {
    const double home = stream.uniform() * static_cast<double>(provisions);
    MatchingProblem::Wish wish;
    for (std::size_t i = 0; i < kOptions; ++i) {
      const std::size_t provision = (static_cast<std::size_t>(home) + i) % provisions;
      wish.options.push_back({static_cast<Index>(provision), (5 + 50 * stream.uniform()) * kMinute});
    }
    problem.wishes.push_back(std::move(wish));
  }
  return problem;
}

template <class Match>
void placement_round(benchmark::State& state, Match match) {
  const auto children = static_cast<std::size_t>(state.range(0));
  const MatchingProblem problem = round_of(children, static_cast<std::size_t>(state.range(1)));
  for (auto iteration : state) benchmark::DoNotOptimize(match(problem));
  state.counters["children"] =
      benchmark::Counter(static_cast<double>(children), benchmark::Counter::kIsIterationInvariantRate);
}

void sizes(benchmark::internal::Benchmark* round) {
  round->ArgNames({"children", "provisions"})->Unit(benchmark::kMicrosecond);
  for (const int children : {100, 1'000, 10'000})
    for (const int provisions : {10, 100, 1'000})
      if (10 * provisions <= children) round->Args({children, provisions});
}

BENCHMARK_CAPTURE(placement_round, greedy, model::match_greedy)->Apply(sizes);
BENCHMARK_CAPTURE(placement_round, optimal, model::match_optimal)->Apply(sizes);

}  // namespace
}  // namespace sendcap::bench
