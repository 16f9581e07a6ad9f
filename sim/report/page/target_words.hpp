#pragma once

#include <string>

#include "../json_text.hpp"

namespace sendcap::report {

// What a target of a document wants, of a measure of this unit: `at least 92%`; empty where a document, being
// older, does not say.
[[nodiscard]] std::string wanted(const Json& target, const std::string& unit);

}  // namespace sendcap::report
