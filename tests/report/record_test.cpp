// The record of a model: nothing that STRESS-DES asks for is missing, and every assumption is in the log.

#include "sendcap/report/record.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>

#include "sendcap/scenario/load.hpp"

namespace sendcap::report {
namespace {

constexpr const char* kDesk = R"(
title: a desk
description: Whether one more helps.
clock: {start: 2025-01-01, run for: 100 days, report every: month, waits in: days}
targets:
  nobody waits: {at: 2025-04-01, measure: waiting, subject: desk, at most: {is: 3, source: a promise, quality: assumption}}
demand:
  new: {rate: {is: 2 per day, range: [1 per day, 3 per day], source: the county's count, quality: sourced}, enters: visit}
services:
  desk: {kind: team, staff: {is: 2, range: [1, 3], source: two were seen, quality: assumption}, queue: {rule: longest wait}}
pathways:
  visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: {is: 1 day, quality: assumption}}}}, outcomes: [helped]}
while waiting:
  gone: {rate: {is: 0.1 per year, source: guessed, quality: assumption}, effect: closes the case}
)";

scenario::Scenario desk() {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto reader = [](const std::string&) { return std::optional<std::string>(kDesk); };
  auto loaded = scenario::load_scenario("desk.yaml", {}, reader, sources, diagnostics);
  if (!loaded) throw std::runtime_error(scenario::render(diagnostics, sources));
  return *loaded;
}

std::string record_of(const std::optional<RecordedRun>& run) {
  std::ostringstream text;
  write_record(desk(), {}, run, text);
  return text.str();
}

bool says(const std::string& record, const std::string& text) {
  return record.find(text) != std::string::npos;
}

TEST(Record, HasAllTwentyItems) {
  const std::string record = record_of(std::nullopt);
  for (const char* number : {"1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2",
                             "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1"}) {
    const std::size_t at = record.find("### " + std::string(number) + " ");
    ASSERT_NE(at, std::string::npos) << number;
    const std::string rest = record.substr(record.find('\n', at));
    const std::string item = rest.substr(0, rest.find("\n#"));
    EXPECT_NE(item.find_first_not_of(" \n"), std::string::npos) << number << " says nothing";
  }
  EXPECT_TRUE(says(record, "## Fitness for use"));
}

TEST(Record, SaysWhatTheScenarioSays) {
  const std::string record = record_of(std::nullopt);
  EXPECT_TRUE(says(record, "Whether one more helps."));
  EXPECT_TRUE(says(record, "the chance that each is met: nobody waits."));
  EXPECT_TRUE(says(record, "**Resources: teams**: desk"));
  EXPECT_TRUE(says(record, "rules in use: longest wait"));
  EXPECT_TRUE(says(record, "**Leaving the queue**: gone"));
  EXPECT_TRUE(says(record, "From 1 January 2025 for 100 days."));
  EXPECT_TRUE(says(record, "| the county's count | 1 |"));
  EXPECT_TRUE(says(record, "| demand.new.rate | 2 per day | 1 per day to 3 per day | sourced |"));
}

// Four figures are called assumptions above; each is in the log once, with its range and why.
TEST(Record, LogsEveryAssumptionAndNothingElse) {
  const std::string record = record_of(std::nullopt);
  const std::string log = record.substr(record.find("### 3.4"), record.find("## 4") - record.find("### 3.4"));
  EXPECT_TRUE(says(log, "services.desk.staff | 2 | 1 to 3 | two were seen |"));
  EXPECT_TRUE(says(log, "while waiting.gone.rate | 0.1 per year |  | guessed |"));
  EXPECT_TRUE(says(log, "| A4 |"));
  EXPECT_FALSE(says(log, "| A5 |"));
  EXPECT_FALSE(says(log, "demand.new.rate"));
}

TEST(Record, OfARunSaysHowToMakeItAgain) {
  RecordedRun run;
  run.description.program_version = "1.2.3";
  run.description.seed = 77;
  run.description.files = {{"desk.yaml", "ab12"}};
  run.replications = "50 replications of each plan";
  run.command = "sendcap run desk.yaml --seed 77";
  run.impacts = {{"services.desk.staff", "waiting, desk: −5 to +12"}};
  const std::string record = record_of(run);
  EXPECT_TRUE(says(record, "50 replications of each plan; means"));
  EXPECT_TRUE(says(record, "keyed by seed (77)"));
  EXPECT_TRUE(says(record, "sendcap 1.2.3, C++20"));
  EXPECT_TRUE(says(record, "**desk.yaml**: SHA-256 ab12"));
  EXPECT_TRUE(says(record, "```\nsendcap run desk.yaml --seed 77\n```"));
  EXPECT_EQ(record, record_of(run));
}

TEST(Record, SaysHowMuchEachAssumptionMattersWhereThatIsKnown) {
  RecordedRun run;
  run.impacts = {{"services.desk.staff", "waiting, desk: −5 to +12"}};
  const std::string record = record_of(run);
  EXPECT_TRUE(says(record, "| two were seen | assumption | waiting, desk: −5 to +12 |"));
  EXPECT_TRUE(says(record, "| guessed | assumption | not tried |"));
}

// The rules of a pathway and of a queue, as sendcap describe tells them.
TEST(Record, TellsTheRulesInWords) {
  const std::string record = record_of(std::nullopt);
  EXPECT_TRUE(says(record, "#### Pathway: visit"));
  EXPECT_TRUE(says(record, "#### Services"));
}

}  // namespace
}  // namespace sendcap::report
