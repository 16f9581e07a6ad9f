#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sendcap/scenario/language/reader.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

/// `3:7 SEND-207: unknown key 'x'`, and the hint behind ` | ` when there is one.
inline std::string in_one_line(const Diagnostic& diagnostic) {
  std::string line =
      std::to_string(diagnostic.place.line) + ":" + std::to_string(diagnostic.place.column) + " ";
  line += to_string(diagnostic.code) + ": " + diagnostic.message;
  if (!diagnostic.hint.empty()) line += " | " + diagnostic.hint;
  return line;
}

/// A text that a user wrote, and what was found wrong with it.
struct Text {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<Node> node;

  explicit Text(std::string yaml) {
    node = read_yaml(sources, sources.add("county.yaml", std::move(yaml)), diagnostics);
  }

  /// All mistakes in the order of the file, one line each.
  [[nodiscard]] std::vector<std::string> mistakes() const {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) lines.push_back(in_one_line(diagnostic));
    return lines;
  }
};

/// A text read as a `T`.
template <class T>
struct Reading : Text {
  T value{};
  bool good = false;

  explicit Reading(std::string yaml, const Rule& rule = {}) : Text(std::move(yaml)) {
    if (!node) return;
    Reader reader(diagnostics);
    good = read(reader, *node, value, rule);
  }
};

using Lines = std::vector<std::string>;

}  // namespace sendcap::scenario
