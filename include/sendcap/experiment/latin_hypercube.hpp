#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sendcap::experiment {

/// A Latin hypercube sample of the unit cube (McKay, Beckman and Conover 1979, A Comparison of Three Methods
/// for Selecting Values of Input Variables in the Analysis of Output from a Computer Code, Technometrics 21):
/// each dimension is cut into as many strata as there are points, each stratum holds one point, at random in
/// it, and strata are paired at random. Gives by point and dimension a number in (0, 1).
///
/// Each dimension is drawn from a stream of its own, known by its name: a dimension more moves no other.
[[nodiscard]] std::vector<std::vector<double>> latin_hypercube(std::size_t points,
                                                               const std::vector<std::string>& dimensions,
                                                               std::uint64_t seed);

}  // namespace sendcap::experiment
