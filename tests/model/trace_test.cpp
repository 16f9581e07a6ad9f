// What an observer of a run is told: who joined which line and when, who was placed and who was not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "run_text.hpp"
#include "sendcap/model/simulation.hpp"

namespace sendcap::testing {
namespace {

using model::Happening;
using model::TraceRecord;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// Everything an observer of the first replication is told, in order. Children are known by the order in
// which they come, from 1; those in places at the start come first, then those at a step.
class Diary final : public model::Observer {
 public:
  explicit Diary(const std::string& yaml) : model_(model_from(yaml)) {
    model::Simulation simulation(model_);
    simulation.observe(this);
    static_cast<void>(simulation.run(1, 0));
  }
  void note(const TraceRecord& record, const model::Child& /*child*/) override { records_.push_back(record); }

  [[nodiscard]] const std::vector<TraceRecord>& records() const { return records_; }

  /// The happenings of some kinds, each as its writer has it.
  template <typename Writer>
  [[nodiscard]] std::vector<std::string> of(std::initializer_list<Happening> kinds, Writer write) const {
    std::vector<std::string> lines;
    for (const TraceRecord& one : records_) {
      if (std::find(kinds.begin(), kinds.end(), one.happening) == kinds.end()) continue;
      std::ostringstream line;
      write(line, one);
      lines.push_back(line.str());
    }
    return lines;
  }

 private:
  model::Model model_;  // the texts of the records live as long as it
  std::vector<TraceRecord> records_;
};

// Who is placed, offered a place or not placed in the rounds of the run: `day 24: child 1 placed, base`.
std::vector<std::string> rounds(const std::string& yaml) {
  std::vector<std::string> lines =
      Diary(yaml).of({Happening::placed, Happening::offered, Happening::not_placed},
                     [](std::ostream& line, const TraceRecord& one) {
                       if (one.at_start) return;
                       line << "day " << one.time << ": child " << one.arrival << ' ' << word(one.happening);
                       if (one.happening != Happening::not_placed) line << ", " << one.what;
                     });
  lines.erase(std::remove(lines.begin(), lines.end(), ""), lines.end());
  return lines;
}

// One town with rounds on days 4, 14 and 24 (5, 15 and 25 January).
std::string town(const std::string& pathways, const std::string& provision) {
  return R"(
title: a town
clock: {start: 2025-01-01, run for: 30 days, report every: whole run}
districts: {town: {journey within: 10 min}}
children: {flags: [has a plan]}
mixes: {pupils: {age: {8: 1}, flags: {has a plan: 0%}}}
plans: {flag: has a plan}
demand: {nobody: {rate: 0 per year, enters: school}}
pathways:
)" + pathways +
         "provision:\n" + provision + "placement: {first round: 2025-01-05, every: 10 days}\n";
}

// Child 1 is at the school, has waited least, and can move to the base once it opens on day 20. Children 2
// and 3 have waited longer, for the place at the school that child 1 then frees.
const std::string kChain = town(R"(
  school:
    steps: {agreed: {place: {kinds: [special school]}, at start: {children: 2, waited: 30 days, mix: pupils}}}
  base:
    steps:
      agreed:
        place: {kinds: [autism base]}
        at start: {children: 1, among: [special school], waited: 10 days}
)",
                                R"(
  the school: {kind: special school, district: town, places: 1, at start: 1, mix: pupils}
  the base: {kind: autism base, district: town, places: {is: 0, then: {2025-01-21: 1}}}
)");

TEST(NotPlaced, is_told_once_a_round_and_never_of_a_child_placed_later_in_it) {
  // On day 24 child 2 finds the school full until child 1 has moved; child 3 goes without, and hears so
  // once although the round looks three times.
  EXPECT_THAT(
      rounds(kChain),
      ElementsAre("day 4: child 2 not placed", "day 4: child 3 not placed", "day 4: child 1 not placed",
                  "day 14: child 2 not placed", "day 14: child 3 not placed", "day 14: child 1 not placed",
                  "day 24: child 1 placed, the base", "day 24: child 2 placed, the school",
                  "day 24: child 3 not placed"));
}

