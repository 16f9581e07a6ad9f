#pragma once

#include <filesystem>
#include <vector>

#include "sendcap/report/page.hpp"

namespace sendcap::app {

// Writes the report made of these documents, and says where it is unless quiet. Throws UsageFault when the
// documents are none, and MachineFault.
void write_report_page(const std::vector<report::PageDocument>& documents, const std::filesystem::path& file,
                       bool quiet);

}  // namespace sendcap::app
