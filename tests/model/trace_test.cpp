// What an observer of a run is told: who joined which line and when, who was placed and who was not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <sstream>
#include <string>
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
using ::testing::EndsWith;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

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
  std::vector<std::string> lines;
  const Diary diary(yaml);
  for (const TraceRecord& one : diary.records()) {
    const bool given = one.happening == Happening::placed || one.happening == Happening::offered;
    if (one.at_start || (!given && one.happening != Happening::not_placed)) continue;
    std::ostringstream line;
    line << "day " << one.time << ": child " << one.arrival << ' ' << word(one.happening);
    if (given) line << ", " << one.what;
    lines.push_back(line.str());
  }
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
  EXPECT_THAT(why(kChain), Each(EndsWith("every place that suits the child is taken")));
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

TEST(NotPlaced, is_not_told_of_a_child_just_placed_whose_other_request_finds_nothing_for_September) {
  // The child of day 50 asks for the base, which has no places, and for the school. The round of day 59,
  // after the places for September have been given, is about those too.
  std::string text = town(R"(
  both: {steps: {also: {refer: base}, school: {place: {kinds: [special school]}}}}
  base: {steps: {agreed: {place: {kinds: [autism base]}}}}
)",
                          R"(
  the school: {kind: special school, district: town, places: 1}
  the base: {kind: autism base, district: town, places: 0}
)");
  const std::string nobody = "nobody: {rate: 0 per year, enters: school}";
  text.replace(text.find(nobody), nobody.size(), "new: {intervals: 50 days, enters: both, children: pupils}");
  text.replace(text.find("run for: 30 days"), 16, "run for: 68 days");
  text.replace(text.find("placement: "), std::string::npos, kTransfer);
  EXPECT_THAT(rounds(text), ElementsAre("day 59: child 1 placed, the school"));
}

TEST(Round, offers_a_child_one_place_for_September_although_two_of_its_cases_want_one) {
  // The school and the base have a place each from summer. Child 1, who comes first for both, is offered the
  // school, so the base is left for child 2.
  EXPECT_THAT(rounds(two_requests(R"(
  the school: {kind: special school, district: town, places: {is: 0, then: {2025-08-25: 1}}}
  the base: {kind: autism base, district: town, places: {is: 0, then: {2025-08-25: 1}}}
)",
                                  kTransfer)),
              ElementsAre("day 45: child 1 offered, the school", "day 45: child 2 offered, the base",
                          "day 243: child 1 placed, the school", "day 243: child 2 placed, the base"));
}

// Five children at the start, one at each kind of place where a child can be; the clinic never sits.
const std::string kBacklog = R"(
title: backlog
clock: {start: 2025-01-01, run for: 31 days, report every: whole run}
districts: {town: {journey within: 10 min}}
mixes: {pupils: {age: {8: 1}}}
demand: {new: {intervals: 20 days, enters: therapy, children: pupils}}
services:
  therapists: {kind: team, staff: 1}
  paediatricians: {kind: clinic, sessions: 0 per week, slots: {new: {per session: 1}}}
pathways:
  assessment:
    steps:
      seen:
        service: paediatricians
        slot: new
        at start: {children: 1, waited: 20 weeks, since referral: 2 weeks, mix: pupils}
  therapy:
    steps:
      course: {service: therapists, time: 5 days, at start: {being seen: 1, remaining: 22 days, since referral: 6 days}}
  review:
    steps:
      until review:
        wait: 100 days
        at start: {children: 1, waited: 30 days, remaining: 10 days, since referral: 1 day, mix: pupils}
  school:
    steps:
      agreed: {place: {kinds: [special school]}, at start: {children: 1, waited: 50 days, mix: pupils}}
provision:
  the school: {kind: special school, district: town, places: 1, at start: 1, mix: pupils, stay: 10 years}
placement: {first round: 2025-03-05, every: 10 days}
)";

TEST(AtStart, is_told_of_each_child_from_where_it_stands_and_since_when) {
  const auto line = [](std::ostream& out, const TraceRecord& one) {
    out << "child " << one.arrival << ' ' << word(one.happening) << ' ' << one.what << " on day " << one.time
        << ", since day " << one.since << (one.at_start ? ", at start" : "");
  };
  // Waited 20 weeks = 140 days, referred 2 weeks = 14 days before that; likewise the others. Since when a
  // visit or a stay has lasted is not known. The child of day 20 comes as in any run.
  EXPECT_THAT(Diary(kBacklog).of({Happening::came, Happening::opened, Happening::joined, Happening::began,
                                  Happening::placed, Happening::finished},
                                 line),
              ElementsAre("child 1 came at start on day 0, since day 0, at start",
                          "child 1 placed the school on day 0, since day 0, at start",
                          "child 2 came at start on day 0, since day 0, at start",
                          "child 2 opened assessment on day 0, since day -154, at start",
                          "child 2 joined paediatricians on day 0, since day -140, at start",
                          "child 3 came at start on day 0, since day 0, at start",
                          "child 3 opened therapy on day 0, since day -6, at start",
                          "child 3 began therapists on day 0, since day 0, at start",
                          "child 4 came at start on day 0, since day 0, at start",
                          "child 4 opened review on day 0, since day -31, at start",
                          "child 4 began until review on day 0, since day -30, at start",
                          "child 5 came at start on day 0, since day 0, at start",
                          "child 5 opened school on day 0, since day -50, at start",
                          "child 5 joined a place on day 0, since day -50, at start",
                          "child 4 finished until review on day 10, since day 10",
                          "child 6 came new on day 20, since day 20",
                          "child 6 opened therapy on day 20, since day 20",
                          "child 6 joined therapists on day 20, since day 20",
                          "child 3 finished course on day 22, since day 22",
                          "child 6 began therapists on day 22, since day 22",
                          "child 6 finished course on day 27, since day 27"));
}

