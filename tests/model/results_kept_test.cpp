#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "model/roll.hpp"
#include "run_text.hpp"
#include "sendcap/model/simulation.hpp"

// For which groups and reasons results are kept, and the rolls from which they come.

namespace sendcap {
namespace {

using testing::model_from;
using testing::Results;

// Two areas that never meet, and a panel that sees children of both but sends them on by where they live.
const char* const kTwoAreas = R"(
title: two areas
clock: {start: 2025-01-01, run for: 200 days, report every: month, waits in: days}
districts: {Ashford: {}, Barton: {}, Carton: {}}
children: {needs: [autism, other]}
mixes:
  of the east: {district: {Ashford: 1, Barton: 1}, need: {autism: 1, other: 1}}
  of the west: {district: {Carton: 1}, need: {autism: 1, other: 1}}
demand:
  east: {rate: 1 per day, enters: eastern, children: of the east}
  west: {rate: 1 per day, enters: western, children: of the west}
services:
  eastern team: {kind: team, staff: 1}
  western team: {kind: team, staff: 1}
  panel: {kind: team, staff: 3}
  eastern help: {kind: team, staff: unlimited}
pathways:
  eastern:
    steps:
      seen: {service: eastern team, time: 1 day, patience: {kind: exponential, mean: 10 days}}
      decided: {service: panel, time: 1 day, next: [{when: {district: [Barton]}, to: helped}, {to: done}]}
      helped: {service: eastern help, time: 1 day}
    outcomes: [done]
  western:
    steps:
      seen: {service: western team, time: 1 day}
      decided: {service: panel, time: 1 day}
)";

bool given(const model::Model& model, const std::string& measure, const std::string& subject,
           const std::string& group) {
  const model::Column* column = model.layout.find(measure, subject);
  if (column == nullptr) return false;
  const auto found = std::find(model.layout.groups.begin(), model.layout.groups.end(), group);
  return model.layout.has_group(*column, static_cast<std::size_t>(found - model.layout.groups.begin()));
}

TEST(ResultsKept, are_for_the_districts_whose_children_can_come) {
  const model::Model model = model_from(kTwoAreas);
  for (const char* subject : {"eastern team", "eastern"}) {
    EXPECT_TRUE(given(model, "referrals", subject, "district: Ashford"));
    EXPECT_TRUE(given(model, "referrals", subject, "district: Barton"));
    EXPECT_FALSE(given(model, "referrals", subject, "district: Carton")) << subject;
    EXPECT_TRUE(given(model, "referrals", subject, "need: other")) << "needs are not of a place";
  }
  EXPECT_FALSE(given(model, "referrals", "western team", "district: Ashford"));
  EXPECT_TRUE(given(model, "referrals", "panel", "district: Ashford"));
  EXPECT_TRUE(given(model, "referrals", "panel", "district: Carton"));
  EXPECT_FALSE(given(model, "referrals", "eastern help", "district: Ashford")) << "only Barton's go on";
  EXPECT_TRUE(given(model, "referrals", "eastern help", "district: Barton"));
}

TEST(ResultsKept, add_up_to_all_over_the_districts_that_are_there) {
  const Results results(kTwoAreas);
  const auto of = [&](const std::string& group) { return results.mean("referrals", "panel", "", group); };
  EXPECT_GT(of("district: Carton"), 50);
  EXPECT_EQ(of("all"), of("district: Ashford") + of("district: Barton") + of("district: Carton"));
  EXPECT_EQ(of("all"), of("need: autism") + of("need: other"));
  EXPECT_EQ(results.mean("referrals", "eastern help"),
            results.mean("referrals", "eastern help", "", "district: Barton"));
}

TEST(ResultsKept, are_for_the_reasons_for_which_a_list_can_be_left) {
  const model::MeasureLayout& layout = model_from(kTwoAreas).layout;
  EXPECT_NE(layout.find("left: gave up", "eastern team"), nullptr);
  EXPECT_NE(layout.find("left: gave up", "eastern"), nullptr) << "the case closes";
  EXPECT_NE(layout.find("left: gave up", "panel"), nullptr) << "where else the pathway leads";
  EXPECT_EQ(layout.find("left: gave up", "western team"), nullptr);
  EXPECT_EQ(layout.find("left: turned away", "eastern team"), nullptr);
  EXPECT_EQ(layout.find("left: aged out", "eastern team"), nullptr);
}

// Half of the months are not told; whatever is told is the same to the last bit.
TEST(ResultsKept, are_the_same_when_only_some_dates_are_told) {
  const model::Model model = model_from(kTwoAreas);
  model::Simulation all(model);
  model::Simulation some(model);
  std::vector<std::uint8_t> wanted(model.layout.dates.size());
  for (std::size_t date = 0; date < wanted.size(); date += 2) wanted[date] = 1;
  some.tell_only_at(wanted);
  const model::Measures whole = all.run(1, 0);
  const model::Measures part = some.run(1, 0);
  std::size_t not_told = 0;
  for (const model::Column& column : model.layout.columns)
    for (std::size_t date = 0; date < wanted.size(); ++date) {
      const std::size_t cell = model.layout.cell(column, date, 0);
      const bool stands = model::definition(column.measure).clock == model::MeasureClock::date;
      if (stands && wanted[date] == 0) {
        EXPECT_TRUE(std::isnan(part.values[cell])) << column.name;
        ++not_told;
      } else {
        EXPECT_EQ(std::memcmp(&whole.values[cell], &part.values[cell], sizeof(double)), 0) << column.name;
      }
    }
  EXPECT_GT(not_told, 100U);
}

// Cases stay open after they have been seen, and children grow out of their age band meanwhile.
const char* const kGrowingUp = R"(
title: growing up
clock: {start: 2025-01-01, until: 2028-01-01, report every: month, waits in: days}
children: {age bands: {under 5: under 5, 5 to 6: 5 to 6, 7 and over: 7 and over}}
mixes: {fours: {age: {3 to 5: 1}}}
demand: {children: {rate: 2 per day, enters: referral, children: fours}}
services: {team: {kind: team, staff: 1}}
pathways:
  referral:
    steps:
      seen: {service: team, time: {kind: exponential, mean: 0.6 days}, patience: {kind: exponential, mean: 300 days}}
      followed: {wait: {kind: exponential, mean: 400 days}}
)";

