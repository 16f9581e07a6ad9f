#pragma once

#include <vector>

#include "picture_point.hpp"

namespace sendcap::report {

// Points whose distances in the plane come as near as they can to the lengths of journeys between them
// (classical scaling; Torgerson 1952, "Multidimensional scaling: I. Theory and method"). By place and place;
// where no road leads (not finite) the longest journey and a half stands. The same journeys always give the
// same points; which way is up, and which of two mirror images it is, means nothing.
[[nodiscard]] std::vector<PicturePoint> places_by_journey(const std::vector<std::vector<double>>& minutes);

}  // namespace sendcap::report
