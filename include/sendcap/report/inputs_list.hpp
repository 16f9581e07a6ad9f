#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "sendcap/experiment/study.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::report {

/// The inputs of a study that are told to people: all but the cells of tables of children (`mixes`) of which
/// nothing is said. These have the note of their table, and may be counts of few real children.
[[nodiscard]] std::vector<experiment::Input> listed_inputs(const experiment::Study& study);

/// Inputs as text for a terminal of 80 columns (UTF-8): of each its path, value and range, what it is, how
/// far it can be trusted and where it stands. `sources` are those of which the inputs were read.
[[nodiscard]] std::string inputs_text(const std::vector<experiment::Input>& inputs,
                                      const scenario::Sources& sources);

/// The same as CSV (docs/results.md), numbers in the unit of their line.
void write_inputs_csv(std::ostream& out, const std::vector<experiment::Input>& inputs,
                      const scenario::Sources& sources);

}  // namespace sendcap::report
