#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/outcome.hpp"
#include "sendcap/model/measure.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/source.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::experiment {

/// A published or counted figure that a scenario should come near to.
struct Observation {
  std::size_t outcome = 0;  ///< of Outcomes: where the same figure of the model is recorded
  double value = 0;         ///< in the unit of the measure
  /// How far the figure itself may be from what it counts (sampling, rounding), as a standard deviation.
  std::optional<double> standard_error;
  scenario::Place place;
};

/// What a table is about, where its lines do not say.
struct ObservedSubject {
  std::optional<scenario::Name> measure;
  std::optional<scenario::Name> subject;
  std::optional<scenario::Name> group;
};

/// Reads observed figures from CSV (see read_csv). Columns, in any order: `date` and `value`; `measure`,
/// `subject` and `group`, unless `about` gives them for all lines; `standard error`. A date is one for which
/// results are given, or `whole run`. Each figure is asked for in `outcomes`. All mistakes are in
/// `diagnostics`, and then there is no result.
[[nodiscard]] std::optional<std::vector<Observation>> read_observations(
    const scenario::Sources& sources, std::uint32_t file, const ObservedSubject& about,
    const model::MeasureLayout& layout, Outcomes& outcomes, scenario::Diagnostics& diagnostics);

}  // namespace sendcap::experiment
