#pragma once

#include <filesystem>
#include <vector>

#include "output_folder.hpp"
#include "sendcap/report/page.hpp"

namespace sendcap::app {

// The file of a report, begun before the work that it reports, so that a place that can not be written is
// told at once.
class ReportFile {
 public:
  // Throws MachineFault when it can not be begun. The option is that by which the user chose the place.
  ReportFile(const std::filesystem::path& path, const std::string& option)
      : path_(path), file_(path, option) {}

  // Writes the report made of these documents, and says where it is unless quiet. Throws UsageFault when the
  // documents are none, and MachineFault.
  void write(const std::vector<report::PageDocument>& documents, bool quiet);

 private:
  std::filesystem::path path_;
  OutputFile file_;
};

}  // namespace sendcap::app
