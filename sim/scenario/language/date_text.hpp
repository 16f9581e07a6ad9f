#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::scenario {

/// Strictly `2025-09-01`, as days since 1970-01-01.
[[nodiscard]] Parsed<double> parse_date(std::string_view text);
[[nodiscard]] std::string format_date(std::int32_t days_since_1970);

/// Whether the text was meant as a date, rightly written or not.
[[nodiscard]] bool looks_like_date(std::string_view text);

}  // namespace sendcap::scenario
