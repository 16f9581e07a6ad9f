// Who is placed where in a round: greedy and optimal matching.

#include "model/matching.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <vector>

#include "sendcap/engine/random.hpp"

namespace sendcap::model {
namespace {

constexpr double kMinute = 1.0 / 1440;

using Options = std::vector<MatchingProblem::Option>;

MatchingProblem problem_with(std::vector<std::uint32_t> vacancies, std::vector<Options> wishes) {
  MatchingProblem problem;
  problem.over_number.assign(vacancies.size(), 0);
  problem.vacancies = std::move(vacancies);
  for (Options& options : wishes) problem.wishes.push_back({std::move(options), false});
  return problem;
}

std::size_t placed(const std::vector<Index>& given) {
  return static_cast<std::size_t>(
      std::count_if(given.begin(), given.end(), [](Index g) { return g != kNone; }));
}

TEST(Matching, optimal_places_a_child_whom_greedy_leaves_out) {
  // The first child is 5 minutes from the school and 20 from the base; the second can only go to the school.
  const MatchingProblem problem =
      problem_with({1, 1}, {{{0, 5 * kMinute}, {1, 20 * kMinute}}, {{0, 10 * kMinute}}});
  EXPECT_EQ(match_greedy(problem), (std::vector<Index>{0, kNone}));
  EXPECT_EQ(match_optimal(problem), (std::vector<Index>{1, 0}));
}

TEST(Matching, places_those_with_priority_when_not_all_can_be) {
  const MatchingProblem problem = problem_with({1, 0}, {{{1, 0}}, {{0, 0.1}}, {{0, 0}}});
  EXPECT_EQ(match_greedy(problem), (std::vector<Index>{kNone, 0, kNone}));
  EXPECT_EQ(match_optimal(problem), (std::vector<Index>{kNone, 0, kNone}));
}

TEST(Matching, keeps_journeys_short) {
  // Crossed over they travel 20 minutes, straight 60.
  const MatchingProblem problem =
      problem_with({1, 1}, {{{0, 30 * kMinute}, {1, 10 * kMinute}}, {{0, 10 * kMinute}, {1, 30 * kMinute}}});
  EXPECT_EQ(match_optimal(problem), (std::vector<Index>{1, 0}));
}

TEST(Matching, goes_over_number_only_for_those_who_may_and_only_when_it_must) {
  MatchingProblem problem = problem_with({1, 1}, {{{0, 0}}, {{0, 0}, {1, 40 * kMinute}}, {{0, 0}}, {{0, 0}}});
  problem.over_number = {1, 0};
  problem.wishes[1].may_exceed = problem.wishes[3].may_exceed = true;
  const std::vector<Index> expected{0, 1, kNone, 0};
  EXPECT_EQ(match_greedy(problem), expected);
  EXPECT_EQ(match_optimal(problem), expected);
}

// A round drawn by lot: up to 7 children, 4 groups.
MatchingProblem drawn(std::uint32_t number, std::uint32_t children, std::uint32_t groups) {
  engine::Stream random(engine::ReplicationKey(7, 1), number, 0, 0);
  const auto lot = [&](std::uint32_t below) { return static_cast<std::uint32_t>(random.uniform() * below); };
  MatchingProblem problem;
  for (std::uint32_t g = 0; g < groups; ++g) {
    problem.vacancies.push_back(lot(3));
    problem.over_number.push_back(lot(2));
  }
  for (std::uint32_t c = 0; c < children; ++c) {
    MatchingProblem::Wish wish;
    wish.may_exceed = lot(3) == 0;
    for (Index g = 0; g < groups; ++g)
      if (lot(2) == 0) wish.options.push_back({g, (5 + lot(60)) * kMinute});
    problem.wishes.push_back(std::move(wish));
  }
  return problem;
}

// What is left after a matching; negative room would be a place given twice.
void expect_sound(const MatchingProblem& problem, const std::vector<Index>& given) {
  ASSERT_EQ(given.size(), problem.wishes.size());
  std::vector<std::int64_t> taken(problem.vacancies.size(), 0);
  std::vector<std::int64_t> by_those_who_may_not(problem.vacancies.size(), 0);
  for (std::size_t w = 0; w < given.size(); ++w) {
    if (given[w] == kNone) continue;
    const auto& options = problem.wishes[w].options;
    EXPECT_TRUE(std::any_of(options.begin(), options.end(), [&](const auto& o) {
      return o.group == given[w];
    })) << "placed where it is not eligible";
    ++taken[given[w]];
    if (!problem.wishes[w].may_exceed) ++by_those_who_may_not[given[w]];
  }
  for (std::size_t g = 0; g < taken.size(); ++g) {
    EXPECT_LE(taken[g], static_cast<std::int64_t>(problem.vacancies[g] + problem.over_number[g]));
    EXPECT_LE(by_those_who_may_not[g], static_cast<std::int64_t>(problem.vacancies[g]));
  }
  for (std::size_t w = 0; w < given.size(); ++w) {
    if (given[w] != kNone) continue;
    for (const auto& option : problem.wishes[w].options)
      EXPECT_GE(taken[option.group], static_cast<std::int64_t>(problem.vacancies[option.group]))
          << "a child waits beside a vacancy that nobody else takes";
  }
}

TEST(Matching, leaves_no_eligible_child_beside_a_vacancy) {
  for (std::uint32_t number = 0; number < 400; ++number) {
    const MatchingProblem problem = drawn(number, 1 + number % 40, 1 + number % 9);
    const std::vector<Index> greedy = match_greedy(problem);
    const std::vector<Index> optimal = match_optimal(problem);
    expect_sound(problem, greedy);
    expect_sound(problem, optimal);
    EXPECT_GE(placed(optimal), placed(greedy));
  }
}

// Number placed, who (first by priority counts most), over number, journey; better is greater.
using Worth = std::tuple<std::size_t, std::vector<bool>, std::int64_t, std::int64_t>;

Worth worth(const MatchingProblem& problem, const std::vector<Index>& given) {
  std::vector<bool> who;
  std::int64_t minutes = 0;
  std::vector<std::int64_t> taken(problem.vacancies.size(), 0);
  for (std::size_t w = 0; w < given.size(); ++w) {
    who.push_back(given[w] != kNone);
    if (given[w] == kNone) continue;
    ++taken[given[w]];
    for (const auto& option : problem.wishes[w].options)
      if (option.group == given[w]) minutes += std::lround(option.journey_days / kMinute);
  }
  std::int64_t over = 0;
  for (std::size_t g = 0; g < taken.size(); ++g)
    over += std::max<std::int64_t>(taken[g] - static_cast<std::int64_t>(problem.vacancies[g]), 0);
  return {placed(given), who, -over, -minutes};
}

// Tries everything.
Worth best_of_all(const MatchingProblem& problem, std::vector<Index>& given, std::size_t wish) {
  if (wish == problem.wishes.size()) {
    std::vector<std::int64_t> taken(problem.vacancies.size(), 0);
    std::vector<std::int64_t> may_not(problem.vacancies.size(), 0);
    for (std::size_t w = 0; w < given.size(); ++w) {
      if (given[w] == kNone) continue;
      ++taken[given[w]];
      if (!problem.wishes[w].may_exceed) ++may_not[given[w]];
    }
    for (std::size_t g = 0; g < taken.size(); ++g)
      if (taken[g] > static_cast<std::int64_t>(problem.vacancies[g] + problem.over_number[g]) ||
          may_not[g] > static_cast<std::int64_t>(problem.vacancies[g]))
        return {0, std::vector<bool>(given.size(), false), -1'000'000, 0};
    return worth(problem, given);
  }
  given[wish] = kNone;
  Worth best = best_of_all(problem, given, wish + 1);
  for (const auto& option : problem.wishes[wish].options) {
    given[wish] = option.group;
    best = std::max(best, best_of_all(problem, given, wish + 1));
  }
  given[wish] = kNone;
  return best;
}

/// All journeys alike, so that many matchings are equally good.
MatchingProblem drawn_equally_near(std::uint32_t number) {
  MatchingProblem problem = drawn(number, 20, 6);
  for (MatchingProblem::Wish& wish : problem.wishes)
    for (MatchingProblem::Option& option : wish.options) option.journey_days = 20 * kMinute;
  return problem;
}

TEST(Matching, does_not_depend_on_those_who_want_nothing_in_common) {
  for (std::uint32_t number = 0; number < 200; ++number) {
    const MatchingProblem here = drawn_equally_near(20'000 + 2 * number);
    const MatchingProblem there = drawn_equally_near(20'001 + 2 * number);
    const auto groups = static_cast<Index>(here.vacancies.size());
    MatchingProblem both = here;
    both.vacancies.insert(both.vacancies.end(), there.vacancies.begin(), there.vacancies.end());
    both.over_number.insert(both.over_number.end(), there.over_number.begin(), there.over_number.end());
    both.wishes.clear();
    for (std::size_t w = 0; w < here.wishes.size(); ++w) {
      both.wishes.push_back(here.wishes[w]);
      both.wishes.push_back(there.wishes[w]);
      for (MatchingProblem::Option& option : both.wishes.back().options) option.group += groups;
    }
    const std::vector<Index> alone = match_optimal(here);
    const std::vector<Index> together = match_optimal(both);
    for (std::size_t w = 0; w < alone.size(); ++w)
      ASSERT_EQ(together[2 * w], alone[w]) << "round " << number << ", child " << w;
  }
}

TEST(Matching, optimal_is_the_best_of_all) {
  for (std::uint32_t number = 0; number < 150; ++number) {
    const MatchingProblem problem = drawn(10'000 + number, 1 + number % 7, 1 + number % 4);
    std::vector<Index> scratch(problem.wishes.size(), kNone);
    EXPECT_EQ(worth(problem, match_optimal(problem)), best_of_all(problem, scratch, 0)) << "round " << number;
  }
}

}  // namespace
}  // namespace sendcap::model
