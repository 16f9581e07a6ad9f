#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "program.hpp"

namespace sendcap::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// A third of those referred are sent back; the others wait a week and are seen by one therapist.
constexpr const char* kTherapy = R"(title: One therapist
clock: {start: 2024-02-26, run for: 4 weeks}
demand:
  referrals: {rate: {is: 120 per year, range: [90 per year, 150 per year], source: the team's own count, quality: sourced}, enters: therapy}
services:
  therapist: {kind: team, staff: 1}
pathways:
  therapy:
    outcomes: [helped, sent back]
    steps:
      letter: {wait: 1 week, next: {split: {block: 67%, sent back: 33%}}}
      block: {service: therapist, time: 2 days}
while waiting:
  private therapy: {at: [therapist], rate: 0.5 per year}
)";

using Describe = AtTheTerminal;

TEST_F(Describe, TellsEveryFigureWithItsRangeQualityAndSource) {
  write("therapy.yaml", kTherapy);
  const Answer answer = sendcap({"describe", "therapy.yaml"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("# One therapist"));
  EXPECT_THAT(answer.out,
              HasSubstr("120 per year (90 per year to 150 per year; sourced: the team's own count)"));
  EXPECT_THAT(answer.out, HasSubstr("private therapy"));
}

TEST_F(Describe, DrawsThePathwayWithItsShares) {
  write("therapy.yaml", kTherapy);
  const std::string page = sendcap({"describe", "therapy.yaml", "--pictures"}).out;
  EXPECT_THAT(page, HasSubstr("step_letter -->|\"67%\"| step_block\n"));
  EXPECT_THAT(page, HasSubstr("step_letter -->|\"33%\"| outcome_sent_back\n"));
  EXPECT_THAT(page, HasSubstr("step_block --> outcome_helped\n"));
}

TEST_F(Describe, TheOverviewIsOnePictureOfWhoComesAndWhereTo) {
  write("therapy.yaml", kTherapy);
  const std::string page = sendcap({"describe", "therapy.yaml", "--overview"}).out;
  EXPECT_EQ(page.find("```mermaid\n"), 0U);
  EXPECT_THAT(page, HasSubstr("demand_referrals --> pathway_therapy\n"));
  EXPECT_THAT(page, Not(HasSubstr("private therapy")));
}

// The ends of the arrows of one picture that no line of it draws: Mermaid would show them as bare boxes.
std::set<std::string> undrawn(const std::string& picture) {
  std::set<std::string> drawn;
  std::set<std::string> ends;
  std::istringstream lines(picture);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("  ", 0) != 0) continue;
    std::istringstream words(line);
    std::string first;
    std::string second;
    words >> first >> second;
    if (second.rfind("-->", 0) != 0 && second.rfind("-.->", 0) != 0) {
      drawn.insert(first.substr(0, first.find_first_of(">[({")));
    } else {
      ends.insert(first);
      ends.insert(line.substr(line.find_last_of(' ') + 1));
    }
  }
  for (const std::string& node : drawn) ends.erase(node);
  return ends;
}

TEST_F(Describe, EveryEndOfAnArrowInTheCountysPicturesIsDrawn) {
  const Answer answer =
      sendcap({"describe", SENDCAP_SOURCE_DIR "/scenarios/worcestershire/baseline.yaml", "--pictures"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  std::size_t pictures = 0;
  for (std::size_t at = 0; (at = answer.out.find("```mermaid\n", at)) != std::string::npos; ++pictures) {
    const std::size_t end = answer.out.find("```\n", at + 11);
    EXPECT_THAT(undrawn(answer.out.substr(at, end - at)), IsEmpty());
    at = end;
  }
  EXPECT_EQ(pictures, 16U);  // the whole, what happens meanwhile, and fourteen pathways
}

TEST_F(Describe, TellsWhatEachInterventionOfAPlanDoes) {
  write("therapy.yaml", kTherapy);
  write("plan.yaml",
        "plan: two more\ndescription: Two therapists more.\ninterventions:\n"
        "  - {kind: recruit staff, team: therapist, posts: 2, from: 2024-03-04, "
        "filled: {is: 80%, range: [50%, 100%], source: last year, quality: derived}}\n");
  const Answer answer = sendcap({"describe", "therapy.yaml", "--plan", "plan.yaml"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(answer.out.find("# two more\n"), 0U);
  EXPECT_THAT(answer.out, HasSubstr("Recruit staff"));
  EXPECT_THAT(answer.out, HasSubstr("New posts in a team."));
  EXPECT_THAT(answer.out, HasSubstr("filled: 80% (50% to 100%; derived: last year)"));
  EXPECT_THAT(answer.out, HasSubstr("from: 2024-03-04"));
  EXPECT_THAT(answer.out, Not(HasSubstr("therapy.yaml")));
}

TEST_F(Describe, AScenarioWithAMistakeIsNotDescribed) {
  write("therapy.yaml", std::string(kTherapy) + "nonsense: 1\n");
  const Answer answer = sendcap({"describe", "therapy.yaml"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.out, IsEmpty());
  EXPECT_THAT(answer.err, HasSubstr("unknown key 'nonsense'"));
}

}  // namespace
}  // namespace sendcap::testing
