#pragma once

#include <string>
#include <vector>

namespace sendcap::report {

/// A document of results as the program writes it (docs/results.md).
struct PageDocument {
  std::string name;  ///< `comparison.json`
  std::string text;
};

/// The names of the documents that a report can be made of, in the order in which it tells them.
[[nodiscard]] const std::vector<std::string>& page_documents();

/// One HTML page (UTF-8) that needs nothing beside itself: findings in plain English, pictures with the
/// numbers behind each, how it was made. The same documents always give the same page; those of other names
/// are left out. Throws std::invalid_argument when none is left, and for text that is no such document.
[[nodiscard]] std::string report_page(const std::vector<PageDocument>& documents);

}  // namespace sendcap::report
