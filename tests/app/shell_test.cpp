#include <gmock/gmock.h>

#include <sstream>
#include <string>

#include "program.hpp"

// What the shell and man are given.

namespace sendcap::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Shell : public AtTheTerminal {
 protected:
  // What bash offers after these words.
  std::string offered(const std::string& words, int at) const {
    return shell("\"$SENDCAP\" completion bash > completion && bash -c 'source ./completion; COMP_WORDS=(" +
                 words + "); COMP_CWORD=" + std::to_string(at) + "; _sendcap; echo \"${COMPREPLY[@]}\"'")
        .out;
  }
};

TEST_F(Shell, OffersCommandsOptionsAndFiles) {
  EXPECT_EQ(offered("sendcap ru", 1), "run runs\n");
  EXPECT_EQ(offered("sendcap compare --re", 2), "--replications --report\n")
      << "and nothing that --help does not show";
  write("county.yaml", "");
  EXPECT_EQ(offered("sendcap run coun", 2), "county.yaml\n");
  EXPECT_THAT(sendcap({"completion", "zsh"}).out, StartsWith("autoload -U +X bashcompinit"));
  EXPECT_EQ(sendcap({"completion", "fish"}).exit_code, 2);
}

TEST_F(Shell, HasAManualPageOfAllThatHelpTells) {
  const std::string page = sendcap({"manual"}).out;
  EXPECT_THAT(page, AllOf(StartsWith(".TH SENDCAP 1"), HasSubstr(".SH \"EXIT CODES\""),
                          Not(HasSubstr("rerun\\-of"))));
  std::istringstream help(sendcap({"--help"}).out);
  bool commands = false;
  int found = 0;
  for (std::string line; std::getline(help, line);) {
    if (line.empty()) commands = false;
    if (commands) {
      ++found;
      const std::string name = line.substr(2, line.find(' ', 2) - 2);
      EXPECT_THAT(page, HasSubstr("sendcap " + name + " [options]"));
    }
    if (line == "Subcommands:") commands = true;
  }
  EXPECT_GT(found, 15);
  EXPECT_THAT(page, HasSubstr("\n.TP\n\\fB\\-\\-report\\fR \\fIFILE\\fR\n"));
}

}  // namespace
}  // namespace sendcap::testing
