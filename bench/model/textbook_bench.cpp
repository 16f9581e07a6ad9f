// Textbook models run whole: a model read from its scenario file with all its statistics, beside the loop
// that was written for it alone. What is timed is one replication; reading the file is not.

#include <benchmark/benchmark.h>

#include "read_model.hpp"
#include "sendcap/model/simulation.hpp"
#include "textbook.hpp"

namespace sendcap::bench {
namespace {

constexpr std::uint64_t kCustomers = 200'000;

void tell_rate(benchmark::State& state, const char* what, std::uint64_t count) {
  state.counters[what] = benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsRate);
}

void sendcap(benchmark::State& state, const Textbook& textbook) {
  model::Simulation simulation(model_at_hand(textbook.name, [&] { return model_of(textbook, kCustomers); }));
  std::uint64_t customers = 0;
  std::uint64_t events = 0;
  std::uint32_t replication = 0;
  for (auto iteration : state) {
    const model::Measures measures = simulation.run(1, replication++);
    customers += measures.children;
    events += measures.events;
  }
  tell_rate(state, "customers", customers);
  tell_rate(state, "events", events);
}

void limit(benchmark::State& state, const Textbook& textbook) {
  std::uint64_t customers = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(textbook.limit(kCustomers));
    customers += kCustomers;
  }
  tell_rate(state, "customers", customers);
}

const bool kRegistered = [] {
  for (const Textbook& one : textbooks()) {
    benchmark::RegisterBenchmark(("sendcap/" + one.name).c_str(), sendcap, one);
    benchmark::RegisterBenchmark(("limit/" + one.name).c_str(), limit, one);
  }
  return true;
}();

}  // namespace
}  // namespace sendcap::bench
