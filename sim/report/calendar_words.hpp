#pragma once

#include <cstdint>
#include <string>

namespace sendcap::report {

// Points in time as days since 1970-01-01, in words of the Gregorian calendar.

// The whole day in which a point lies.
[[nodiscard]] std::int64_t calendar_day(double days_since_1970);

// `12 March 2025`, and `12 Mar 2025`.
[[nodiscard]] std::string date_in_words(std::int64_t day);
[[nodiscard]] std::string short_date_in_words(std::int64_t day);

// `2025-03-12T09:30:00`, rounded down to the second.
[[nodiscard]] std::string timestamp(double days_since_1970);

// A length of time as people say it: `35 minutes`, `5 hours`, `9 days`, `41 weeks`.
[[nodiscard]] std::string length_in_words(double days);

}  // namespace sendcap::report
