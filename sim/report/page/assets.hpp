#pragma once

#include <string_view>

namespace sendcap::report {

// What stands in every report beside what it says. Made when the program is built (embed_text.cmake).

// The script that draws the pictures, Vega and Vega-Lite in it; empty where the program was built without it.
[[nodiscard]] std::string_view page_script();
[[nodiscard]] std::string_view page_style();
// An object with each specification of charts/ under its name.
[[nodiscard]] std::string_view chart_specifications();

}  // namespace sendcap::report
