#include "sendcap/experiment/theil.hpp"

#include <algorithm>
#include <cmath>

namespace sendcap::experiment {

Theil theil_of(const std::vector<GroupShare>& groups) {
  double count = 0;
  double sum = 0;
  for (const GroupShare& group : groups)
    if (group.count > 0) {
      count += group.count;
      sum += group.count * group.value;
    }
  if (!(sum > 0)) {
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    return {kUnknown, kUnknown};
  }
  Theil index;
  const double mean = sum / count;
  for (const GroupShare& group : groups) {
    if (!(group.count > 0 && group.value > 0)) continue;  // x ln x tends to 0 with x
    const double share = group.count * group.value / sum;
    index.within += share * group.theil;
    index.between += share * std::log(group.value / mean);
  }
  index.between = std::max(index.between, 0.0);  // rounding, where all groups are equal
  return index;
}

double theil_of_share(double share) {
  return std::log(1 / share);
}

}  // namespace sendcap::experiment
