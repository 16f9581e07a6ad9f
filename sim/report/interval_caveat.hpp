#pragma once

#include <string>

namespace sendcap::report {

// What an interval leaves out, and what shows it: said beside the findings of a run and under its tables.
[[nodiscard]] std::string interval_caveat();

}  // namespace sendcap::report
