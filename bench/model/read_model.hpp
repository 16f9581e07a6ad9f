#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sendcap/model/model.hpp"

namespace sendcap::bench {

/// The model of a scenario file with a plan file, if one is given, and overrides such as `clock.run for=1
/// year`, read and compiled as the program does it. Throws std::runtime_error with all diagnostics.
[[nodiscard]] model::Model read_model(const std::string& scenario_file,
                                      const std::vector<std::string>& overrides = {},
                                      const std::string& plan_file = {});

/// The model kept under a key, made when it is first asked for: the repetitions of a benchmark share it,
/// since the largest file takes longer to read than to run.
[[nodiscard]] const model::Model& model_at_hand(const std::string& key,
                                                const std::function<model::Model()>& make);

/// The path of a file below the project's root.
[[nodiscard]] std::string project_file(const std::string& path);

}  // namespace sendcap::bench
