#include <gmock/gmock.h>

#include <ostream>

#include "program.hpp"

// Every way in which a file can be wrong gets an error with its place, and exit 2, from `run` and `check`
// alike.

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct WrongFile {
  std::string name;
  std::string text;
  std::vector<std::string> expected;  // parts of the message

  friend std::ostream& operator<<(std::ostream& out, const WrongFile& file) { return out << file.name; }
};

// The small county with one piece of its text replaced.
std::string county_with(const std::string& right, const std::string& wrong) {
  std::string text = kSmallCounty;
  return text.replace(text.find(right), right.size(), wrong);
}

class WrongFiles : public AtTheTerminal, public ::testing::WithParamInterface<WrongFile> {};

TEST_P(WrongFiles, GetAnErrorWithItsPlaceAndExit2) {
  write("county.yaml", GetParam().text);
  for (const std::string command : {"run", "check"}) {
    const Answer answer = sendcap({command, "county.yaml"});
    EXPECT_EQ(answer.exit_code, 2) << command;
    EXPECT_THAT(answer.out, IsEmpty());
    for (const std::string& part : GetParam().expected) EXPECT_THAT(answer.err, HasSubstr(part)) << command;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongFiles,
    ::testing::Values(
        WrongFile{"UnknownKey",
                  county_with("staff: 2", "staf: 2"),
                  {"county.yaml:7:28: error SEND-207: unknown key 'staf'", "did you mean 'staff'?"}},
        WrongFile{"WrongUnit", county_with("60 per month", "60 weeks"), {"county.yaml:5:21: error SEND-204"}},
        WrongFile{"MissingUnit", county_with("60 per month", "60"), {"county.yaml:5:21: error SEND-203"}},
        WrongFile{"MissingBlock",
                  county_with("clock: {start: 2025-01-01, run for: 3 months}\n", ""),
                  {"county.yaml:1:1: error SEND-201: missing 'clock'"}},
        WrongFile{
            "ImpossibleValue", county_with("staff: 2", "staff: -2"), {"county.yaml:7:35: error SEND-206"}},
        WrongFile{"AbsurdNumber",
                  county_with("staff: 2", "staff: 1e300"),
                  {"county.yaml:7:35: error SEND-206", "more than can be meant"}},
        WrongFile{"DuplicateKey",
                  county_with("advice line: {kind", "therapists: {kind"),
                  {"county.yaml:8:3: error SEND-102", "county.yaml:7:3: note"}},
        WrongFile{"DuplicateName",
                  county_with("advice line: {kind", "Therapists: {kind"),
                  {"county.yaml:8:3: error SEND-210"}},
        WrongFile{"SyntaxError", county_with("staff: 2}", "staff: 2"), {"county.yaml:7:15: error SEND-101"}},
        WrongFile{"EmptyFile", "", {"county.yaml:1:1: error SEND-104"}},
        WrongFile{"OnlyComments", "# nothing yet\n", {"county.yaml:1:1: error SEND-104"}},
        WrongFile{"NoWayOut",
                  county_with("mean: 1 day}}", "mean: 1 day}, next: advice}"),
                  {"county.yaml:12:7:", "error SEND-303"}},
        WrongFile{
            "ServiceNeverReached",
            county_with("  advice line: {kind", "  music room: {kind: team, staff: 1}\n  advice line: {kind"),
            {"county.yaml:8:", "SEND-304", "music room"}},
        WrongFile{"UnknownService",
                  county_with("service: therapists", "service: therapist"),
                  {"county.yaml:13:24: error SEND-301", "did you mean 'therapists'?"}}),
    [](const auto& instance) { return instance.param.name; });

TEST_F(AtTheTerminal, AllMistakesOfAFileAreShownAtOnce) {
  write("county.yaml", "title: x\ncolour: blue\nclock: {start: tomorrow}\ndemand: {a: {rate: 5}}\n");
  const Answer answer = sendcap({"check", "county.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  for (const std::string place : {"county.yaml:2:1:", "county.yaml:3:16:", "county.yaml:4:20:"})
    EXPECT_THAT(answer.err, HasSubstr(place));
}

}  // namespace
}  // namespace sendcap::testing
