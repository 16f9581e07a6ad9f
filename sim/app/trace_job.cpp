#include "trace_job.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <utility>

#include "events_file.hpp"
#include "input_files.hpp"
#include "prepare.hpp"
#include "sendcap/report/story.hpp"
#include "standard_output.hpp"

namespace sendcap::app {
namespace {

// The plans whose lives are told, one or two.
std::vector<PreparedPlan> plans_of(const TraceOrder& order) {
  InputFiles files;
  Reading reading;
  std::optional<Prepared> prepared = prepare(order.scenario, order.plans, order.overrides, files, reading);
  std::cerr << scenario::render(reading.diagnostics, reading.sources);
  if (!prepared) {
    complain("nothing was run; mend the mistakes above first");
    throw BadFiles();
  }
  if (order.plans.size() == 2) prepared->plans.erase(prepared->plans.begin());  // the scenario as it stands
  return std::move(prepared->plans);
}

// Runs the plans, and follows one child through them.
class TraceJob {
 public:
  explicit TraceJob(const TraceOrder& order) : order_(order), plans_(plans_of(order)) {}

  ExitCode run() {
    if (order_.events) events_ = std::make_unique<EventsFile>(*order_.events, plans_.front().model);
    report::Story first(plans_[0].model, order_.child);
    follow(plans_[0], first);
    if (!first.child()) refuse(first.children());
    std::vector<report::Life> lives{{plans_[0].name, &first}};
    report::Story second(plans_.back().model, {first.child()->source, first.child()->number});
    if (plans_.size() == 2) {
      follow(plans_[1], second);
      lives.push_back({plans_[1].name, &second});
    }
    if (events_) events_->complete();
    print(report::story_text({order_.seed, order_.replication}, lives));
    return kDone;
  }

 private:
  void follow(const PreparedPlan& plan, report::Story& story) {
    if (events_)
      events_->run(plan, order_.seed, order_.replication, story);
    else
      run_observed(plan.model, order_.seed, order_.replication, story);
  }

  [[noreturn]] void refuse(std::uint32_t children) const {
    throw UsageFault(
        fmt::format("there is no child {}: {} came in replication {} of {}", order_.child,
                    children == 0   ? std::string("no child")
                    : children == 1 ? std::string("1 child")
                                    : fmt::format("{} children", children),
                    order_.replication, plans_.front().name),
        children == 0 ? std::string() : fmt::format("choose one from 1 to {} with --child", children));
  }

  const TraceOrder& order_;
  std::vector<PreparedPlan> plans_;
  std::unique_ptr<EventsFile> events_;
};

}  // namespace

ExitCode do_trace(const TraceOrder& order) {
  return TraceJob(order).run();
}

}  // namespace sendcap::app
