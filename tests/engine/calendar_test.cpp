#include "sendcap/engine/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <vector>

#include "sendcap/engine/random.hpp"

namespace sendcap::engine {
namespace {

// What must come first, said in the plainest way: a sorted map from (time, priority, sequence).
class PlainCalendar {
 public:
  void schedule(double time, unsigned priority, std::uint32_t subject) {
    events_.emplace(std::make_tuple(time, priority, sequence_++), subject);
  }
  bool empty() const { return events_.empty(); }
  std::size_t size() const { return events_.size(); }
  std::pair<double, std::uint32_t> pop() {
    const auto first = events_.begin();
    const std::pair<double, std::uint32_t> event(std::get<0>(first->first), first->second);
    events_.erase(first);
    return event;
  }

 private:
  std::map<std::tuple<double, unsigned, std::uint64_t>, std::uint32_t> events_;
  std::uint64_t sequence_ = 0;
};

// Both calendars side by side, compared at every step.
class TwoCalendars {
 public:
  void schedule(double time, unsigned priority) {
    tested_.schedule(time, priority, next_subject_, ~next_subject_);
    plain_.schedule(time, priority, next_subject_);
    ++next_subject_;
  }

  bool agree_on_next() {
    const auto [time, subject] = plain_.pop();
    const Event event = tested_.pop();
    now_ = event.time;
    return event.time == time && event.subject == subject && event.detail == ~subject &&
           tested_.size() == plain_.size() && tested_.empty() == plain_.empty();
  }

  bool agree_to_the_end() {
    while (!plain_.empty())
      if (!agree_on_next()) return false;
    return tested_.empty();
  }

  bool empty() const { return plain_.empty(); }
  double now() const { return now_; }

