#pragma once

#include <xlsxwriter.h>

#include <map>
#include <utility>

#include "sendcap/report/workbook.hpp"

namespace sendcap::app {

// The formats of a workbook by what a cell is, each made when it is first used.
class Formats {
 public:
  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}

  // Null for a cell without any.
  [[nodiscard]] lxw_format* of(const report::Cell& cell);

 private:
  [[nodiscard]] lxw_format* make(report::Look look, bool aside) const;

  lxw_workbook* workbook_;
  std::map<std::pair<report::Look, bool>, lxw_format*> made_;
};

}  // namespace sendcap::app
