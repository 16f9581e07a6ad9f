#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace sendcap::experiment {

/// A point of a lattice: whole numbers, from 0 to one below the size of each coordinate.
using LatticePoint = std::vector<std::uint32_t>;

/// What is seen of a point so far.
struct Glimpse {
  double goal = 0;          ///< mean; the less the better
  double beyond_limit = 0;  ///< mean cost above what is allowed; 0 or less when it can be afforded

  /// What can be afforded before what can not; of those the lower goal; of the others the nearer to the
  /// limit.
  [[nodiscard]] bool better_than(const Glimpse& other) const;
};

/// Observes points, each so many times in all, and says what was seen. Empty when it was stopped.
using LookAt = std::function<std::optional<std::vector<Glimpse>>(const std::vector<LatticePoint>& points,
                                                                 std::uint32_t observations)>;

struct HyperboxOptions {
  std::uint64_t seed = 1;
  std::size_t most_points = 300;  ///< so many are looked at, at most
  std::size_t points_at_once = 5;
  std::uint32_t first_observations = 5;
};

struct Visited {
  std::vector<LatticePoint> points;  ///< in the order in which they were first looked at
  std::uint32_t observations = 0;    ///< the most that any was given
  std::size_t climbs = 0;            ///< how many local searches were begun
  bool stopped = false;
};

/// Looks for good points of a lattice too large to try all, with the adaptive hyperbox algorithm (Xu, Nelson
/// and Hong 2013, An Adaptive Hyperbox Algorithm for High-Dimensional Discrete Optimization via Simulation
/// Problems, INFORMS Journal on Computing 25(1)): new points are drawn evenly from the smallest box around
/// the best point so far that other points looked at bound, until all its neighbours are known to be worse;
/// observations of a point grow with the logarithm of the number of rounds. A search that has found such a
/// local optimum is begun again elsewhere, as in Industrial Strength COMPASS (Xu, Nelson and Hong 2010, ACM
/// TOMACS 20(1)), until `most_points` have been looked at. `first` are looked at to begin with. It promises
/// nothing about points never looked at; the best of those visited is to be chosen from observations of their
/// own (Boesel, Nelson and Kim 2003, Using Ranking and Selection to "Clean Up" after Simulation Optimization,
/// Operations Research 51(5)).
[[nodiscard]] Visited search_lattice(const std::vector<std::uint32_t>& sizes,
                                     const std::vector<LatticePoint>& first, const LookAt& look_at,
                                     const HyperboxOptions& options);

}  // namespace sendcap::experiment
