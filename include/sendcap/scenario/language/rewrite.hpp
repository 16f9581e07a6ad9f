#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/language/source.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// What a `Value` that stands in a file is to become. Numbers are in the base unit.
struct NewValue {
  Place place;  ///< `Value::place`
  QuantityKind kind = QuantityKind::number;
  double is = 0;
  std::vector<double> then;            ///< later values in their order; as many as there are
  std::optional<Range<double>> range;  ///< stays as it is unless given, like the next two
  std::string source;
  Quality quality = Quality::unstated;
};

/// The text of a file of `sources` with some of its values changed where they stand: all else, comments too,
/// stays as it is, byte for byte. The new text is read again and compared; where a value is written in a way
/// that can not be changed safely, that is an error and there is no text.
[[nodiscard]] std::optional<std::string> rewrite(const Sources& sources, std::uint32_t file,
                                                 const std::vector<NewValue>& values,
                                                 Diagnostics& diagnostics);

/// The number nearest to a value that has no more figures than its error bears (two figures of the error), in
/// the unit that `format_quantity` gives to a number like `like`.
[[nodiscard]] double rounded_quantity(QuantityKind kind, double value, double error, double like);

}  // namespace sendcap::scenario
