#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sendcap/experiment/sensitivity.hpp"

namespace sendcap::experiment {

/// Whether a difference keeps its direction wherever each input stands in its range, one at a time.
struct Steadiness {
  /// An end of a range at which the direction is clearly the other one, and where it turns.
  struct Turn {
    std::size_t input = 0;
    double end = 0;
    BreakEven found;  ///< between the input as it stands and that end
  };
  /// An end at which the direction is not clear.
  struct Doubt {
    std::size_t input = 0;
    double end = 0;
    bool nothing = false;  ///< as the difference is exactly 0 there
  };
  std::vector<Turn> turns;
  std::vector<Doubt> doubts;
};

/// Looks at both ends of every range, with so many replications where a few left it open. REQUIRES: the
/// tornado is of a difference that is clear as it stands.
[[nodiscard]] Steadiness find_steadiness(CarefulTrials& trials, const Tornado& tornado,
                                         std::uint32_t replications, double level);

}  // namespace sendcap::experiment
