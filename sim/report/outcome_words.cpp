#include "outcome_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sendcap::report {

std::string subject_words(const experiment::Outcome& outcome) {
  if (outcome.subject_kind == model::SubjectKind::placement) return "waiting for a place";
  return fmt::format("{} ({})", outcome.subject, model::word(outcome.subject_kind));
}

std::string measure_words(const experiment::Outcome& outcome) {
  return fmt::format("{} ({})", outcome.name, outcome.unit);
}

std::string when_words(const experiment::Outcome& outcome) {
  return outcome.of_whole_run() ? "over the run" : "on " + outcome.date;
}

std::string pounds_shown(const engine::Interval& pounds) {
  const double largest = std::max(std::fabs(pounds.low), std::fabs(pounds.high));
  const bool in_millions = std::max(std::fabs(pounds.mean), std::isfinite(largest) ? largest : 0) >= 1e6;
  const double unit = in_millions ? 1e6 : 1;
  const double half = pounds.half_width() / unit;
  const int decimals = !in_millions ? 0
                                    : (half > 0 && std::isfinite(half)
                                           ? std::clamp(static_cast<int>(std::ceil(-std::log10(half))), 1, 3)
                                           : 2);
  const auto one = [&](double value) {
    const std::string number = shown(std::fabs(value) / unit, decimals);
    const bool nothing = number.find_first_not_of("0.,") == std::string::npos;
    return fmt::format("{}£{}{}", value < 0 && !nothing ? "−" : "", number, in_millions ? "m" : "");
  };
  if (!std::isfinite(pounds.half_width()) || pounds.half_width() == 0) return one(pounds.mean);
  return fmt::format("{} ({} to {})", one(pounds.mean), one(pounds.low), one(pounds.high));
}

Amount amount_of(const engine::Interval& difference, const std::string& unit) {
  Amount amount;
  amount.less = difference.mean < 0;
  engine::Interval size = difference;
  if (amount.less) size = {-difference.mean, -difference.high, -difference.low};
  if (unit == "pounds") {
    amount.text = pounds_shown(size);
  } else if (unit == "share") {
    amount.text = shown({size.mean * 100, size.low * 100, size.high * 100}) + " percentage points";
  } else {
    amount.text = shown(size);
  }
  return amount;
}

}  // namespace sendcap::report
