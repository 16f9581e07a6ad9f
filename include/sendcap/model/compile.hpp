#pragma once

#include <optional>

#include "sendcap/model/model.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::model {

/// Turns a scenario into a model that can be run: names into indices, tables into alias tables, roads into
/// journeys. Whatever does not fit together (unknown names, shares that do not sum to 100%, a cycle with no
/// way out, a service never reached …) is added to the diagnostics; empty when one of them is an error.
[[nodiscard]] std::optional<Model> compile(const scenario::Scenario& scenario,
                                           scenario::Diagnostics& diagnostics);

}  // namespace sendcap::model
