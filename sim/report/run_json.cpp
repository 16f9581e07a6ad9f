#include "sendcap/report/run_json.hpp"

#include "json_text.hpp"

namespace sendcap::report {

std::string run_json(const RunDescription& description, const std::vector<PlanResults>& plans,
                     const RunRecord& record) {
  Json document = described(description);
  document["command"] = record.command;
  document["started"] = record.started;
  document["machine"] = record.machine;
  document["compiler"] = record.compiler;
  document["threads"] = record.threads;
  document["seconds"] = number(record.seconds);
  document["peak_memory_bytes"] = number(record.peak_memory_bytes);
  document["plans"] = Json::array();
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const PlanResults& plan = plans[i];
    const double seconds = i < record.plan_seconds.size() ? record.plan_seconds[i] : 0;
    const double events = plan.estimates->events().sum();
    document["plans"].push_back(
        {{"plan", plan.name},
         {"replications", plan.outcome.replications},
         {"partial", plan.outcome.interrupted},
         {"seconds", number(seconds)},
         {"events", number(events)},
         {"events_per_second", seconds > 0 ? number(events / seconds) : Json(nullptr)}});
  }
  return readable(document);
}

}  // namespace sendcap::report
