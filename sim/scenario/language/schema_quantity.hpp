#pragma once

#include <nlohmann/json.hpp>

#include "scenario/language/limits.hpp"

namespace sendcap::scenario {

/// What a quantity may look like in a file, as JSON Schema. With `unit_may_be_left_out`, as within a range.
[[nodiscard]] nlohmann::ordered_json quantity_schema(QuantityKind kind, const Limits& limits,
                                                     bool unit_may_be_left_out = false);
[[nodiscard]] nlohmann::ordered_json moment_schema();

}  // namespace sendcap::scenario
