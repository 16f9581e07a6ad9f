#include <algorithm>
#include <limits>

#include "compiler.hpp"

// Which visits are plain, see plain_visits.cpp.

namespace sendcap::model {

bool Compiler::is_plain(const Service& service) const {
  return !service.is_clinic && service.rule == scenario::QueueRule::first_come &&
         service.classes.size() == 1 && service.room == std::numeric_limits<std::uint64_t>::max() &&
         service.locality_of_district.empty() && service.joint_station == kNone;
}

bool Compiler::is_plain(const Step& step) const {
  return step.kind == StepKind::visit && step.service_count == 1 && step.contacts == 1 &&
         step.clock == kNone && (step.gives | step.takes_away) == 0 && step.meets_needs_of.empty() &&
         step.alongside.empty() && step.hazards.empty() && model_.supported_flag == 0 &&
         step.until_age_days == std::numeric_limits<double>::infinity();
}

// A visit is plain where all visits to its service are.
void Compiler::plain_visits() {
  std::vector<std::uint8_t> plain(model_.services.size());
  std::transform(model_.services.begin(), model_.services.end(), plain.begin(),
                 [this](const Service& service) { return static_cast<std::uint8_t>(is_plain(service)); });
  for (const Step& step : model_.steps)
    for (std::size_t i = 0; i < step.service_count; ++i)
      if (!is_plain(step)) plain[step.services[i]] = 0;
  for (Step& step : model_.steps) {
    step.plain = step.service_count == 1 && plain[step.services[0]] != 0;
    if (!step.plain) continue;
    step.plain_station = model_.services[step.services[0]].first_station;
    step.plain_queue = model_.stations[step.plain_station].first_queue;
  }
}

}  // namespace sendcap::model
