#pragma once

#include <string>

#include "sendcap/model/measure.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

/// The world of a scenario as a document (UTF-8, docs/results.md): districts with their roads and quickest
/// journeys, provision, pathways as graphs, and what was published. Pictures that no result draws are drawn
/// of it. The layout is that of the scenario compiled; published series that the results do not have are left
/// out.
[[nodiscard]] std::string world_json(const scenario::Scenario& scenario, const model::MeasureLayout& layout);

}  // namespace sendcap::report