 private:
  Calendar tested_;
  PlainCalendar plain_;
  std::uint32_t next_subject_ = 0;
  double now_ = 0;
};

std::vector<std::uint32_t> subjects_in_order(Calendar& calendar) {
  std::vector<std::uint32_t> subjects;
  while (!calendar.empty()) subjects.push_back(calendar.pop().subject);
  return subjects;
}

TEST(Calendar, GivesTheEarliestEventFirst) {
  Calendar calendar;
  calendar.schedule(3, 0, 30, 1);
  calendar.schedule(1, 0, 10, 2);
  calendar.schedule(2, 0, 20, 3);
  EXPECT_EQ(calendar.size(), 3U);
  EXPECT_EQ(subjects_in_order(calendar), (std::vector<std::uint32_t>{10, 20, 30}));
}

TEST(Calendar, BreaksTiesByPriorityAndThenInTheOrderOfScheduling) {
  Calendar calendar;
  calendar.schedule(5, 2, 1, 0);
  calendar.schedule(5, 1, 2, 0);
  calendar.schedule(5, 255, 3, 0);
  calendar.schedule(5, 1, 4, 0);
  calendar.schedule(5, 0, 5, 0);
  EXPECT_EQ(subjects_in_order(calendar), (std::vector<std::uint32_t>{5, 2, 4, 1, 3}));
}

TEST(Calendar, TakesNegativeZeroForZero) {
  Calendar calendar;
  calendar.schedule(1, 0, 1, 0);
  calendar.schedule(-0.0, 0, 2, 0);
  calendar.schedule(0.0, 0, 3, 0);
  EXPECT_EQ(subjects_in_order(calendar), (std::vector<std::uint32_t>{2, 3, 1}));
}

TEST(Calendar, KeepsWhatNeverHappensToTheLast) {
  TwoCalendars calendars;
  for (int event = 0; event < 20000; ++event)
    calendars.schedule(event % 3 == 0 ? std::numeric_limits<double>::infinity() : event % 1000, 0);
  EXPECT_TRUE(calendars.agree_to_the_end());
}

TEST(Calendar, StartsAnewWhenCleared) {
  Calendar used;
  for (std::uint32_t event = 0; event < 50000; ++event) used.schedule(event % 977, event % 3, event, 0);
  for (int event = 0; event < 30000; ++event) used.pop();
  used.clear();
  EXPECT_TRUE(used.empty());
  EXPECT_EQ(used.size(), 0U);
  Calendar fresh;
  for (Calendar* calendar : {&used, &fresh})
    for (std::uint32_t event = 0; event < 50000; ++event) calendar->schedule(event % 977, 0, event, 0);
  while (!fresh.empty()) {
    const Event expected = fresh.pop();
    const Event event = used.pop();
    ASSERT_EQ(event.order, expected.order);
    ASSERT_EQ(event.subject, expected.subject);
  }
  EXPECT_TRUE(used.empty());
}

// What is fetched beforehand must be what is needed next.
TEST(Calendar, ShowsTheNextEventAmongThoseOfSoon) {
  Calendar calendar;
  for (std::uint32_t event = 0; event < 1000; ++event)
    calendar.schedule((event * 7919U) % 10007U, 0, event, 0);
  std::vector<std::uint32_t> soon;
  while (calendar.size() > 0) {
    const std::uint32_t subject = calendar.pop().subject;
    EXPECT_TRUE(soon.empty() || std::find(soon.begin(), soon.end(), subject) != soon.end());
    soon.clear();
    calendar.visit_soon([&](std::uint32_t one, double) { soon.push_back(one); });
    EXPECT_LE(soon.size(), 4U);
  }
}

TEST(Calendar, CanBeCopiedInTheMiddleOfARun) {
  Calendar calendar;
  for (std::uint32_t event = 0; event < 20000; ++event)
    calendar.schedule((event * 7919U) % 10007U, 0, event, 0);
  for (int event = 0; event < 5000; ++event) calendar.pop();
  Calendar copy = calendar;
  EXPECT_EQ(subjects_in_order(copy), subjects_in_order(calendar));
}

RC_GTEST_PROP(CalendarProperty, OrdersLikeASortedMapWhateverIsScheduledAndTaken, ()) {
  // Few distinct times, so that ties are common, and never one in the past.
  TwoCalendars calendars;
  const auto steps = *rc::gen::container<std::vector<std::tuple<bool, unsigned, unsigned>>>(rc::gen::tuple(
      rc::gen::arbitrary<bool>(), rc::gen::inRange(0U, 6U), rc::gen::element(0U, 1U, 7U, 255U)));
  for (const auto& [take, delay, priority] : steps) {
    if (take && !calendars.empty())
      RC_ASSERT(calendars.agree_on_next());
    else
      calendars.schedule(calendars.now() + 0.25 * delay, priority);
  }
  RC_ASSERT(calendars.agree_to_the_end());
}

// How far ahead events are scheduled, from one uniform number: the shapes that fit buckets well and badly.
struct Delay {
  const char* name;
  double (*of)(double uniform);
};

class LargeCalendar : public testing::TestWithParam<Delay> {};

TEST_P(LargeCalendar, OrdersLikeASortedMapWhileItGrowsHoldsAndShrinks) {
  constexpr int kEvents = 30000;
  TwoCalendars calendars;
  Stream stream(ReplicationKey(20250901, 0), 1, 2, 3);
  const auto schedule_one = [&] {
    calendars.schedule(calendars.now() + GetParam().of(stream.uniform()),
                       static_cast<unsigned>(stream() % 4));
  };
  for (int event = 0; event < kEvents; ++event) schedule_one();
  for (int event = 0; event < 4 * kEvents; ++event) {
    ASSERT_TRUE(calendars.agree_on_next());
    schedule_one();
  }
  for (int event = 0; event < kEvents; ++event) {
    ASSERT_TRUE(calendars.agree_on_next());
    if (event % 2 == 0) schedule_one();
  }
  ASSERT_TRUE(calendars.agree_to_the_end());
}

INSTANTIATE_TEST_SUITE_P(
    Delays, LargeCalendar,
    testing::Values(
        Delay{"Exponential", [](double uniform) { return -std::log1p(-uniform); }},
        Delay{"AllAtOnce", [](double) { return 0.0; }},
        Delay{"WholeDays", [](double uniform) { return std::floor(30 * uniform); }},
        Delay{"MostlyNowSomeYearsAhead",
              [](double uniform) { return uniform < 0.9 ? uniform : 4000 * uniform; }},
        Delay{"OverManyOrdersOfMagnitude", [](double uniform) { return std::pow(10.0, 30 * uniform - 15); }},
        Delay{"TenthsThatRoundingBlurs", [](double uniform) { return 0.1 * std::floor(1000 * uniform); }}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(LargeCalendarOfBursts, StaysExactWhenManyEventsFallIntoOneBucket) {
  TwoCalendars calendars;
  Stream stream(ReplicationKey(7, 0), 1, 2, 3);
  for (int event = 0; event < 20000; ++event) calendars.schedule(1000 * stream.uniform(), 0);
  for (int burst = 0; burst < 5; ++burst) {
    for (int event = 0; event < 20000; ++event)
      calendars.schedule(calendars.now() + 0.001 * stream.uniform(), 0);
    for (int event = 0; event < 21000; ++event) ASSERT_TRUE(calendars.agree_on_next());
  }
  EXPECT_TRUE(calendars.agree_to_the_end());
}

}  // namespace
}  // namespace sendcap::engine
