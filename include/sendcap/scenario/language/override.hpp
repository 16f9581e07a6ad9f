#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::scenario {

/// Changes one value of a tree before it is read: `services.occupational therapy.staff=14`. The value is
/// YAML. Parts of the path stand between dots; a part with a dot in it stands in double quotes; items of a
/// list go by their number from 1. Where the present value is annotated, a plain value replaces its `is`. A
/// last part that does not exist yet is added to its block. `name` is how the text is called in messages.
/// False after a mistake.
bool apply_override(Node& root, const std::string& text, Sources& sources, Diagnostics& diagnostics,
                    const std::string& name = "--set");

/// The parts of a path; empty when a quote is not closed or a part is empty.
[[nodiscard]] std::vector<std::string> split_path(std::string_view path);
/// One part as it stands in a path, in quotes when it holds a dot.
[[nodiscard]] std::string path_part(std::string_view name);
[[nodiscard]] std::string join_path(const std::vector<std::string>& parts);

}  // namespace sendcap::scenario
