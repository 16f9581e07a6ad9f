#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

// The program as a user meets it: typed in a folder of its own, answering with text and an exit code.

namespace sendcap::testing {

struct Answer {
  int exit_code = -1;
  std::string out;
  std::string err;
};

// A test whose files stand in a fresh folder, in which commands are typed.
class AtTheTerminal : public ::testing::Test {
 protected:
  AtTheTerminal();
  ~AtTheTerminal() override;

  // Types `sendcap` and these words.
  Answer sendcap(const std::vector<std::string>& arguments) const;
  // Types a line of shell in which `$SENDCAP` stands for the program.
  Answer shell(const std::string& line) const;

  void write(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] bool exists(const std::string& name) const;
  [[nodiscard]] std::vector<std::string> files_in(const std::string& folder) const;

  std::filesystem::path folder_;
  // Where the program keeps its records of runs, `runs.sqlite`: never the user's own.
  std::filesystem::path records_;
};

// The text of a file of the project.
[[nodiscard]] std::string project_file(const std::string& name);

// One clinic queue over three months; small enough to run in no time.
inline constexpr const char* kSmallCounty = R"(title: A small county
clock: {start: 2025-01-01, run for: 3 months}
districts: {Redditch: {journey within: 10 min}, Bromsgrove: {journey within: 10 min}}
demand:
  referrals: {rate: 60 per month, enters: therapy}
services:
  therapists: {kind: team, staff: 2}
  advice line: {kind: team, staff: 1}
pathways:
  therapy:
    steps:
      advice: {service: advice line, time: {kind: exponential, mean: 4 hours}}
      block: {service: therapists, time: {kind: exponential, mean: 1 day}}
)";

}  // namespace sendcap::testing
