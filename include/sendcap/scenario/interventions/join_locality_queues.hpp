#pragma once

#include <string_view>

#include "sendcap/scenario/interventions/terms.hpp"
#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Diagnostics;
struct Scenario;

/// The localities of a service become one queue.
struct JoinLocalityQueues {
  Name service;
  Terms terms;
  Place place;

  static constexpr std::string_view kTitle = "join locality queues";
  static constexpr std::string_view kSummary =
      "The localities of a service become one queue with all of its capacity, at once and for good. Children "
      "who wait already stand in it by the rule of the queue, wherever they live.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("service", &JoinLocalityQueues::service, "The service.", Rule{.required = true});
    visit.inlined(&JoinLocalityQueues::terms);
  }
};

void intervene(Scenario& scenario, const JoinLocalityQueues& change, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
