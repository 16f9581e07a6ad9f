#pragma once

#include <optional>
#include <string>

#include "sendcap/model/measure.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::experiment {

// What a user calls a series of results.
struct SeriesName {
  const scenario::Name& measure;
  const scenario::Name& subject;
  const std::optional<scenario::Name>& group;  // all unless given
};

struct Series {
  const model::Column* column = nullptr;
  std::size_t group = 0;
};

// Finds it. A subject may be written as the tables of results write it, with its kind behind it where the
// name alone stands for several things: `occupational therapy (pathway)`; without, a service goes before.
// What the results do not have is an error with the nearest name, and then there is no series.
[[nodiscard]] std::optional<Series> find_series(const SeriesName& name, const model::MeasureLayout& layout,
                                                const std::string& path, scenario::Diagnostics& diagnostics);

// Finds a day among the dates for which results are given; when it is not there, says which are nearest.
[[nodiscard]] std::optional<std::size_t> find_report_date(scenario::Date day, scenario::Place place,
                                                          const model::MeasureLayout& layout,
                                                          const std::string& path,
                                                          scenario::Diagnostics& diagnostics);

}  // namespace sendcap::experiment
