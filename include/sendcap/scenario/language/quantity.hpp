#pragma once

#include <cstdint>

namespace sendcap::scenario {

// The kinds of number a scenario holds. Each is its own type, so that a rate can not be read where a
// duration is meant; the unit is in the name of the member.

/// A length of time. `45 min`, `6 hours`, `14 days`, `18 weeks`, `3 months`, `2 years` in a file.
/// A year is 365.25 days and a month a twelfth of it.
struct Duration {
  double days = 0;
};

/// How often something happens. `12 per week`, `1,500 per year`, `0.9 per day` in a file.
struct Rate {
  double per_day = 0;
};

/// A share of a whole or a probability. `35%` or `0.35` in a file.
struct Fraction {
  double value = 0;
};

/// Money in pounds sterling. `£24,000`, `£1.2m` in a file.
struct Money {
  double pounds = 0;
};

/// A relative change per year. `11% per year` in a file.
struct Growth {
  double per_year = 0;
};

/// A plain number, perhaps with a fraction. `2.5`, `1,883` in a file.
struct Number {
  double value = 0;
};

/// A whole number. `14`, `1,883` in a file.
struct Whole {
  std::int64_t value = 0;
};

/// A number of people or servers, or no limit. `14`, `2.5` or `unlimited` (infinity) in a file.
struct Capacity {
  double value = 0;
};

/// A day of the calendar, as days since 1970-01-01. `2025-09-01` in a file.
struct Date {
  std::int32_t days_since_1970 = 0;

  friend bool operator==(Date left, Date right) { return left.days_since_1970 == right.days_since_1970; }
  friend bool operator<(Date left, Date right) { return left.days_since_1970 < right.days_since_1970; }
};

/// A point on the clock: a date, or a time since the start (`day 100`, `12 weeks`).
struct Moment {
  bool is_date = false;
  Date date;             ///< when `is_date`
  Duration since_start;  ///< otherwise
};

}  // namespace sendcap::scenario
