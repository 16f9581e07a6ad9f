#pragma once

#include <iosfwd>

#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

/// The world of a scenario as a planner reads it: pictures, and words with every figure and where it comes
/// from. A Markdown page (UTF-8, CommonMark with tables); the pictures are Mermaid flowcharts in fenced
/// blocks, which most viewers of Markdown draw. The scenario is one whose names all fit together
/// (model::compile); the same scenario always gives the same page.
void write_description(const scenario::Scenario& scenario, std::ostream& out);

/// A plan in words: what each of its interventions does, and with which figures. Markdown, likewise.
void write_plan_description(const scenario::Plan& plan, std::ostream& out);

/// The picture of the whole world alone, as a fenced Mermaid block.
void write_overview(const scenario::Scenario& scenario, std::ostream& out);

/// The pictures alone, each under a heading: one of the whole world and one for each pathway.
void write_diagrams(const scenario::Scenario& scenario, std::ostream& out);

}  // namespace sendcap::report
