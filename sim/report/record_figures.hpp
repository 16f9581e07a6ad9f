#pragma once

#include <string>
#include <vector>

#include "sendcap/report/record.hpp"
#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

// A figure that a file gives, as the record lists it.
struct RecordedFigure {
  std::string path;
  std::string meaning;  // what the figure is, as the reference says it
  std::string value;    // `12 per week, from 1 September 2025 14 per week`
  std::string range;    // `10 per week to 14 per week`; empty where none is given
  std::string source;
  scenario::Quality quality = scenario::Quality::unstated;
};

// All figures of which something is said (a quality or a range), in the order of the language. Figures of a
// table of children have the note of their table and are not among them.
[[nodiscard]] std::vector<RecordedFigure> figures_of(const scenario::Scenario& scenario);
// The same of a plan, with its title before each path.
[[nodiscard]] std::vector<RecordedFigure> figures_of(const scenario::Plan& plan);

// Tables of them, in Markdown.
[[nodiscard]] std::string sources_table(const std::vector<RecordedFigure>& figures);
[[nodiscard]] std::string inputs_table(const std::vector<RecordedFigure>& figures);
[[nodiscard]] std::string assumptions_table(const std::vector<RecordedFigure>& figures,
                                            const std::vector<Impact>& impacts);

}  // namespace sendcap::report
