#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::scenario {

/// How often and how large a world is to be made again.
struct RepeatOrder {
  std::size_t areas = 1;  ///< copies that stand side by side
  double size = 1;        ///< of an area, on average, as a multiple of the world
  double spread = 0;      ///< standard deviation of the logarithm of the areas' sizes
};

/// A world made larger, or many of it in one.
struct Repeated {
  Scenario scenario;
  std::vector<double> sizes;           ///< of the areas, as multiples of the world, smallest first
  std::size_t rounded_to_nothing = 0;  ///< whole numbers above 0 that an area is too small to have any of
};

/// The sizes of areas: even quantiles of a lognormal distribution whose logarithm has the standard deviation
/// `spread`, brought to the mean `size`; in ascending order. Needs at least one area.
[[nodiscard]] std::vector<double> area_sizes(const RepeatOrder& order);

/// The same world with more children and as much more capacity, or copies of it side by side in one scenario.
/// Rates of arrival, children at the start, staff, sessions, places and sums of money grow with the size;
/// durations, shares, prices and rules stay. In an area smaller than the world, sessions hold fewer slots
/// (and cost less) instead of being fewer. Whole numbers are rounded so that their sum over the areas is
/// kept. Several areas have names of their own (`area 2: therapy`), and children of one have no way to the
/// services and places of another. Notes about values are kept for one area and left out for several; targets
/// and observed figures are of the one place and left out always. Empty when `diagnostics` has an error for
/// what can not be made larger.
[[nodiscard]] std::optional<Repeated> repeat(const Scenario& world, const RepeatOrder& order,
                                             Diagnostics& diagnostics);

}  // namespace sendcap::scenario
