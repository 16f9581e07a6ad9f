#pragma once

#include <string>

#include "sendcap/experiment/contrast.hpp"

namespace sendcap::report {

// The first columns of a line, of which worlds and which figure it is; kFigureColumns names them.
inline constexpr const char* kFigureColumns = "plan,less,date,measure,service,kind,group,unit";
[[nodiscard]] std::string figure_fields(const experiment::Study& study, const experiment::Contrast& contrast,
                                        const experiment::Figure& figure);

// Appends mean, low and high, each with a comma before it.
void append_bounds(std::string& line, const engine::Interval& interval);

}  // namespace sendcap::report
