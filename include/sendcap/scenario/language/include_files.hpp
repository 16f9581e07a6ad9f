#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::scenario {

/// Gives the text of a file, or nothing when it can not be read. Paths use `/`.
using FileReader = std::function<std::optional<std::string>(const std::string& path)>;

/// Reads a file and all files it includes. Any mapping may hold `include: file.yaml` or a list of files; the
/// mapping of each such file is merged into it. Mappings merge deeply; anything else given twice is a
/// mistake. A file may include only files of its own folder or below. Empty when there was a mistake.
[[nodiscard]] std::optional<Node> read_yaml_file(Sources& sources, const std::string& path,
                                                 const FileReader& read_file, Diagnostics& diagnostics);

}  // namespace sendcap::scenario
