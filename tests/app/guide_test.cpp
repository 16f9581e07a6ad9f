#include <gmock/gmock.h>

#include <vector>

#include "program.hpp"

// docs/guide.md walks a commissioner from a question to an answer. Every command in it is run here, in its
// order, and what the page shows of an answer must stand in it.

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;

struct Typed {
  std::string line;
  std::string shown;  // part of what it prints; empty when the page shows nothing
};

// The text between two marks from `at` on; moves `at` behind the second. Empty when the first is not next.
std::string between(const std::string& page, const std::string& opens, const std::string& closes,
                    std::size_t& at) {
  if (page.compare(at, opens.size(), opens) != 0) return {};
  const std::size_t begin = at + opens.size();
  const std::size_t end = page.find(closes, begin);
  EXPECT_NE(end, std::string::npos) << "nothing closes " << opens;
  at = end + closes.size();
  return page.substr(begin, end - begin);
}

std::string joined(const std::string& block) {
  std::string line = block;
  for (std::size_t at = line.find("\\\n"); at != std::string::npos; at = line.find("\\\n"))
    line.replace(at, 2, "");
  return line;
}

// Each block of shell holds one command.
std::vector<Typed> commands_of(const std::string& page) {
  std::vector<Typed> commands;
  const std::string opens = "```sh\n";
  for (std::size_t at = page.find(opens); at != std::string::npos; at = page.find(opens, at)) {
    Typed typed;
    typed.line = joined(between(page, opens, "\n```\n", at));
    ++at;  // the empty line
    typed.shown = between(page, "```text\n", "```\n", at);
    commands.push_back(std::move(typed));
  }
  return commands;
}

class Guide : public AtTheTerminal {
 protected:
  Guide() {
    std::filesystem::create_directory_symlink(SENDCAP_SOURCE_DIR "/scenarios", folder_ / "scenarios");
  }
};

TEST_F(Guide, EveryCommandPrintsWhatThePageShows) {
  const std::vector<Typed> commands = commands_of(project_file("docs/guide.md"));
  ASSERT_GE(commands.size(), 8U);
  for (const Typed& typed : commands) {
    ASSERT_EQ(typed.line.rfind("sendcap ", 0), 0U) << typed.line;
    const Answer answer = shell("\"$SENDCAP\"" + typed.line.substr(std::string("sendcap").size()));
    ASSERT_EQ(answer.exit_code, 0) << typed.line << '\n' << answer.err;
    EXPECT_THAT(answer.out, HasSubstr(typed.shown)) << "docs/guide.md is stale: " << typed.line;
  }
}

}  // namespace
}  // namespace sendcap::testing
