#pragma once

#include <string>

namespace sendcap::report {

/// Every measure with its unit, clock and definition, as a Markdown page of the documentation.
[[nodiscard]] std::string measures_page();

}  // namespace sendcap::report
