#include "report_file.hpp"

#include <fmt/format.h>

#include <iostream>
#include <stdexcept>

#include "faults.hpp"

namespace sendcap::app {

void ReportFile::write(const std::vector<report::PageDocument>& documents, bool quiet) {
  try {
    file_.stream() << report::report_page(documents);
  } catch (const std::invalid_argument& wrong) {
    throw UsageFault(fmt::format("no report can be made: {}", wrong.what()),
                     "the files of results must be as this version of the program wrote them: run it again");
  }
  file_.complete();
  if (!quiet) std::cerr << fmt::format("The report is in {}\n", path_.string());
}

}  // namespace sendcap::app
