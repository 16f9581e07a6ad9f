#pragma once

#include <optional>
#include <vector>

#include "sendcap/engine/interval.hpp"

namespace sendcap::engine {

/// The ratio of two means observed in pairs, with the interval of Fieller (1954, Some Problems in Interval
/// Estimation, Journal of the Royal Statistical Society B 16), exact when the pairs are normal. Empty when
/// the mean of the denominators is not clearly different from 0 at this level: then no ratio can be named.
/// REQUIRES: as many of the one as of the other. Throws std::invalid_argument unless 0 < level < 1.
std::optional<Interval> ratio_interval(const std::vector<double>& numerators,
                                       const std::vector<double>& denominators, double level);

}  // namespace sendcap::engine
