#include <gtest/gtest.h>

#include <set>
#include <string>

#include "sendcap/scenario/language/diagnostic.hpp"

namespace sendcap::scenario {
namespace {

TEST(RenderedDiagnostic, ShowsLineCaretHintAndSecondPlace) {
  Sources sources;
  sources.add("county.yaml", "clinic:\n  capasity: 12\n");
  Diagnostics diagnostics;
  diagnostics.add({Code::unknown_key,
                   Severity::error,
                   {0, 2, 3},
                   "clinic",
                   "unknown key 'capasity'",
                   "did you mean 'capacity'?",
                   {{{0, 1, 1}, "in this block"}}});
  EXPECT_EQ(render(diagnostics, sources),
            "county.yaml:2:3: error SEND-207: unknown key 'capasity' (in clinic)\n"
            "      capasity: 12\n"
            "      ^\n"
            "hint: did you mean 'capacity'?\n"
            "county.yaml:1:1: note: in this block\n"
            "    clinic:\n"
            "    ^\n");
}

TEST(RenderedDiagnostic, PutsTheCaretUnderTheCharacterWhateverItsBytesAndTabs) {
  Sources sources;
  sources.add("a.yaml", "é:\t£x\r\n");
  const Diagnostic diagnostic{Code::malformed, Severity::warning, {0, 1, 4}, "", "odd", "", {}};
  EXPECT_EQ(render(diagnostic, sources),
            "a.yaml:1:4: warning SEND-205: odd\n"
            "    é:  £x\n"
            "        ^\n");
}

TEST(RenderedDiagnostic, CutsVeryLongLines) {
  Sources sources;
  sources.add("a.yaml", "a: [" + std::string(5000, '1') + "x" + std::string(5000, '1') + "]");
  const std::string text =
      render({Code::malformed, Severity::error, {0, 1, 5005}, "", "odd", "", {}}, sources);
  EXPECT_LT(text.size(), 600U);
  const std::string line = text.substr(text.find('\n') + 1);
  const std::string caret_line = line.substr(line.find('\n') + 1);
  EXPECT_EQ(line[caret_line.find('^')], 'x');
}

TEST(RenderedDiagnostics, StandInTheOrderOfTheFilesAndAreCutShort) {
  Sources sources;
  sources.add("a.yaml", "1\n2\n3\n");
  Diagnostics diagnostics;
  diagnostics.warning(Code::malformed, {0, 3, 1}, "", "third");
  diagnostics.error(Code::malformed, {0, 1, 1}, "", "first");
  diagnostics.error(Code::malformed, {0, 2, 1}, "", "second");
  EXPECT_EQ(diagnostics.errors(), 2U);
  const std::string text = render(diagnostics, sources, 2);
  EXPECT_LT(text.find("first"), text.find("second"));
  EXPECT_EQ(text.find("third"), std::string::npos);
  EXPECT_NE(text.find("… and 1 more"), std::string::npos);
}

TEST(ErrorCatalogue, HasEachCodeOnceInOrderWithAdvice) {
  std::set<Code> seen;
  Code before{};
  for (const CodeEntry& entry : error_catalogue()) {
    EXPECT_TRUE(seen.insert(entry.code).second) << to_string(entry.code);
    EXPECT_LT(before, entry.code);
    EXPECT_FALSE(entry.title.empty());
    EXPECT_EQ(entry.advice.back(), '.') << to_string(entry.code);
    before = entry.code;
  }
  EXPECT_NE(error_catalogue_markdown().find("| SEND-207 | The key is not known here |"), std::string::npos);
}

}  // namespace
}  // namespace sendcap::scenario
