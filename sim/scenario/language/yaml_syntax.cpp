#include "scenario/language/yaml_syntax.hpp"

#include "scenario/language/text.hpp"

namespace sendcap::scenario {

namespace {

struct Explanation {
  std::string_view part;  ///< of the parser's own message
  Code code;
  std::string_view message;
  std::string_view hint;
};

constexpr Explanation kExplanations[] = {
    {"tab", Code::syntax, "a tab stands where the line is indented", "indent with spaces"},
    {"end of map flow", Code::syntax, "a '{' is not closed", "add the missing '}'"},
    {"end of sequence flow", Code::syntax, "a '[' is not closed", "add the missing ']'"},
    {"flow end", Code::syntax, "a bracket is closed that was not opened",
     "remove it, or put the text in quotes"},
    {"end of map", Code::syntax, "this line does not fit the block it stands in",
     "begin all keys of a block in the same column, with a space after each colon"},
    {"end of sequence", Code::syntax, "this line does not fit the list it stands in",
     "begin all items of a list with '- ' in the same column"},
    {"illegal map value", Code::syntax, "a second colon makes this line unclear",
     "put a text that holds ': ' in quotes, and begin a new block on a new line"},
    {"illegal block entry", Code::syntax, "a list can not begin here", "begin it on a line of its own"},
    {"illegal map key", Code::syntax, "a key can not stand here", "begin it on a line of its own"},
    {"EOF in scalar", Code::syntax, "a quote is not closed", "add the missing quote mark"},
    {"document indicator in scalar", Code::syntax, "a quote is not closed", "add the missing quote mark"},
    {"unknown escape", Code::syntax, "a backslash stands in double quotes",
     "use single quotes, or write the backslash twice"},
    {"anchor", Code::alias, "no block was given this name with '&' before", ""},
    {"alias", Code::alias, "an alias can not stand here", ""},
    {"unknown token", Code::syntax, "a text can not begin with this character", "put the text in quotes"},
};

bool indented_with_tab(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  return first != std::string_view::npos && line[first] == '\t';
}

}  // namespace

SyntaxMessage explain_syntax(std::string_view parser_message, const Sources& sources, Place place) {
  const bool tab = indented_with_tab(sources.line(place.file, place.line));
  for (const Explanation& explanation : kExplanations) {
    const bool fits =
        (tab && explanation.part == "tab") || parser_message.find(explanation.part) != std::string_view::npos;
    if (fits) return {explanation.code, std::string(explanation.message), std::string(explanation.hint)};
  }
  return {Code::syntax, concat({"this can not be read as YAML (", parser_message, ")"}), {}};
}

}  // namespace sendcap::scenario
