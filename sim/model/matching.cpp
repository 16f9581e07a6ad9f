#include "matching.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/pending/disjoint_sets.hpp>

#include "flow.hpp"

// Who is placed where. Room is counted by slot: each group of places has one for its vacancies and one for
// children over number.

namespace sendcap::model {
namespace {

Index vacancy_of(Index group) {
  return 2 * group;
}
Index over_number_of(Index group) {
  return 2 * group + 1;
}
Index group_of_slot(Index slot) {
  return slot / 2;
}

std::vector<std::uint32_t> room_of(const MatchingProblem& problem) {
  std::vector<std::uint32_t> room(2 * problem.vacancies.size());
  for (Index group = 0; group < problem.vacancies.size(); ++group) {
    room[vacancy_of(group)] = problem.vacancies[group];
    room[over_number_of(group)] = problem.over_number[group];
  }
  return room;
}

// The nearest slot with room among those of one sort; kNone when there is none.
template <class SlotOf>
Index nearest(const MatchingProblem::Wish& wish, const std::vector<std::uint32_t>& room, SlotOf slot_of) {
  Index best = kNone;
  double shortest = std::numeric_limits<double>::infinity();
  for (const MatchingProblem::Option& option : wish.options) {
    if (room[slot_of(option.group)] == 0 || option.journey_days >= shortest) continue;
    best = slot_of(option.group);
    shortest = option.journey_days;
  }
  return best;
}

// Finds room for children in turn, moving those already given one where that makes room (augmenting paths).
class RoomFinder {
 public:
  explicit RoomFinder(const MatchingProblem& problem)
      : problem_(problem),
        room_(room_of(problem)),
        held_by_(room_.size()),
        slot_of_(problem.wishes.size(), kNone) {}

  // Whether all those placed so far and this child fit.
  bool place(Index wish) {
    seen_.assign(room_.size(), 0);
    return move(wish);
  }
  [[nodiscard]] bool placed(Index wish) const { return slot_of_[wish] != kNone; }

 private:
  bool move(Index wish) {
    for (const MatchingProblem::Option& option : problem_.wishes[wish].options)
      if (settle(wish, vacancy_of(option.group))) return true;
    if (!problem_.wishes[wish].may_exceed) return false;
    for (const MatchingProblem::Option& option : problem_.wishes[wish].options)
      if (settle(wish, over_number_of(option.group))) return true;
    return false;
  }

  bool settle(Index wish, Index slot) {
    if (seen_[slot] != 0 || room_[slot] == 0) return false;
    seen_[slot] = 1;
    std::vector<Index>& holders = held_by_[slot];
    if (holders.size() < room_[slot]) {
      holders.push_back(wish);
      slot_of_[wish] = slot;
      return true;
    }
    for (Index& holder : holders)
      if (move(holder)) {
        holder = wish;
        slot_of_[wish] = slot;
        return true;
      }
    return false;
  }

