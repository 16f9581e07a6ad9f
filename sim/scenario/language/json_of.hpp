#pragma once

#include <nlohmann/json.hpp>

#include "sendcap/scenario/language/node.hpp"

namespace sendcap::scenario {

/// The node as JSON: plain decimal numbers, `true` and `false` become JSON's own, all other scalars strings.
[[nodiscard]] nlohmann::ordered_json json_of(const Node& node);

}  // namespace sendcap::scenario
