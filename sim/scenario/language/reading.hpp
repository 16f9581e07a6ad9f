#pragma once

#include <optional>
#include <string_view>

#include "sendcap/scenario/language/reader.hpp"

namespace sendcap::scenario {

// How one node is read as one shape; each adds its mistakes to the reader and is false after one.

/// A number of a kind of quantity, within its limits. A text without a unit takes that of `unit_of`, when
/// given.
bool read_number(Reader& reader, const Node& node, QuantityKind kind, const Rule& rule,
                 std::string_view unit_of, double& result);
bool read_moment(Reader& reader, const Node& node, Moment& result);
/// Free text. Words that YAML takes for true or false have to be in quotes.
bool read_text(Reader& reader, const Node& node, const Rule& rule, std::string& result);
/// One of the words of an enum.
bool read_word(Reader& reader, const Node& node, const std::vector<std::string_view>& words,
               std::size_t& index);
bool read_value(Reader& reader, const Node& node, const ValueShape& shape, const Rule& rule, void* object);
/// A declared struct, or a variant of such told apart by `kind`.
bool read_block(Reader& reader, const Node& node, const Shape& shape, void* object);

/// Adds "expected …, found …" for a node of the wrong sort.
bool wrong_type(Reader& reader, const Node& node, std::string_view expected, const Rule& rule);

/// Adds a mistake for each entry whose key is not among the allowed.
bool refuse_unknown_keys(Reader& reader, const Node& node, const std::vector<std::string_view>& allowed);

/// How a number with a comma is written within brackets; for hints.
inline constexpr std::string_view kCommaHint =
    "within brackets a comma begins a new entry: write the number without a comma, or in quotes";

}  // namespace sendcap::scenario
