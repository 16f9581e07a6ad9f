#pragma once

#include <string>

#include "flowchart.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

// Pictures of a scenario; those called diagrams as fenced blocks of Markdown.

// The whole world: who comes, the pathways, the kinds of provision, and the ways of cases between them.
[[nodiscard]] Flowchart overview_chart(const scenario::Scenario& scenario);
[[nodiscard]] std::string overview_diagram(const scenario::Scenario& scenario);

// What happens to some children beside that: while they wait, while they are placed, and afterwards.
[[nodiscard]] std::string meanwhile_diagram(const scenario::Scenario& scenario);

// The steps of a pathway, the ways between them with their shares, what may happen meanwhile, and the ends.
[[nodiscard]] Flowchart pathway_chart(const scenario::Scenario& scenario, const scenario::Pathway& pathway);
[[nodiscard]] std::string pathway_diagram(const scenario::Scenario& scenario,
                                          const scenario::Pathway& pathway);

}  // namespace sendcap::report
