#pragma once

#include <cmath>

namespace sendcap::model {

inline constexpr double kDaysPerWeek = 7.0;
/// A wait that is a whole number of weeks is within them in spite of rounding.
inline constexpr double kWeekRounding = 1e-9;
inline constexpr double k13WeeksInDays = 13 * kDaysPerWeek + kWeekRounding;
inline constexpr double k18WeeksInDays = 18 * kDaysPerWeek + kWeekRounding;

/// Waits are summed as multiples of a 2^-20th of the resolution (rounded to a power of two), which makes sums
/// exact: the same children give the same mean in whatever order they stand, so that a plan leaves
/// unconnected lists exactly as they were. Adding and taking away this number rounds a wait to such a
/// multiple.
[[nodiscard]] inline double rounding_shift(double resolution) {
  int exponent = 0;
  std::frexp(resolution, &exponent);
  return std::ldexp(1.5, 52 - 20 + exponent - 1);
}

/// x log x of a wait, rounded in the same way, for Theil's index.
[[nodiscard]] inline double x_log_x(double wait_days, double shift) {
  return wait_days > 0 ? (wait_days * std::log(wait_days) + shift) - shift : 0.0;
}

}  // namespace sendcap::model
