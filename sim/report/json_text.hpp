#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "sendcap/engine/interval.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

using Json = nlohmann::ordered_json;

// The document with each entry of an object, and each item of a list of objects, on a line of its own down to
// a depth that people read; what is deeper stands on one line.
[[nodiscard]] std::string readable(const Json& document);

// A number, or null where it is none (the bounds of an interval of one observation).
[[nodiscard]] Json number(double value);

// `{"mean": …, "low": …, "high": …}`.
[[nodiscard]] Json interval(const engine::Interval& interval);

// What was asked for: program, scenario, files, seed, confidence.
[[nodiscard]] Json described(const RunDescription& description);

}  // namespace sendcap::report
