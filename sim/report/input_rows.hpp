#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sendcap/experiment/study.hpp"

namespace sendcap::report {

// A value of an input for tables: a number of its unit; an ISO date; or a word (`yes`, `unlimited`). Nothing
// where there is none.
using InputValue = std::variant<std::monostate, double, std::string>;

// One line of a list of inputs.
struct InputRow {
  const experiment::Input& input;
  std::string unit;  // `per week`, `%`, `£`; empty for a bare number, and for what is no number
  InputValue value;
  InputValue low;          // of its range, in the same unit
  InputValue high;         // likewise
  std::string as_written;  // `12 per week`, as a file and --set have it
  std::string quality;     // empty when it is not stated
  std::string also_at;     // further paths at which it is used
};

[[nodiscard]] InputRow row_of(const experiment::Input& input);

}  // namespace sendcap::report
