// One replication of a county, and of larger ones: its cost per event must not grow with the number of
// services, places, groups or waiting children. The larger ones are files named in the environment variable
// SENDCAP_BENCH_COUNTIES, with colons in between.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#include "limits/county_floor.hpp"
#include "read_model.hpp"
#include "sendcap/model/simulation.hpp"

namespace sendcap::bench {
namespace {

void simulate(benchmark::State& state, const std::string& file) {
  model::Simulation simulation(model_at_hand(file, [&] { return read_model(file); }));
  std::uint64_t events = 0;
  std::uint64_t children = 0;
  std::uint32_t replication = 0;
  for (auto iteration : state) {
    const model::Measures measures = simulation.run(1, replication++);
    events += measures.events;
    children += measures.children;
  }
  state.counters["events"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
  state.counters["children"] =
      benchmark::Counter(static_cast<double>(children), benchmark::Counter::kAvgIterations);
}

void county(benchmark::State& state, const std::string& file) {
  try {
    simulate(state, file);
  } catch (const std::bad_alloc&) {
    state.SkipWithError("its results do not fit into memory");
  }
}

void floor(benchmark::State& state) {
  const limits::CountyWork work;
  std::uint32_t replication = 0;
  for (auto iteration : state) benchmark::DoNotOptimize(limits::floor_of_county(work, replication++));
  state.counters["events"] =
      benchmark::Counter(static_cast<double>(work.events) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
  state.counters["children"] = benchmark::Counter(static_cast<double>(work.children));
}

void add(const std::string& name, const std::string& file) {
  benchmark::RegisterBenchmark(("county/" + name).c_str(), county, file)->Unit(benchmark::kMillisecond);
}

const bool kRegistered = [] {
  add("baseline", project_file("scenarios/worcestershire/baseline.yaml"));
  benchmark::RegisterBenchmark("floor/baseline", floor)->Unit(benchmark::kMillisecond);
  add("outlook", project_file("scenarios/worcestershire/outlook.yaml"));
  const char* const further = std::getenv("SENDCAP_BENCH_COUNTIES");
  std::istringstream files(further == nullptr ? "" : further);
  for (std::string file; std::getline(files, file, ':');)
    add(std::filesystem::path(file).stem().string(), file);
  return true;
}();

}  // namespace
}  // namespace sendcap::bench
