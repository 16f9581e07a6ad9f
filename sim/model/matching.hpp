#pragma once

#include <cstdint>
#include <vector>

#include "sendcap/model/child.hpp"

namespace sendcap::model {

/// What a placement round knows: who wants a place, in order of priority, and what is free.
struct MatchingProblem {
  /// A group of places for which a child is eligible.
  struct Option {
    Index group = 0;
    double journey_days = 0;
  };
  /// A child who wants a place.
  struct Wish {
    std::vector<Option> options;
    bool may_exceed = false;  ///< may be placed over number
  };
  std::vector<std::uint32_t> vacancies;    ///< by group of places
  std::vector<std::uint32_t> over_number;  ///< by group: places that may be filled over number
  std::vector<Wish> wishes;                ///< in order of priority, first first
};

/// Each child in turn takes the nearest group with a vacancy (of equally near ones the first of its options);
/// when none has one and the child may exceed, the nearest that takes children over number. By wish: the
/// group, or kNone.
[[nodiscard]] std::vector<Index> match_greedy(const MatchingProblem& problem);

/// As many children as possible are placed; among the sets of that size the one that is first by priority
/// (the sets of children who can be placed together are a matroid, so taking each child in turn for whom
/// there is still room finds it: Edmonds and Fulkerson 1965); then as few as possible over number; then with
/// the least journey in all, to the minute, as a minimum-cost flow. By wish: the group, or kNone.
[[nodiscard]] std::vector<Index> match_optimal(const MatchingProblem& problem);

}  // namespace sendcap::model
