#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sendcap/engine/interval.hpp"
#include "sendcap/experiment/contrast.hpp"

namespace sendcap::experiment {

/// A curve seen through replications: for each argument its value in each replication, the same random
/// numbers at all arguments; NaN where it has none. False when it was stopped early.
using Curve = std::function<bool(const std::vector<double>& at, std::vector<std::vector<double>>& values)>;

/// Where the mean of a curve is 0.
struct BreakEven {
  enum class Found : std::uint8_t {
    crossing,      ///< once, from the one sign to the other, both clear
    perhaps,       ///< clearly to one side somewhere, elsewhere not to be told from 0
    several,       ///< its sign changes clearly more than once
    nowhere,       ///< clearly to one side throughout
    unclear,       ///< nowhere to be told from 0
    exactly_zero,  ///< 0 in every replication throughout
    unknown        ///< stopped before anything could be said
  };
  struct Point {
    double at = 0;
    Difference value;
  };

  Found found = Found::unknown;
  std::vector<Point> points;             ///< where it was looked at, in order
  std::optional<engine::Interval> root;  ///< where the mean crosses 0 and where the true root may lie
  bool open_below = false;               ///< the interval goes on below the arguments looked at
  bool open_above = false;
};

struct BreakEvenOptions {
  double from = 0;
  double to = 1;
  bool whole = false;        ///< only whole arguments can be looked at
  std::size_t at_first = 5;  ///< arguments looked at first, equally spaced
  std::size_t refinements = 3;
  double level = 0.95;
};

/// Looks for the root: a grid first, then regula falsi about the crossing (also where its interval ends, so
/// that little is interpolated). Between neighbouring arguments each replication's curve is taken as
/// straight. The interval is the set of arguments at which Student's t test can not tell the mean from 0, as
/// Fieller (1954, Some Problems in Interval Estimation) did for a straight line: it covers a true root as
/// often as `level` says when values are normal, and goes on without end where the curve never gets clear of
/// 0.
[[nodiscard]] BreakEven find_break_even(const Curve& curve, const BreakEvenOptions& options);

}  // namespace sendcap::experiment
