#pragma once

#include <filesystem>

#include "output_folder.hpp"
#include "sendcap/report/workbook.hpp"

namespace sendcap::app {

// The file of a workbook, begun before the work that it reports, so that a place that can not be written is
// told at once.
class WorkbookFile {
 public:
  // Throws MachineFault when it can not be begun.
  explicit WorkbookFile(const std::filesystem::path& path) : path_(path), file_(path, "--xlsx") {}

  // Writes the workbook, and says where it is unless quiet. Throws MachineFault.
  void write(const report::Workbook& workbook, bool quiet);

 private:
  std::filesystem::path path_;
  OutputFile file_;
};

}  // namespace sendcap::app
