#include "free_room.hpp"

#include <algorithm>
#include <cmath>

namespace sendcap::report {

void FreeRoom::take(PicturePoint middle, double width, double height) {
  taken_.push_back({middle, width, height});
}

double FreeRoom::covered(const Taken& one) const {
  double area = 0;
  for (const Taken& other : taken_) {
    const double across = (one.width + other.width) / 2 - std::abs(one.middle.x - other.middle.x);
    const double down = (one.height + other.height) / 2 - std::abs(one.middle.y - other.middle.y);
    if (across > 0 && down > 0)
      area += std::min({across, one.width, other.width}) * std::min({down, one.height, other.height});
  }
  return area;
}

PicturePoint FreeRoom::put(const std::vector<PicturePoint>& points, double width, double height) {
  PicturePoint best = points.front();
  double least = covered({best, width, height});
  for (const PicturePoint& point : points) {
    if (least == 0) break;
    const double area = covered({point, width, height});
    if (area >= least) continue;
    best = point;
    least = area;
  }
  take(best, width, height);
  return best;
}

}  // namespace sendcap::report
