#include <gtest/gtest.h>

#include "program.hpp"

// Pages that the program can print stand in docs/ too, so that they can be read without it; they must not go
// stale.

namespace sendcap::testing {
namespace {

using Documentation = AtTheTerminal;

struct ShownCommand {
  std::string line;
  std::string output;
};

// The commands of a page that stand in a block of shell, each with the text that the page says it prints:
// what follows between the comments "made by the command above" and "end".
std::vector<ShownCommand> shown_commands(const std::string& page) {
  const std::string opens = "```sh\n";
  const std::string closes = "\n```\n\n<!-- made by the command above -->\n";
  const std::string ends = "<!-- end -->";
  std::vector<ShownCommand> shown;
  for (std::size_t close = page.find(closes); close != std::string::npos;
       close = page.find(closes, close + 1)) {
    const std::size_t open = page.rfind(opens, close) + opens.size();
    const std::size_t text = close + closes.size();
    shown.push_back({page.substr(open, close - open), page.substr(text, page.find(ends, text) - text)});
  }
  return shown;
}

// As typed in the folder of the project.
std::string typed_in_the_project(const std::string& line) {
  const std::string name = "sendcap ";
  EXPECT_EQ(line.rfind(name, 0), 0U) << line;
  return "cd \"" SENDCAP_SOURCE_DIR "\" && \"$SENDCAP\" " + line.substr(name.size());
}

TEST_F(Documentation, GeneratedPagesAreUpToDate) {
  for (const std::string page : {"reference", "errors", "measures"}) {
    const Answer answer = sendcap({page});
    ASSERT_EQ(answer.exit_code, 0) << page;
    EXPECT_TRUE(answer.out == project_file("docs/" + page + ".md"))
        << "docs/" << page << ".md is stale; renew it with: build/release/sendcap " << page << " > docs/"
        << page << ".md";
  }
}

TEST_F(Documentation, ThePictureOfTheWorldIsTheOneTheProgramDraws) {
  const Answer answer =
      sendcap({"describe", SENDCAP_SOURCE_DIR "/scenarios/worcestershire/baseline.yaml", "--overview"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_NE(project_file("docs/model.md").find("--overview -->\n" + answer.out + "<!-- end -->"),
            std::string::npos)
      << "docs/model.md is stale; between its two comments belongs: build/release/sendcap describe "
         "scenarios/worcestershire/baseline.yaml --overview";
}

TEST_F(Documentation, TheValidationPageShowsWhatItsCommandsPrint) {
  const std::vector<ShownCommand> shown = shown_commands(project_file("docs/validation.md"));
  ASSERT_EQ(shown.size(), 2U);
  for (const ShownCommand& command : shown) {
    const Answer answer = shell(typed_in_the_project(command.line));
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_TRUE(answer.out == command.output)
        << "docs/validation.md is stale; run again, put what it prints in its place and read the prose "
           "against it:\n"
        << command.line;
  }
}

}  // namespace
}  // namespace sendcap::testing
