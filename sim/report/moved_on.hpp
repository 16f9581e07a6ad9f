#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/report/comparison_report.hpp"

namespace sendcap::report {

// A list that a plan shortens while it lengthens a queue that the same children come to later: part of the
// gain has only moved on.
struct MovedOn {
  std::size_t list = 0;  // outcome: those waiting on a pathway at the end
  std::string later;     // the service, or the pathway, whose queue is longer
  std::string later_kind;
  engine::Interval more;        // on the later queue
  experiment::Difference both;  // of list and later queue together
  std::string words;  // `but 1,538 (…) more then wait for “team meeting”: 356 (…) more in all`
};

[[nodiscard]] std::vector<MovedOn> moved_on(const ComparisonReport& report, std::size_t world);

// What is to be said beside a gain in one of these lists, in the wait of those on it, or of a group on it;
// empty where nothing has moved on.
[[nodiscard]] std::string but_moved_on(const std::vector<MovedOn>& moved,
                                       const experiment::Outcomes& outcomes, const experiment::Outcome& gain);

}  // namespace sendcap::report
