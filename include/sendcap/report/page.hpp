#pragma once

#include <string>

namespace sendcap::report {

/// The documents that a report is made of, as the program writes them (docs/results.md); empty where there is
/// none.
struct PageDocuments {
  std::string summary;     ///< summary.json, of a run
  std::string comparison;  ///< comparison.json
};

/// One HTML page (UTF-8) that needs nothing beside itself: findings in plain English, pictures with the
/// numbers behind each, how it was made. The same documents always give the same page. Throws
/// std::invalid_argument for text that is no such document.
[[nodiscard]] std::string report_page(const PageDocuments& documents);

}  // namespace sendcap::report
