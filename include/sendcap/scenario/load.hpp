#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/include_files.hpp"
#include "sendcap/scenario/language/source.hpp"
#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"
#include "sendcap/scenario/search.hpp"

namespace sendcap::scenario {

/// Reads a scenario file, all files it includes, and overrides such as `services.occupational
/// therapy.staff=14`. Every mistake found is in `diagnostics`; empty when one of them is an error. Files are
/// got from `read_file`.
[[nodiscard]] std::optional<Scenario> load_scenario(const std::string& path,
                                                    const std::vector<std::string>& overrides,
                                                    const FileReader& read_file, Sources& sources,
                                                    Diagnostics& diagnostics);

/// Reads a plan file in the same way.
[[nodiscard]] std::optional<Plan> load_plan(const std::string& path, const FileReader& read_file,
                                            Sources& sources, Diagnostics& diagnostics);

/// Reads a search file in the same way.
[[nodiscard]] std::optional<Search> load_search(const std::string& path, const FileReader& read_file,
                                                Sources& sources, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
