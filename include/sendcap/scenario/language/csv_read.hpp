#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::scenario {

/// A field of a table, without its quotes, and where it stands.
struct CsvField {
  std::string text;
  Place place;
};

using CsvRecord = std::vector<CsvField>;

/// Reads one text of `sources` as comma-separated values (RFC 4180). The first record names the columns; all
/// others have as many fields. Lines may end with or without a carriage return; empty lines, and lines that
/// begin with `#` (notes on where the figures come from), are passed over; spaces around a field without
/// quotes do not count. Every mistake is in `diagnostics`, and then there is no result.
[[nodiscard]] std::optional<std::vector<CsvRecord>> read_csv(const Sources& sources, std::uint32_t file,
                                                             Diagnostics& diagnostics);

}  // namespace sendcap::scenario
