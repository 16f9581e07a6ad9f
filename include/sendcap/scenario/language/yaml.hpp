#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::scenario {

/// A file may not nest deeper than this.
inline constexpr std::size_t kDeepestNesting = 100;
/// Nor may it grow to more nodes than this when its aliases are written out.
inline constexpr std::size_t kMostNodes = 1'000'000;
/// Nor a key have more bytes: a longer one is a mistake, and YAML allows no more than 1024 as written.
inline constexpr std::size_t kLongestKey = 250;

/// Reads one text of `sources` as YAML. Empty when the text has a mistake, which is then in `diagnostics`:
/// anything YAML leaves unclear (duplicate keys, second documents, tags, merge keys) is a mistake here.
[[nodiscard]] std::optional<Node> read_yaml(const Sources& sources, std::uint32_t file,
                                            Diagnostics& diagnostics);

/// Reads the part of a text from byte `start` on; places count from the beginning of the whole text.
[[nodiscard]] std::optional<Node> read_yaml_from(const Sources& sources, std::uint32_t file,
                                                 std::size_t start, Diagnostics& diagnostics);

/// YAML text that reads back as the same node.
[[nodiscard]] std::string to_yaml(const Node& node);

/// The node on one line, as it could stand within brackets: `{kind: gamma, mean: 3 weeks}`.
[[nodiscard]] std::string to_yaml_line(const Node& node);

/// JSON text of the node: plain numbers, `true` and `false` become JSON's own, all other scalars strings.
[[nodiscard]] std::string to_json(const Node& node);

}  // namespace sendcap::scenario
