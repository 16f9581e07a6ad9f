#pragma once

#include <cstdint>
#include <string>

#include "output_folder.hpp"
#include "prepare.hpp"
#include "sendcap/model/trace.hpp"

namespace sendcap::app {

// Runs one replication of a model while the observer is told of everything. Throws model::Runaway when the
// world does not move on.
void run_observed(const model::Model& model, std::uint64_t seed, std::uint32_t replication,
                  model::Observer& observer);

// Told of everything that two others are told of.
class TwoObservers final : public model::Observer {
 public:
  TwoObservers(model::Observer& first, model::Observer& second) : first_(first), second_(second) {}
  void note(const model::TraceRecord& record, const model::Child& child) override {
    first_.note(record, child);
    second_.note(record, child);
  }

 private:
  model::Observer& first_;
  model::Observer& second_;
};

// A file for everything that happens in a replication of some plans (report::EventsCsv), written while they
// run.
class EventsFile {
 public:
  // The model is that of any of the plans. Throws MachineFault when the file can not be begun.
  EventsFile(const std::string& name, const model::Model& model);

  // Runs and writes a plan. Throws MachineFault when something written did not reach the disk.
  void run(const PreparedPlan& plan, std::uint64_t seed, std::uint32_t replication);
  // The same, while another observer is told too.
  void run(const PreparedPlan& plan, std::uint64_t seed, std::uint32_t replication, model::Observer& other);

  // Gives the file its name.
  void complete() { file_.complete(); }

 private:
  OutputFile file_;
};

}  // namespace sendcap::app