TEST(NotPlaced, says_whether_any_provision_would_have_suited) {
  std::string none_suits = kChain;
  const std::string taken = "kind: special school, district: town";
  none_suits.replace(none_suits.find(taken), taken.size(), taken + ", ages: 11 to 15");
  const auto why = [](const std::string& yaml) {
    return Diary(yaml).of({Happening::not_placed}, [](std::ostream& line, const TraceRecord& one) {
      line << "child " << one.arrival << ": " << one.what;
    });
  };
  EXPECT_THAT(why(kChain), Each(::testing::EndsWith("every place that suits the child is taken")));
  EXPECT_THAT(why(none_suits), Contains("child 2: no provision suits the child within the travel limit"));
}

// Child 1 is in mainstream and has waited for a special school longer than for a base; child 2, at home,
// waits for the base only and has waited least.
std::string two_requests(const std::string& provision, const std::string& clock_and_placement = {}) {
  std::string text =
      town(R"(
  school:
    steps:
      agreed:
        place: {kinds: [special school]}
        at start: {children: 1, among: [mainstream], waited: 40 days}
  base:
    steps:
      agreed:
        place: {kinds: [autism base]}
        at start: {children: 1, among: [mainstream], waited: 30 days}
  base for another:
    steps: {agreed: {place: {kinds: [autism base]}, at start: {children: 1, waited: 10 days, mix: pupils}}}
)",
           "  mainstream: {kind: mainstream, places: unlimited, at start: 1, mix: pupils}\n" + provision);
  if (clock_and_placement.empty()) return text;
  text.replace(text.find("run for: 30 days"), 16, "until: 2025-09-20");
  text.replace(text.find("placement: "), std::string::npos, clock_and_placement);
  return text;
}

TEST(Round, places_a_child_once_although_two_of_its_cases_want_a_place) {
  // The base falls to child 2, although child 1 stands before it there: child 1 has just been placed.
  EXPECT_THAT(rounds(two_requests(R"(
  the school: {kind: special school, district: town, places: 1}
  the base: {kind: autism base, district: town, places: 1}
)")),
              ElementsAre("day 4: child 1 placed, the school", "day 4: child 2 placed, the base",
                          "day 14: child 1 not placed", "day 24: child 1 not placed"));
}

TEST(NotPlaced, is_told_once_of_a_child_with_two_requests) {
  EXPECT_THAT(
      rounds(two_requests(R"(
  the school: {kind: special school, district: town, places: {is: 0, then: {2025-02-20: 1}}}
  the base: {kind: autism base, district: town, places: {is: 0, then: {2025-02-20: 1}}}
)")),
      ElementsAre("day 4: child 1 not placed", "day 4: child 2 not placed", "day 14: child 1 not placed",
                  "day 14: child 2 not placed", "day 24: child 1 not placed", "day 24: child 2 not placed"));
}

// Rounds on 1 March (day 59) and every 120 days after; places for September are given on day 45.
const std::string kTransfer =
    "placement: {first round: 2025-03-01, every: 120 days, transfer: {decided: 15 February}}\n";

TEST(NotPlaced, is_not_told_of_a_child_with_the_offer_of_a_place_for_September) {
  // Only the base opens in summer; that the school stays shut is no news to a child who has the base.
  EXPECT_THAT(rounds(two_requests(R"(
  the school: {kind: special school, district: town, places: 0}
  the base: {kind: autism base, district: town, places: {is: 0, then: {2025-08-25: 2}}}
)",
                                  kTransfer)),
              ElementsAre("day 45: child 1 offered, the base", "day 45: child 2 offered, the base",
                          "day 243: child 1 placed, the base", "day 243: child 2 placed, the base"));
}

TEST(Round, offers_a_child_one_place_for_September_although_two_of_its_cases_want_one) {
  // The school and one place at the base open in summer. Child 1 is offered the school, so the base is left
  // for child 2 in the round after; the child hears of both on 15 February and on 1 March.
  EXPECT_THAT(rounds(two_requests(R"(
  the school: {kind: special school, district: town, places: {is: 0, then: {2025-08-25: 1}}}
  the base: {kind: autism base, district: town, places: {is: 0, then: {2025-08-25: 1}}}
)",
                                  kTransfer)),
              ElementsAre("day 45: child 1 offered, the school", "day 45: child 2 offered, the base",
                          "day 243: child 1 placed, the school", "day 243: child 2 placed, the base"));
}

}  // namespace
}  // namespace sendcap::testing
