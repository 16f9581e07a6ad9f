#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/trials.hpp"
#include "sendcap/model/measure.hpp"

// Finished replications as bytes: every number comes back to the last bit. Most of a county's results are 0,
// none, the same as the one before, or small counts, which take a byte or less; waits are whole days, so
// sevenths of a week. A checksum at the end tells what did not reach the disk whole.

namespace sendcap::store {

[[nodiscard]] std::string encode_row(const experiment::Row& row);
/// Empty when the bytes are damaged.
[[nodiscard]] std::optional<experiment::Row> decode_row(const std::string& bytes);

[[nodiscard]] std::string encode_measures(const model::Measures& measures);
/// Empty when the bytes are damaged.
[[nodiscard]] std::optional<model::Measures> decode_measures(const std::string& bytes);

}  // namespace sendcap::store