TEST(AtStart, is_told_of_a_plan_as_somewhere_within_the_wait_for_its_review) {
  const Diary diary(R"(
title: plans
clock: {start: 2025-01-01, run for: 400 days, report every: whole run}
districts: {town: {journey within: 10 min}}
children: {flags: [has a plan]}
plans: {flag: has a plan, reviewed on: review}
mixes: {pupils: {age: {8: 1}, flags: {has a plan: 100%}}}
demand: {nobody: {rate: 0 per year, enters: review}}
pathways:
  review: {steps: {until review: {wait: 360 days}, held: {wait: 1 day}}}
provision:
  mainstream: {kind: mainstream, places: unlimited, at start: 20, mix: pupils}
placement: {first round: 2025-03-05, every: 10 days}
)");
  std::map<std::uint32_t, double> opened;
  std::map<std::uint32_t, double> began;
  std::map<std::uint32_t, double> finished;
  for (const TraceRecord& one : diary.records()) {
    if (one.happening == Happening::opened && one.at_start) opened[one.arrival] = one.since;
    if (one.happening == Happening::began && one.at_start) began[one.arrival] = one.since;
    if (one.step == "until review" && one.happening == Happening::finished) finished[one.arrival] = one.time;
  }
  ASSERT_EQ(opened.size(), 20U);
  EXPECT_EQ(opened, began) << "the wait is the first step";
  for (const auto& [child, since] : began) {
    EXPECT_LT(since, 0) << child;
    EXPECT_NEAR(finished.at(child), since + 360, 1e-9) << child;
  }
}

TEST(ForkedCase, is_told_under_the_number_of_the_whole) {
  const Diary diary(R"(
title: a fork
clock: {start: 2025-01-01, run for: 300 days, report every: whole run}
demand: {new: {intervals: 100 days, enters: way}}
services: {anyone: {kind: team, staff: unlimited}}
pathways:
  way:
    steps:
      asked: {fork: [therapy, psychology], join: drafted}
      therapy: {wait: 70 days, next: drafted}
      psychology: {service: anyone, time: 40 days, next: drafted}
      drafted: {wait: 5 days}
)");
  std::map<std::uint32_t, std::set<std::uint32_t>> numbers;
  std::vector<std::string> of_the_first;
  for (const TraceRecord& one : diary.records()) {
    if (one.case_number == 0) continue;  // about the child itself
    numbers[one.arrival].insert(one.case_number);
    if (one.arrival != 1) continue;
    std::ostringstream line;
    line << one.time << ' ' << word(one.happening) << ' ' << one.step;
    of_the_first.push_back(line.str());
  }
  EXPECT_THAT(of_the_first,
              ElementsAre("100 opened asked", "100 began therapy", "100 joined psychology",
                          "100 began psychology", "140 finished psychology", "170 finished therapy",
                          "170 began drafted", "175 finished drafted", "175 closed drafted"));
  EXPECT_THAT(numbers[1], ElementsAre(1U));
  EXPECT_THAT(numbers[2], SizeIs(1));
  EXPECT_THAT(numbers[2], Not(Contains(1U))) << "the second child's case is another";
}

// How many stood before each child that joined a line while the run went on: `day 3, seen: 3`.
std::vector<std::string> lines_joined(const std::string& yaml) {
  std::vector<std::string> lines;
  const Diary diary(yaml);
  for (const TraceRecord& one : diary.records()) {
    if (one.happening != Happening::joined || one.at_start) continue;
    std::ostringstream line;
    line << "day " << one.time << ", " << one.step << ": " << one.count;
    lines.push_back(line.str());
  }
  return lines;
}

TEST(Joined, counts_those_in_the_childs_own_line) {
  // Three wait for a first appointment and two for a review of the same clinic, which never sits. Each line
  // grows by the children who come: the first on days 2, 4, 6, the reviews on days 3, 6.
  const auto lines = lines_joined(R"(
title: two lines
clock: {start: 2025-01-01, run for: 7 days, report every: whole run}
demand:
  first: {intervals: 2 days, enters: first}
  reviews: {intervals: 3 days, enters: review}
services:
  clinic: {kind: clinic, sessions: 0 per week, slots: {new: {per session: 1}, review: {per session: 1}}}
pathways:
  first: {steps: {seen: {service: clinic, slot: new, at start: {children: 3, waited: 10 days}}}}
  review: {steps: {reviewed: {service: clinic, slot: review, at start: {children: 2, waited: 5 days}}}}
)");
  EXPECT_THAT(lines, UnorderedElementsAre("day 2, seen: 3", "day 4, seen: 4", "day 6, seen: 5",
                                          "day 3, reviewed: 2", "day 6, reviewed: 3"));
}

