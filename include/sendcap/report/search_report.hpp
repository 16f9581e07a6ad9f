#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "sendcap/experiment/search.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

/// A search and what is said with it. What it points to must outlive it.
struct SearchReport {
  RunDescription description;
  std::string title;  ///< of the search
  const experiment::SearchResult* result = nullptr;
  const experiment::SearchOrder* order = nullptr;
  const experiment::Outcomes* outcomes = nullptr;
  std::string first_day;  ///< ISO date
  std::string last_day;
  std::string paid_by;  ///< whose money the budget is about; empty when everybody's
};

/// For the terminal: the best plan in plain English, or those that could be; cost against benefit; why the
/// others fell out; what it took.
[[nodiscard]] std::string search_text(const SearchReport& report);

/// Every plan that was tried, as CSV (docs/results.md).
void write_search_csv(std::ostream& out, const SearchReport& report);

/// The same as a document.
[[nodiscard]] std::string search_json(const SearchReport& report);

}  // namespace sendcap::report
