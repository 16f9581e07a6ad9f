// From files to a model: reading, checking, applying a plan and compiling.

#include <benchmark/benchmark.h>

#include "read_model.hpp"
#include "textbook.hpp"

namespace sendcap::bench {
namespace {

void load(benchmark::State& state, const std::string& scenario, const std::string& plan) {
  for (auto iteration : state)
    benchmark::DoNotOptimize(
        read_model(project_file(scenario), {}, plan.empty() ? plan : project_file(plan)));
}
BENCHMARK_CAPTURE(load, baseline, "scenarios/worcestershire/baseline.yaml", "")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load, outlook_with_plan, "scenarios/worcestershire/outlook.yaml",
                  "scenarios/worcestershire/plans/bundle-under-two-million.yaml")
    ->Unit(benchmark::kMillisecond);

// A file with many services and steps.
void load_stations(benchmark::State& state) {
  const Textbook& model = textbook("stations-" + std::to_string(state.range(0)));
  for (auto iteration : state) benchmark::DoNotOptimize(model_of(model, 1000));
}
BENCHMARK(load_stations)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sendcap::bench
