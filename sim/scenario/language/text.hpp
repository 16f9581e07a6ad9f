#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace sendcap::scenario {

/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// With A–Z as a–z; other letters stay as they are.
[[nodiscard]] std::string lower_case(std::string_view text);

/// How many characters a UTF-8 text has.
[[nodiscard]] std::size_t count_characters(std::string_view utf8);

/// The byte at which a text stops being UTF-8, or npos when it is all UTF-8 (RFC 3629).
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

/// The parts one after the other.
[[nodiscard]] std::string concat(std::initializer_list<std::string_view> parts);

/// `'text'`.
[[nodiscard]] std::string quoted(std::string_view text);

/// `a, b or c`, each between the quote marks.
[[nodiscard]] std::string either(const std::vector<std::string_view>& words, std::string_view quote = "'");

/// A share as people read it, rounded: `98%`, `99.95%`.
[[nodiscard]] std::string percent_text(double share);

/// Whether plain YAML 1.1 would take the word for true or false (`no`, `On`, `TRUE` …).
[[nodiscard]] bool is_yaml_boolean(std::string_view word);

}  // namespace sendcap::scenario
