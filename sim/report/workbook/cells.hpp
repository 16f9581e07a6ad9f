#pragma once

#include <initializer_list>
#include <string>

#include "sendcap/report/workbook.hpp"

namespace sendcap::report {

// A row of labels, some with a remark after a bar: `low|the lower end of the interval`.
[[nodiscard]] Row labels(std::initializer_list<const char*> texts);

// A date of results: as a date or, of what has none, `whole run`.
[[nodiscard]] Cell date_cell(const std::string& iso, const std::string& otherwise);

// A number, or an empty cell for what is none (the bounds of an interval of one observation).
[[nodiscard]] Cell number_cell(double number, Look look = Look::plain);

}  // namespace sendcap::report
