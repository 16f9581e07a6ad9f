#pragma once

#include <vector>

#include "picture_point.hpp"

namespace sendcap::report {

// What already stands in a picture, so that words are put where there is room for them.
class FreeRoom {
 public:
  // Something of this size stands with its middle here.
  void take(PicturePoint middle, double width, double height);

  // Of the points, of which there is at least one, the first at which something of this size lies on nothing
  // else; where there is none, that at which it covers least. It then stands there.
  PicturePoint put(const std::vector<PicturePoint>& points, double width, double height);

 private:
  struct Taken {
    PicturePoint middle;
    double width = 0;
    double height = 0;
  };

  // The area that lies on something else.
  [[nodiscard]] double covered(const Taken& one) const;

  std::vector<Taken> taken_;
};

}  // namespace sendcap::report
