#include "sendcap/scenario/language/value.hpp"

#include <gtest/gtest.h>

#include "reading.hpp"

namespace sendcap::scenario {
namespace {

TEST(AnnotatedValue, KeepsAllThatIsKnownAboutIt) {
  const Reading<Value<Rate>> file(R"(is: 12 per week
then:
  2026-09-01: 14 per week
  2027-01-01: {is: 15 per week, source: the plan, quality: sourced}
  day 30: 13 per week
range: [10 per week, 14 per week]
source: team records
quality: derived
)");
  ASSERT_TRUE(file.good) << render(file.diagnostics, file.sources);
  const Value<Rate>& rate = file.value;
  EXPECT_DOUBLE_EQ(rate.is.per_day * 7, 12);
  ASSERT_EQ(rate.then.size(), 3U);
  EXPECT_TRUE(rate.then[0].from.is_date);
  EXPECT_DOUBLE_EQ(rate.then[1].is.per_day * 7, 15);
  EXPECT_EQ(rate.then[1].source, "the plan");
  EXPECT_EQ(rate.then[1].quality, Quality::sourced);
  EXPECT_EQ(rate.then[1].place.line, 4U);
  EXPECT_DOUBLE_EQ(rate.then[2].from.since_start.days, 30);
  EXPECT_DOUBLE_EQ(rate.range->most.per_day * 7, 14);
  EXPECT_EQ(rate.source, "team records");
  EXPECT_EQ(rate.quality, Quality::derived);
  EXPECT_EQ(rate.place.line, 1U);
}

TEST(AnnotatedValue, LetsRangeAndChangesLeaveOutTheUnitOfTheValue) {
  const Reading<Value<Rate>> rate("{is: 1500 per year, range: [1300, 1700], then: {2026-09-01: 1600}}");
  ASSERT_TRUE(rate.good) << render(rate.diagnostics, rate.sources);
  EXPECT_DOUBLE_EQ(rate.value.range->least.per_day * 365.25, 1300);
  EXPECT_DOUBLE_EQ(rate.value.then[0].is.per_day * 365.25, 1600);
  const Reading<Value<Growth>> growth("{is: 11% per year, range: [8%, 15%]}");
  EXPECT_DOUBLE_EQ(growth.value.range->most.per_year, 0.15);
  const Reading<Value<Money>> money("{is: £1.2m, range: [1, 1.5]}");
  EXPECT_DOUBLE_EQ(money.value.range->most.pounds, 1.5e6);
  const Reading<Value<Fraction>> share("{is: 35%, range: [0.3, 40%]}");
  EXPECT_DOUBLE_EQ(share.value.range->least.value, 0.3) << "0.3 is a share already, never 0.3%";
}

struct Case {
  std::string yaml;
  Lines mistakes;
};

TEST(AnnotatedValue, IsCheckedInAllItsParts) {
  const Case cases[] = {
      {"{range: [1 day, 2 days]}",
       {"1:1 SEND-201: missing 'is' | write the value as 'is: …', or without a block"}},
      {"{is: 3 days, sorce: x}", {"1:14 SEND-207: unknown key 'sorce' | did you mean 'source'?"}},
      {"{is: 3 days, quality: sorced}",
       {"1:23 SEND-208: expected one of 'sourced', 'derived', 'knowledge' or 'assumption', found 'sorced' | "
        "did you "
        "mean 'sourced'?"}},
      {"{is: 3 days, range: 2 days}", {"1:21 SEND-211: expected a range of two values, as in [least, most]"}},
      {"{is: 3 days, range: [5 days, 2 days]}",
       {"1:21 SEND-211: the range begins with the greater value | write [least, most]"}},
      {"{is: 3 days, range: [4 days, 6 days]}",
       {"1:21 SEND-211: the value 3 days is not within its range of 4 days to 6 days"}},
      {"{is: 3 days, range: [-4 days, 6 days]}",
       {"1:22 SEND-206: '-4 days' is out of range; it has to be at least 0 days"}},
      {"{is: 3 days, then: {2026-02-30: 4 days}}",
       {"1:21 SEND-213: '2026-02-30' is not a day of the calendar"}},
      {"{is: 3 days, then: {2026-01-02: 4 days, 2026-01-01: 5 days}}",
       {"1:41 SEND-212: '2026-01-01' does not come after '2026-01-02' | order the changes by time, each "
        "moment once"}},
      {"{is: 3 days, then: 4 days}",
       {"1:20 SEND-202: expected moments, each with a colon and its value, as in {2026-09-01: 14 per week}, "
        "found '4 "
        "days'"}},
      {"{is: 3 days, then: {day 9: {quality: sourced}}}", {"1:28 SEND-201: missing 'is'"}},
      {"{is: 3 lengths, then: {day 9: -1 day}}",
       {"1:6 SEND-204: 'lengths' is no unit that fits here | use seconds, min, hours, days, weeks, months or "
        "years",
        "1:31 SEND-206: '-1 day' is out of range; it has to be at least 0 days"}},
  };
  for (const Case& given : cases) {
    EXPECT_EQ(Reading<Value<Duration>>(given.yaml).mistakes(), given.mistakes) << given.yaml;
  }
}

}  // namespace
}  // namespace sendcap::scenario
