#pragma once

#include <string>
#include <string_view>

#include "sendcap/scenario/language/error_code.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::scenario {

/// A syntax error of the YAML parser in plain words.
struct SyntaxMessage {
  Code code = Code::syntax;
  std::string message;
  std::string hint;
};

[[nodiscard]] SyntaxMessage explain_syntax(std::string_view parser_message, const Sources& sources,
                                           Place place);

}  // namespace sendcap::scenario
