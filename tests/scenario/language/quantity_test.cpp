#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::scenario {
namespace {

TEST(Durations, AreGivenInEveryUsualUnitOfTime) {
  const std::vector<std::pair<const char*, double>> written = {
      {"14 days", 14},       {"1 day", 1},           {"18 weeks", 126},  {"18w", 126},
      {"3 months", 91.3125}, {"2 years", 730.5},     {"6 hours", 0.25},  {"12 h", 0.5},
      {"36 min", 0.025},     {"90 minutes", 0.0625}, {"43200 s", 0.5},   {"1 second", 1 / 86400.0},
      {"1,461 days", 1461},  {"0.5 Days", 0.5},      {" 2  weeks ", 14}, {"1e-3 days", 0.001},
      {"0 days", 0}};
  for (const auto& [text, days] : written) {
    const auto duration = parse<Duration>(text);
    ASSERT_TRUE(duration) << text << ": " << duration.error.message;
    EXPECT_DOUBLE_EQ((*duration).days, days) << text;
  }
}

TEST(Durations, WithoutAUnitAreRefusedWithTheWayToWriteThem) {
  const auto duration = parse<Duration>("14");
  ASSERT_FALSE(duration);
  EXPECT_EQ(duration.error.code, Code::missing_unit);
  EXPECT_EQ(duration.error.message, "'14' has no unit; expected a length of time such as '14 days'");
  EXPECT_EQ(duration.error.hint, "did you mean '14 days'?");
}

TEST(Durations, DoNotGuessWhatMMeans) {
  const auto duration = parse<Duration>("3 m");
  ASSERT_FALSE(duration);
  EXPECT_EQ(duration.error.code, Code::unknown_unit);
  EXPECT_EQ(duration.error.hint, "write 'min' or 'months'");
}

TEST(Rates, AreGivenPerUnitOfTime) {
  const std::vector<std::pair<const char*, double>> written = {
      {"12 per week", 12 / 7.0}, {"12 a week", 12 / 7.0}, {"12/week", 12 / 7.0}, {"12 / week", 12 / 7.0},
      {"0.9 per day", 0.9},      {"1,461 per year", 4},   {"6 per hour", 144},   {"1 per 3 weeks", 1 / 21.0},
      {"1 per 10 min", 144},     {"1461 a year", 4},      {"2 an hour", 48}};
  for (const auto& [text, per_day] : written) {
    const auto rate = parse<Rate>(text);
    ASSERT_TRUE(rate) << text << ": " << rate.error.message;
    EXPECT_DOUBLE_EQ((*rate).per_day, per_day) << text;
  }
  EXPECT_EQ(parse<Rate>("12").error.hint, "did you mean '12 per week'?");
  EXPECT_EQ(parse<Rate>("12 weeks").error.code, Code::unknown_unit);
  EXPECT_EQ(parse<Rate>("12 per wek").error.code, Code::unknown_unit);
  EXPECT_EQ(parse<Rate>("12 per 0 weeks").error.code, Code::unknown_unit);
}

TEST(Fractions, ArePercentagesOrPartsOfOne) {
  EXPECT_DOUBLE_EQ((*parse<Fraction>("35%")).value, 0.35);
  EXPECT_DOUBLE_EQ((*parse<Fraction>("0.35")).value, 0.35);
  EXPECT_DOUBLE_EQ((*parse<Fraction>("1")).value, 1);
  EXPECT_DOUBLE_EQ((*parse<Fraction>("105 %")).value, 1.05);
  EXPECT_EQ(parse<Fraction>("35").error.hint, "did you mean '35%'?") << "a forgotten percent sign";
}

TEST(Money, MayBeShortened) {
  const std::vector<std::pair<const char*, double>> written = {
      {"£24,000", 24000}, {"£24k", 24000}, {"£1.2m", 1200000}, {"£1.2 million", 1200000},
      {"£12.50", 12.5},   {"-£500", -500}, {"£0", 0},          {"£2bn", 2e9}};
  for (const auto& [text, pounds] : written) {
    const auto money = parse<Money>(text);
    ASSERT_TRUE(money) << text << ": " << money.error.message;
    EXPECT_DOUBLE_EQ((*money).pounds, pounds) << text;
  }
  EXPECT_EQ(parse<Money>("24,000").error.hint, "did you mean '£24,000'?");
  EXPECT_EQ(parse<Money>("£24 per week").error.code, Code::unknown_unit);
}

TEST(Growth, IsPerYear) {
  EXPECT_DOUBLE_EQ((*parse<Growth>("11% per year")).per_year, 0.11);
  EXPECT_DOUBLE_EQ((*parse<Growth>("-2.5% a year")).per_year, -0.025);
  EXPECT_EQ(parse<Growth>("11%").error.hint, "did you mean '11% per year'?");
  EXPECT_EQ(parse<Growth>("11 per year").error.hint, "did you mean '11% per year'?");
  EXPECT_EQ(parse<Growth>("1% per month").error.hint, "growth is given 'per year'");
}

TEST(Numbers, AreDecimalAndNothingElse) {
  EXPECT_DOUBLE_EQ((*parse<Number>("2.5")).value, 2.5);
  EXPECT_DOUBLE_EQ((*parse<Number>("1,883")).value, 1883);
  EXPECT_DOUBLE_EQ((*parse<Number>("1,234,567.5")).value, 1234567.5);
  EXPECT_DOUBLE_EQ((*parse<Number>("-3e2")).value, -300);
  EXPECT_EQ((*parse<Whole>("1,883")).value, 1883);
  EXPECT_EQ((*parse<Whole>("1e3")).value, 1000);
  for (const char* text : {"010", "0x10", "1_000", "nan", ".nan", "inf", ".inf", "1,88", "1,8830",
                           "12,34,567", ".5", "5.", "1e400", "", "-", "2.5 children", "1 000"}) {
    EXPECT_FALSE(parse<Number>(text)) << text;
  }
  EXPECT_FALSE(parse<Whole>("2.5"));
  EXPECT_FALSE(parse<Whole>("1e30")) << "more than a double holds exactly";
  EXPECT_EQ(parse<Number>("1,88").error.hint, "a comma separates groups of three digits, as in 1,883");
  EXPECT_EQ(parse<Number>("010").error.hint, "write the number without a zero in front");
}

TEST(Capacities, MayBeUnlimited) {
  EXPECT_DOUBLE_EQ((*parse<Capacity>("2.5")).value, 2.5);
  EXPECT_TRUE(std::isinf((*parse<Capacity>("unlimited")).value));
  EXPECT_FALSE(parse<Capacity>("inf"));
}

TEST(Flags, AreYesOrNo) {
  EXPECT_TRUE(*parse<bool>("yes"));
  EXPECT_FALSE(*parse<bool>("false"));
  EXPECT_EQ(parse<bool>("on").error.hint, "did you mean 'yes'?");
  EXPECT_EQ(parse<bool>("No").error.hint, "did you mean 'no'?");
}

TEST(Dates, AreIsoDaysOfTheCalendar) {
  EXPECT_EQ((*parse<Date>("1970-01-01")).days_since_1970, 0);
  EXPECT_EQ((*parse<Date>("2000-03-01")).days_since_1970, 11017)
      << "30 years, 7 leap days and the first 60 of 2000";
  EXPECT_EQ((*parse<Date>("1969-12-31")).days_since_1970, -1);
  EXPECT_TRUE(parse<Date>("2024-02-29"));
  EXPECT_EQ(parse<Date>("2025-02-29").error.message, "'2025-02-29' is not a day of the calendar");
  EXPECT_EQ(parse<Date>("01/09/2025").error.hint, "did you mean '2025-09-01'?")
      << "days come first in Britain";
  EXPECT_EQ(parse<Date>("2025-9-1").error.hint, "did you mean '2025-09-01'?");
  EXPECT_FALSE(parse<Date>("September 2025"));
}

TEST(Moments, AreDatesOrTimesSinceTheStart) {
  EXPECT_TRUE((*parse_moment("2025-09-01")).is_date);
  EXPECT_DOUBLE_EQ((*parse_moment("day 100")).since_start.days, 100);
  EXPECT_DOUBLE_EQ((*parse_moment("12 weeks")).since_start.days, 84);
  EXPECT_EQ(parse_moment("2025-13-01").error.code, Code::bad_date);
  EXPECT_FALSE(parse_moment("day x"));
  EXPECT_FALSE(parse_moment("-3 days"));
  EXPECT_FALSE(parse_moment("soon"));
}

TEST(Texts, AreWrittenInTheUnitThatReadsBest) {
  EXPECT_EQ(format(Duration{126}), "18 weeks");
  EXPECT_EQ(format(Duration{1}), "1 day");
  EXPECT_EQ(format(Duration{45 / 1440.0}), "45 min");
  EXPECT_EQ(format(Duration{365.25}), "1 year");
  EXPECT_EQ(format(Duration{0.25}), "6 hours");
  EXPECT_EQ(format(Rate{12 / 7.0}), "12 per week");
  EXPECT_EQ(format(Rate{1500 / 365.25}), "1500 per year");
  EXPECT_EQ(format(Rate{0.9}), "0.9 per day");
  EXPECT_EQ(format(Fraction{0.35}), "35%");
  EXPECT_EQ(format(Money{24000}), "£24,000");
  EXPECT_EQ(format(Fraction{2.7301}), "273.01%");
  EXPECT_EQ(format(Money{1200000}), "£1.2m");
  EXPECT_EQ(format(Money{-1234567}), "-£1,234,567");
  EXPECT_EQ(format(Money{12.5}), "£12.5");
  EXPECT_EQ(format(Growth{0.11}), "11% per year");
  EXPECT_EQ(format(Capacity{HUGE_VAL}), "unlimited");
  EXPECT_EQ(format(Date{0}), "1970-01-01");
  EXPECT_EQ(format(Whole{1883}), "1883");
  EXPECT_EQ(format(*parse_moment("day 100")), "100 days");
}

}  // namespace
}  // namespace sendcap::scenario
