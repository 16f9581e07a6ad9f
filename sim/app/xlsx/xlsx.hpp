#pragma once

#include <string>

#include "sendcap/report/workbook.hpp"

namespace sendcap::app {

// The bytes of a workbook as a file of Office Open XML; the same workbook always gives the same. Throws
// MachineFault when there is no room for it in memory or in the folder of temporary files.
[[nodiscard]] std::string xlsx(const report::Workbook& workbook);

}  // namespace sendcap::app
