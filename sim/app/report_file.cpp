#include "report_file.hpp"

#include <fmt/format.h>

#include <iostream>
#include <stdexcept>

#include "faults.hpp"
#include "output_folder.hpp"

namespace sendcap::app {

void write_report_page(const std::vector<report::PageDocument>& documents, const std::filesystem::path& file,
                       bool quiet) {
  std::string page;
  try {
    page = report::report_page(documents);
  } catch (const std::invalid_argument& wrong) {
    throw UsageFault(fmt::format("no report can be made: {}", wrong.what()));
  }
  write_file(file, page);
  if (!quiet) std::cerr << fmt::format("The report is in {}\n", file.string());
}

}  // namespace sendcap::app
