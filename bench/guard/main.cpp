// The fixed runs whose instructions are counted: bench_guard calendar|network|county
// prints how many events the run had, so that a run that does more is told from one that does it more slowly.

#include <cstdint>
#include <exception>
#include <functional>
#include <iostream>
#include <string>

#include "counted.hpp"
#include "model/read_model.hpp"
#include "model/textbook.hpp"
#include "sendcap/engine/calendar.hpp"
#include "sendcap/engine/random.hpp"
#include "sendcap/model/simulation.hpp"

namespace sendcap::guard {
namespace {

// Holds while a few are pending, which the heap does, and while there are many, which the ring does.
std::uint64_t hold(std::uint32_t pending, std::uint64_t holds) {
  engine::Calendar calendar;
  engine::Stream stream(engine::ReplicationKey(1, 0), 0, 0, 0);
  for (std::uint32_t event = 0; event < pending; ++event) calendar.schedule(stream.uniform(), 0, event, 0);
  for (std::uint64_t i = 0; i < holds; ++i) {
    const engine::Event event = calendar.pop();
    calendar.schedule(event.time + 2 * stream.uniform(), 0, event.subject, 0);
  }
  return holds;
}

std::uint64_t calendar() {
  return sendcap_counted([] { return hold(1'000, 200'000) + hold(50'000, 200'000); });
}

std::uint64_t one_replication(const model::Model& model) {
  return sendcap_counted([&] { return model::Simulation(model).run(1, 0).events; });
}

std::uint64_t network() {
  return one_replication(bench::model_of(bench::textbook("network"), 50'000));
}

std::uint64_t county() {
  return one_replication(bench::read_model(bench::project_file("scenarios/worcestershire/baseline.yaml")));
}

std::uint64_t events_of(const std::string& run) {
  if (run == "calendar") return calendar();
  if (run == "network") return network();
  if (run == "county") return county();
  throw std::out_of_range("no run '" + run + "'");
}

}  // namespace
}  // namespace sendcap::guard

int main(int count, char** arguments) {
  try {
    std::cout << sendcap::guard::events_of(count == 2 ? arguments[1] : "") << '\n';
  } catch (const std::exception& fault) {
    std::cerr << "bench_guard: " << fault.what() << '\n';
    return 1;
  }
}
