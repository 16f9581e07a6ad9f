#pragma once

#include <string>

namespace sendcap::theory {

/// What a random network may hold.
struct NetworkKinds {
  bool backlog = true;       ///< children present at the start
  bool hazards = true;       ///< and birthdays, missed appointments with discharge, exponential patience
  bool coming_back = true;   ///< re-referrals
  double patience_days = 0;  ///< of those with patience, when it is the same for all; 0: drawn anew for each
};

/// A small random network in the scenario language, drawn with RapidCheck (so only within a property): one to
/// three services, one or two pathways with splits, circles, forks, waits and repeated contacts.
std::string random_network(const NetworkKinds& kinds);

}  // namespace sendcap::theory