  const MatchingProblem& problem_;
  std::vector<std::uint32_t> room_;
  std::vector<std::vector<Index>> held_by_;
  std::vector<Index> slot_of_;
  std::vector<std::uint8_t> seen_;
};

bool same_options(const MatchingProblem::Wish& left, const MatchingProblem::Wish& right) {
  return left.may_exceed == right.may_exceed &&
         std::equal(left.options.begin(), left.options.end(), right.options.begin(), right.options.end(),
                    [](const auto& a, const auto& b) {
                      return a.group == b.group && a.journey_days == b.journey_days;
                    });
}

// Children with the same options stand in for each other, so they are one source of the flow.
std::vector<std::vector<Index>> alike(const MatchingProblem& problem, const std::vector<Index>& placed) {
  std::vector<std::vector<Index>> classes;
  for (const Index wish : placed) {
    const auto same = std::find_if(classes.begin(), classes.end(), [&](const std::vector<Index>& members) {
      return same_options(problem.wishes[members.front()], problem.wishes[wish]);
    });
    if (same != classes.end())
      same->push_back(wish);
    else
      classes.push_back({wish});
  }
  return classes;
}

// The groups of places that some of these children can go to, in order.
std::vector<Index> groups_for(const MatchingProblem& problem, const std::vector<Index>& wishes) {
  std::vector<Index> groups;
  for (const Index wish : wishes)
    for (const MatchingProblem::Option& option : problem.wishes[wish].options) groups.push_back(option.group);
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

// Children who have no place to choose from in common, not even by way of others, are apart: among ways that
// are equally good, the one that is found must not depend on what those want who have nothing to do with it.
std::vector<std::vector<Index>> apart(const MatchingProblem& problem, const std::vector<Index>& placed) {
  boost::disjoint_sets_with_storage<> together(problem.vacancies.size());
  for (const Index wish : placed)
    for (const MatchingProblem::Option& option : problem.wishes[wish].options)
      together.union_set(problem.wishes[wish].options.front().group, option.group);
  std::vector<std::size_t> number(problem.vacancies.size(), kNone);
  std::vector<std::vector<Index>> sets;
  for (const Index wish : placed) {
    std::size_t& set = number[together.find_set(problem.wishes[wish].options.front().group)];
    if (set == kNone) {
      set = sets.size();
      sets.emplace_back();
    }
    sets[set].push_back(wish);
  }
  return sets;
}

// Gives all who are to be placed their slots at the least cost.
void assign(const MatchingProblem& problem, const std::vector<Index>& placed, std::vector<Index>& given) {
  constexpr std::int64_t kOverNumber = 1'000'000'000;  // more than all journeys together
  constexpr double kMinutesPerDay = 1440;
  const std::vector<std::vector<Index>> classes = alike(problem, placed);
  const std::vector<Index> groups = groups_for(problem, placed);
  const auto position = [&groups](Index group) {
    return static_cast<Index>(std::lower_bound(groups.begin(), groups.end(), group) - groups.begin());
  };
  Transport transport;
  for (const Index group : groups) {
    transport.room.push_back(problem.vacancies[group]);
    transport.room.push_back(problem.over_number[group]);
  }
  for (const std::vector<Index>& members : classes) {
    const MatchingProblem::Wish& wish = problem.wishes[members.front()];
    transport.supply.push_back(static_cast<std::uint32_t>(members.size()));
    const auto from = static_cast<std::uint32_t>(transport.supply.size() - 1);
    for (const MatchingProblem::Option& option : wish.options) {
      const std::int64_t minutes = std::llround(option.journey_days * kMinutesPerDay);
      transport.ways.push_back({from, vacancy_of(position(option.group)), minutes});
      if (wish.may_exceed)
        transport.ways.push_back({from, over_number_of(position(option.group)), kOverNumber + minutes});
    }
  }
  const std::vector<std::uint32_t> carried = least_cost(transport);
  std::vector<std::size_t> next(classes.size(), 0);
  for (std::size_t way = 0; way < transport.ways.size(); ++way)
    for (std::uint32_t one = 0; one < carried[way]; ++one) {
      const std::uint32_t from = transport.ways[way].from;
      given[classes[from][next[from]++]] = groups[group_of_slot(transport.ways[way].to)];
    }
}

}  // namespace

std::vector<Index> match_greedy(const MatchingProblem& problem) {
  std::vector<std::uint32_t> room = room_of(problem);
  std::vector<Index> given;
  for (const MatchingProblem::Wish& wish : problem.wishes) {
    Index slot = nearest(wish, room, vacancy_of);
    if (slot == kNone && wish.may_exceed) slot = nearest(wish, room, over_number_of);
    if (slot != kNone) --room[slot];
    given.push_back(slot == kNone ? kNone : group_of_slot(slot));
  }
  return given;
}

std::vector<Index> match_optimal(const MatchingProblem& problem) {
  RoomFinder finder(problem);
  std::vector<Index> placed;
  for (Index wish = 0; wish < problem.wishes.size(); ++wish)
    if (finder.place(wish)) placed.push_back(wish);
  std::vector<Index> given(problem.wishes.size(), kNone);
  for (const std::vector<Index>& some : apart(problem, placed)) assign(problem, some, given);
  return given;
}

}  // namespace sendcap::model
