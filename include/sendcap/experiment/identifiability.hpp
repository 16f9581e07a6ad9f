#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace sendcap::experiment {

/// How strongly each input moves each figure: one row a figure, one value an input, in standard errors of the
/// figure by the whole range of the input.
using Sensitivities = std::vector<std::vector<double>>;

/// Inputs that figures can not tell apart: a change of one is made good by changes of the others.
struct Confounded {
  std::vector<std::size_t> inputs;  ///< the smallest such set, by number
  double collinearity = 0;          ///< infinite when nothing at all tells them apart
  /// Parts of their ranges that go together and leave the figures about as they are; the first is positive
  /// and the largest is 1.
  std::vector<double> exchange;
};

/// The collinearity index of some inputs (Brun, Reichert and Kuensch 2001, Practical identifiability analysis
/// of large environmental simulation models, Water Resources Research 37(4)): a change of one
/// input by so much that the figures move by γ can be made good by the others but for a rest of 1. Infinite
/// when there are fewer figures than inputs.
[[nodiscard]] double collinearity_index(const Sensitivities& sensitivities,
                                        const std::vector<std::size_t>& inputs);

/// From here on inputs are not told apart. Brun, Reichert and Kuensch find indices beyond 10 to 15 poor.
inline constexpr double kMostCollinear = 15;

/// The smallest set of inputs with an index above the bound, the worst of equals; none when all can be told
/// apart.
[[nodiscard]] std::optional<Confounded> confounded(const Sensitivities& sensitivities,
                                                   double most = kMostCollinear);

/// The root of the sum of squares of an input: how many standard errors all figures together move over its
/// range.
[[nodiscard]] double strength(const Sensitivities& sensitivities, std::size_t input);

}  // namespace sendcap::experiment
