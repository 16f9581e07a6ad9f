#pragma once

namespace sendcap::report {

// A point of a picture, in pixels from its left and its upper edge.
struct PicturePoint {
  double x = 0;
  double y = 0;
};

}  // namespace sendcap::report
