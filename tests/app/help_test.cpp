#include <gmock/gmock.h>

#include <sstream>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Help = AtTheTerminal;
using Usage = AtTheTerminal;

TEST_F(Help, EveryCommandHasHelpWithExamples) {
  for (const std::string command : {"run", "compare", "trace", "backtest", "describe", "inputs", "repeat",
                                    "check", "schema", "reference", "measures", "errors", "explain"}) {
    const Answer answer = sendcap({command, "--help"});
    EXPECT_EQ(answer.exit_code, 0) << command;
    EXPECT_THAT(answer.out, HasSubstr("Examples:\n  sendcap " + command)) << command;
    EXPECT_THAT(answer.err, IsEmpty()) << command;
    EXPECT_EQ(sendcap({"help", command}).out, answer.out);
  }
}

TEST_F(Help, TheProgramNamesItsCommandsAndExitCodes) {
  const Answer answer = sendcap({"--help"});
  EXPECT_EQ(answer.exit_code, 0);
  for (const std::string word :
       {"run", "compare", "trace", "backtest", "describe", "inputs", "repeat", "check", "schema", "reference",
        "measures", "errors", "explain", "Exit codes"})
    EXPECT_THAT(answer.out, HasSubstr(word));
}

TEST_F(Help, FitsATerminalOf80Columns) {
  for (const std::string command : {"", "run", "compare", "trace", "backtest", "describe", "inputs", "repeat",
                                    "check", "schema", "explain"}) {
    const Answer answer = command.empty() ? sendcap({"--help"}) : sendcap({command, "--help"});
    std::istringstream lines(answer.out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
  }
}

TEST_F(Help, TellsItsVersion) {
  EXPECT_EQ(sendcap({"--version"}).out, "sendcap " SENDCAP_VERSION "\n");
}

TEST_F(Help, ExplainsAnErrorCode) {
  const Answer answer = sendcap({"explain", "SEND-207"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.out, HasSubstr("SEND-207: The key is not known here"));
  EXPECT_EQ(sendcap({"explain", "207"}).out, answer.out);
  EXPECT_EQ(sendcap({"explain", "SEND-999"}).exit_code, 2);
}

TEST_F(Usage, AMisspeltCommandOrOptionIsAnsweredWithTheNearest) {
  const Answer command = sendcap({"rnu", "county.yaml"});
  EXPECT_EQ(command.exit_code, 2);
  EXPECT_EQ(command.err, "sendcap: no command 'rnu'\nhint: did you mean 'run'?\n");

  const Answer option = sendcap({"run", "county.yaml", "--replicatons=5"});
  EXPECT_EQ(option.exit_code, 2);
  EXPECT_EQ(option.err, "sendcap: no option '--replicatons'\nhint: did you mean '--replications'?\n");

  const Answer format = sendcap({"run", "county.yaml", "--format", "jsn"});
  EXPECT_EQ(format.exit_code, 2);
  EXPECT_EQ(format.err, "sendcap: --format can not be 'jsn'\nhint: did you mean 'json'?\n");
}

TEST_F(Usage, WhatIsMissingOrTooMuchIsSaid) {
  EXPECT_EQ(sendcap({}).exit_code, 2);
  EXPECT_EQ(sendcap({"run"}).exit_code, 2);
  EXPECT_THAT(sendcap({"run"}).err, HasSubstr("SCENARIO is required"));
  EXPECT_EQ(sendcap({"run", "county.yaml", "--seed"}).exit_code, 2);
  const Answer extra = sendcap({"errors", "please"});
  EXPECT_EQ(extra.exit_code, 2);
  EXPECT_THAT(extra.err, HasSubstr("'please' was not expected"));
}

TEST_F(Usage, ValuesOfOptionsAreChecked) {
  write("county.yaml", kSmallCounty);
  const std::vector<std::vector<std::string>> wrong = {
      {"--replications", "0"},   {"--replications", "-3"}, {"--replications", "ten"},
      {"--replications", "1.5"}, {"--precision", "0"},     {"--precision", "100%"},
      {"--precision", "-5%"},    {"--precision", "fine"},  {"--seed", "-1"},
      {"--seed", "0x10"},        {"--threads", "0"},       {"--threads", "99999"},
      {"--detail", "most"},      {"--format", ""},         {"--out", ""}};
  for (const auto& option : wrong) {
    const Answer answer = sendcap({"run", "county.yaml", option[0], option[1]});
    EXPECT_EQ(answer.exit_code, 2) << option[0] << ' ' << option[1];
    EXPECT_THAT(answer.err, HasSubstr(option[0]));
    EXPECT_THAT(answer.out, IsEmpty());
  }
  const Answer both = sendcap({"run", "county.yaml", "--replications", "5", "--precision", "5%"});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_THAT(both.err, HasSubstr("--replications and --precision exclude each other"));
}

}  // namespace
}  // namespace sendcap::testing
