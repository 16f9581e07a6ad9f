#include "events_file.hpp"

#include <stdexcept>

#include "sendcap/model/simulation.hpp"
#include "sendcap/report/events_csv.hpp"

namespace sendcap::app {

void run_observed(const model::Model& model, std::uint64_t seed, std::uint32_t replication,
                  model::Observer& observer) {
  model::Simulation simulation(model);
  simulation.observe(&observer);
  try {
    (void)simulation.run(seed, replication);
  } catch (const std::length_error& beyond) {  // as experiment::run says it
    throw model::Runaway(beyond.what());
  }
}

EventsFile::EventsFile(const std::string& name, const model::Model& model) : file_(name, "--events") {
  report::write_events_csv_header(file_.stream(), model);
}

void EventsFile::run(const PreparedPlan& plan, std::uint64_t seed, std::uint32_t replication) {
  report::EventsCsv events(file_.stream(), plan.name, replication, plan.model);
  run_observed(plan.model, seed, replication, events);
  file_.check();
}

void EventsFile::run(const PreparedPlan& plan, std::uint64_t seed, std::uint32_t replication,
                     model::Observer& other) {
  report::EventsCsv events(file_.stream(), plan.name, replication, plan.model);
  TwoObservers both(events, other);
  run_observed(plan.model, seed, replication, both);
  file_.check();
}

}  // namespace sendcap::app
