#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "results_view.hpp"

namespace sendcap::report {

// Of how many lists pictures and findings tell, and what the list for places is called.
inline constexpr std::size_t kMostLists = 6;
inline constexpr const char* kSchoolPlaceList = "a school place";

// A list's name for people, from the kind and the subject that results have.
[[nodiscard]] std::string list_name(const std::string& kind, const std::string& subject);

// Those who wait for their first contact on a pathway, or for a school place.
struct List {
  std::string kind;     // as in `summary.json`
  std::string subject;  // likewise
  std::string name;     // for people: `autism assessment`, `a school place`
  engine::Interval at_start;
  engine::Interval at_end;
};

// The lists of which pictures and findings tell: the six longest at the end, the longest first.
[[nodiscard]] std::vector<List> longest_lists(const PlanEstimates& plan);

}  // namespace sendcap::report
