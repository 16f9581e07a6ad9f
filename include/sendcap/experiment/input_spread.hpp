#pragma once

#include <cstdint>

#include "sendcap/experiment/study.hpp"

namespace sendcap::experiment {

/// How an uncertain input is spread over its range.
enum class Spread : std::uint8_t {
  triangular,  ///< most likely what it is now, less and less likely towards both ends
  uniform      ///< equally likely throughout
};

/// The value below which an input lies with this probability. A whole number, a day or a flag is rounded.
/// REQUIRES: a range, and 0 < probability < 1.
[[nodiscard]] double quantile(const Input& input, Spread spread, double probability);

/// The nearest value that an input of its kind can have.
[[nodiscard]] double settled(const Input& input, double value);

/// Whether an input can only have whole values.
[[nodiscard]] bool is_whole(const Input& input);

}  // namespace sendcap::experiment