// What is counted as it happens, beside the same counted afresh from the cases: where few dates are told,
// they are gathered.
TEST(ResultsKept, of_open_cases_are_those_that_are_open) {
  const model::Model model = model_from(kGrowingUp);
  const std::size_t last = model.layout.dates.size() - 2;
  model::Simulation kept(model);
  model::Simulation gathered(model);
  std::vector<std::uint8_t> wanted(model.layout.dates.size());
  wanted[last] = 1;
  gathered.tell_only_at(wanted);
  std::size_t groups_with_some = 0;
  for (const std::uint32_t replication : {0U, 1U}) {
    const model::Measures as_it_happened = kept.run(1, replication);
    const model::Measures afresh = gathered.run(1, replication);
    for (const char* measure : {"open cases", "waiting"}) {
      const model::Column* column = model.layout.find(measure, "referral");
      ASSERT_NE(column, nullptr) << measure;
      for (std::size_t group = 0; group < model.layout.groups.size(); ++group) {
        const std::size_t cell = model.layout.cell(*column, last, group);
        EXPECT_EQ(as_it_happened.values[cell], afresh.values[cell]) << measure << model.layout.groups[group];
        if (afresh.values[cell] > 0) ++groups_with_some;
      }
    }
  }
  EXPECT_GE(groups_with_some, 12U);
}

class RollTest : public ::testing::Test {
 protected:
  std::uint32_t join(double since, model::Index case_index) {
    return roll_.add(since, case_index, 0, model::Positions{}, 1000);
  }
  std::vector<model::Index> from_last() {
    std::vector<model::Index> cases;
    roll_.visit_from_last([&](const model::Roll::Line& line) { cases.push_back(line.case_index); });
    return cases;
  }

  model::Roll roll_;
};

TEST_F(RollTest, tells_from_the_last_to_the_first_who_is_still_there) {
  join(1, 10);
  const std::uint32_t second = join(2, 20);
  join(3, 30);
  roll_.strike_out(second);
  EXPECT_EQ(from_last(), (std::vector<model::Index>{30, 10}));
  EXPECT_EQ(roll_.size(), 2U);
}

TEST_F(RollTest, is_written_out_fair_when_half_is_struck_out_and_tells_everyone_their_new_line) {
  std::vector<std::uint32_t> line;
  for (model::Index i = 0; i < 100; ++i) line.push_back(join(i, i));
  for (model::Index i = 0; i < 100; i += 3) roll_.strike_out(line[i]);
  EXPECT_FALSE(roll_.is_worn());
  for (model::Index i = 1; i < 100; i += 3) roll_.strike_out(line[i]);
  ASSERT_TRUE(roll_.is_worn());
  roll_.write_fair(
      [&](const model::Roll::Line& moved, std::uint32_t position) { line[moved.case_index] = position; });
  EXPECT_EQ(roll_.size(), 33U);
  for (model::Index i = 2; i < 100; i += 3) EXPECT_EQ(roll_.line(line[i]).case_index, i);
  EXPECT_FALSE(roll_.is_worn());
}

TEST_F(RollTest, puts_those_at_the_start_in_order_of_joining) {
  for (const double since : {-5.0, -20.0, -1.0}) join(since, static_cast<model::Index>(-since));
  roll_.sort([](const model::Roll::Line&, std::uint32_t) {});
  EXPECT_EQ(from_last(), (std::vector<model::Index>{1, 5, 20}));
}

// A child of 4 who is 5 during its wait stands with those of 5 from then on.
TEST(ResultsKept, move_a_waiting_child_to_its_new_age_band_at_its_birthday) {
  const Results results(R"(
title: birthdays
clock: {start: 2025-01-01, until: 2026-02-01, report every: month, waits in: days}
children: {age bands: {under 5: under 5, 5 and over: 5 and over}}
mixes: {fours: {age: {4: 1}}}
demand: {nobody in this run: {intervals: 4000 days, enters: referral, children: fours}}
services: {team: {kind: team, staff: 0}}
pathways: {referral: {steps: {seen: {service: team, time: 1 day, at start: {children: 200, mix: fours}}}}}
)");
  EXPECT_EQ(results.mean("waiting", "team", "2025-01-01", "age: under 5"), 200);
  EXPECT_EQ(results.mean("waiting", "team", "2026-02-01", "age: 5 and over"), 200)
      << "all have had a birthday";
  const double half_way = results.mean("waiting", "team", "2025-07-01", "age: 5 and over");
  // Binomial with 200 and 181 / 365.25: within 4.9 standard deviations of the mean 99, a chance of one in a
  // million.
  EXPECT_NEAR(half_way, 200 * 181 / 365.25, 35);
  EXPECT_EQ(half_way + results.mean("waiting", "team", "2025-07-01", "age: under 5"), 200);
  EXPECT_EQ(results.mean("open cases", "referral", "2025-07-01", "age: 5 and over"), half_way);
}

}  // namespace
}  // namespace sendcap
