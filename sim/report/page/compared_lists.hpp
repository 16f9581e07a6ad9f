#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "results_view.hpp"

namespace sendcap::report {

// A list in a `comparison.json`, whose outcomes it points into: those who wait for their first contact on a
// pathway, or for a school place.
struct ComparedList {
  std::string name;                  // for people: `autism assessment`, `a school place`
  std::vector<const Json*> waiting;  // how many, by date
  std::vector<const Json*> waits;    // how long they have waited on average, by date
};

// The six longest at the end as things stand, the longest first; each once, also when a pathway and placement
// tell of the same children.
[[nodiscard]] std::vector<ComparedList> compared_lists(const Json& comparison);

// Whether a plan (from 1) changes the outcome beyond chance.
[[nodiscard]] bool changes_clearly(const Json& outcome, std::size_t plan);

// The plan that clearly changes the outcome most, if any does, and by how much.
struct LargestChange {
  std::size_t plan = 0;
  engine::Interval change;
};
[[nodiscard]] std::optional<LargestChange> largest_change(const Json& outcome);

// Those that clearly change one of these at some date.
[[nodiscard]] std::vector<std::size_t> plans_that_change(const std::vector<const Json*>& outcomes);

// The same; the first of them where there are more than a picture has colours for.
[[nodiscard]] std::vector<std::size_t> plans_drawn(const std::vector<const Json*>& outcomes);

// What is to be said beside a gain in a list (by its name for people) with a plan, as part of it has only
// moved on: `but 40 (…) more then wait for …`; empty where nothing has.
[[nodiscard]] std::string but_moved_on(const Json& comparison, std::size_t plan, const std::string& list);
// The same after a comma.
[[nodiscard]] std::string and_but_moved_on(const Json& comparison, std::size_t plan, const std::string& list);

// The title of a plan; 0 is the scenario as it stands.
[[nodiscard]] std::string plan_title(const Json& comparison, std::size_t plan);

}  // namespace sendcap::report
