#pragma once

#include <array>
#include <string_view>

#include "sendcap/experiment/search.hpp"

namespace sendcap::report {

// The words for how a search ended, how a plan fared and where it lies, by their enums.
inline constexpr std::array<std::string_view, 4> kSearchEnds{"settled", "most replications", "time over",
                                                             "interrupted"};
inline constexpr std::array<std::string_view, 4> kFates{"could be best", "too dear", "beaten",
                                                        "the same for no more"};
inline constexpr std::array<std::string_view, 3> kFronts{"beaten", "not clearly beaten", "on it"};

// What became of a plan; the chosen one is `best`.
[[nodiscard]] inline std::string_view fate_word(const experiment::SearchResult& result, std::size_t plan) {
  if (result.best == plan) return "best";
  return kFates[static_cast<std::size_t>(result.tried[plan].standing.fate)];
}

}  // namespace sendcap::report
