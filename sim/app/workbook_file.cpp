#include "workbook_file.hpp"

#include <fmt/format.h>

#include <iostream>

#include "xlsx/xlsx.hpp"

namespace sendcap::app {

void WorkbookFile::write(const report::Workbook& workbook, bool quiet) {
  file_.stream() << xlsx(workbook);
  file_.complete();
  if (!quiet) std::cerr << fmt::format("The workbook is in {}\n", path_.string());
}

}  // namespace sendcap::app
