#pragma once

#include <string>
#include <vector>

namespace sendcap::app {

// The command as it could be typed in a shell again.
[[nodiscard]] std::string as_typed(const std::vector<std::string>& arguments);

// The same without what decides only where results go and how fast they come: the results are the same.
[[nodiscard]] std::string as_repeated(const std::vector<std::string>& arguments);

// The examples at the end of a help page.
[[nodiscard]] std::string examples(const std::vector<std::string>& lines);

}  // namespace sendcap::app
