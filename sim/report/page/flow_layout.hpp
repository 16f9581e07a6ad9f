#pragma once

#include <cstddef>
#include <vector>

#include "picture_point.hpp"

namespace sendcap::report {

// How a directed graph is drawn from above to below: boxes in layers, ways between them past the boxes of the
// layers they cross.

struct FlowBox {
  double width = 0;   // given
  double height = 0;  // given
  PicturePoint centre;
};

struct FlowWay {
  std::size_t from = 0;  // given
  std::size_t to = 0;    // given
  std::vector<PicturePoint> through;
};

struct FlowLayout {
  std::vector<FlowBox> boxes;
  std::vector<FlowWay> ways;
  double width = 0;
  double height = 0;
};

// Places the boxes and finds the ways (Sugiyama, Tagawa and Toda 1981, "Methods for visual understanding of
// hierarchical system structures": layers by the longest way, order within them by barycentres). The same
// graph is always drawn alike.
void lay_out(FlowLayout& layout);

}  // namespace sendcap::report
