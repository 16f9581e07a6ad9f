#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace sendcap::model {

/// A road between two districts, used both ways.
struct RoadBetween {
  std::size_t from = 0;  ///< number of a district
  std::size_t to = 0;
  double days = 0;
};

/// The length of a journey where no road leads.
inline constexpr double kNoRoad = std::numeric_limits<double>::infinity();

/// The quickest journey from each district to each, in days, by district and district (Dijkstra 1959, "A note
/// on two problems in connexion with graphs"): kNoRoad where none leads there, 0 from a district to itself.
[[nodiscard]] std::vector<std::vector<double>> quickest_journeys(std::size_t districts,
                                                                 const std::vector<RoadBetween>& roads);

}  // namespace sendcap::model