TEST(Joined, counts_those_at_the_start_one_after_the_other) {
  std::vector<std::uint32_t> counts;
  const Diary diary(R"(
title: a backlog
clock: {start: 2025-01-01, run for: 7 days, report every: whole run}
demand: {nobody: {rate: 0 per year, enters: way}}
services: {clinic: {kind: clinic, sessions: 0 per week, slots: {new: {per session: 1}}}}
pathways:
  way: {steps: {seen: {service: clinic, at start: {children: 4, waited: {kind: exponential, mean: 9 weeks}}}}}
)");
  double before = -1e9;
  for (const TraceRecord& one : diary.records()) {
    if (one.happening != Happening::joined) continue;
    counts.push_back(one.count);
    EXPECT_LT(before, one.since) << "who has waited longest stands first";
    before = one.since;
  }
  EXPECT_THAT(counts, ElementsAre(0U, 1U, 2U, 3U));
}

TEST(Joined, does_not_count_the_child_being_seen) {
  // One therapist sees each child for 10 days: the child of day 1 until day 11, so the others wait behind
  // nobody, one, two.
  EXPECT_THAT(lines_joined(R"(
title: a therapist
clock: {start: 2025-01-01, run for: 5 days, report every: whole run}
demand: {new: {intervals: 1 day, enters: way}}
services: {therapist: {kind: team, staff: 1}}
pathways: {way: {steps: {course: {service: therapist, time: 10 days}}}}
)"),
              ElementsAre("day 1, course: 0", "day 2, course: 0", "day 3, course: 1", "day 4, course: 2"));
}

TEST(Joined, counts_the_line_of_the_childs_own_locality) {
  // Three northerners wait; the southerner who comes has nobody before it.
  EXPECT_THAT(lines_joined(R"(
title: localities
clock: {start: 2025-01-06, run for: 3 days, report every: whole run}
districts: {north: {}, south: {}}
mixes: {northerners: {district: {north: 1}}, southerners: {district: {south: 1}}}
demand:
  in the north: {intervals: 1 day, enters: referral, children: northerners}
  in the south: {intervals: 2 days, enters: referral in the south, children: southerners}
services:
  clinic:
    kind: clinic
    sessions: 0 per week
    slots: {new: {per session: 1}}
    localities: {up: {districts: north, share: 50%}, down: {districts: south, share: 50%}}
pathways:
  referral: {steps: {seen up: {service: clinic, at start: {children: 3, mix: northerners}}}}
  referral in the south: {steps: {seen down: {service: clinic}}}
)"),
              UnorderedElementsAre("day 1, seen up: 3", "day 2, seen up: 4", "day 2, seen down: 0"));
}

TEST(Joined, counts_those_who_compete_for_the_same_kinds_of_place) {
  // Three wait for a special school and two for a base; who would take either stands behind all five, and
  // whoever comes after stands behind that child too.
  EXPECT_THAT(lines_joined(R"(
title: places
clock: {start: 2025-01-01, run for: 4 days, report every: whole run}
districts: {town: {journey within: 10 min}}
demand:
  either: {intervals: 2 days, enters: either}
  school: {intervals: 3 days, enters: school}
pathways:
  either: {steps: {wants either: {place: {kinds: [special school, autism base]}}}}
  school: {steps: {wants a school: {place: {kinds: [special school]}, at start: {children: 3}}}}
  base: {steps: {wants a base: {place: {kinds: [autism base]}, at start: {children: 2}}}}
provision:
  the school: {kind: special school, district: town, places: 9}
  the base: {kind: autism base, district: town, places: 9}
placement: {first round: 2025-03-05, every: 10 days}
)"),
              ElementsAre("day 2, wants either: 5", "day 3, wants a school: 4"));
}

TEST(Joined, does_not_count_who_has_the_promise_of_a_place) {
  // Of the two at the start one is promised the place of September on day 45; before the child of day 40
  // stand both, before that of day 80 the other and the child of day 40.
  EXPECT_THAT(lines_joined(R"(
title: a promise
clock: {start: 2025-01-01, run for: 100 days, report every: whole run}
districts: {town: {journey within: 10 min}}
children: {flags: [has a plan]}
plans: {flag: has a plan}
mixes: {pupils: {age: {8: 1}, flags: {has a plan: 0%}}}
demand: {new: {intervals: 40 days, enters: school, children: pupils}}
pathways:
  school: {steps: {wanted: {place: {kinds: [special school]}, at start: {children: 2, waited: 9 days}}}}
provision:
  the school: {kind: special school, district: town, places: {is: 0, then: {2025-08-25: 1}}}
placement: {first round: 2025-12-05, every: 1 year, transfer: {decided: 15 February}}
)"),
              ElementsAre("day 40, wanted: 2", "day 80, wanted: 2"));
}

}  // namespace
}  // namespace sendcap::testing
