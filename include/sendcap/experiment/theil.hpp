#pragma once

#include <limits>
#include <vector>

namespace sendcap::experiment {

/// A Theil index (Theil 1967, Economics and Information Theory): 0 when all are equal. What lies within the
/// groups and what between them add up to it (Shorrocks 1980, The Class of Additively Decomposable Inequality
/// Measures).
struct Theil {
  double within = 0;   ///< NaN when it can not be known, as of counts of what befell children
  double between = 0;  ///< NaN when nobody has anything
  [[nodiscard]] double total() const { return within + between; }
};

/// One group: how many are in it, what they have on average, and how unequally they have it.
struct GroupShare {
  double count = 0;
  double value = std::numeric_limits<double>::quiet_NaN();  ///< mean, of each of them
  double theil = std::numeric_limits<double>::quiet_NaN();  ///< within the group
};

/// The Theil index of all, from the groups. A group of nobody counts for nothing.
[[nodiscard]] Theil theil_of(const std::vector<GroupShare>& groups);

/// Theil's index of something that each one has or has not, when this share has it: ln(1/share).
[[nodiscard]] double theil_of_share(double share);

}  // namespace sendcap::experiment
