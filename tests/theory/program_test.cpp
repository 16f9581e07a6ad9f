// What holds of the library holds of the program: `sendcap run` prints the numbers that the other tests
// compare with theory.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "formulas.hpp"
#include "observation.hpp"

namespace sendcap::theory {
namespace {

std::string output_of(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  if (!pipe) throw std::runtime_error("can not start " + command);
  std::string text;
  std::array<char, 65536> part{};
  for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), pipe.get())) > 0;)
    text.append(part.data(), size);
  return text;
}

nlohmann::json plan_in_program(const std::string& file, std::uint32_t replications) {
  const std::string text =
      output_of("'" SENDCAP_PROGRAM "' run '" + verification_file(file) + "' --replications " +
                std::to_string(replications) + " --seed 1 --threads 1 --quiet --format json");
  return nlohmann::json::parse(text).at("plans").at(0);
}

// The whole-run estimate of a measure of a subject; null when there is none.
nlohmann::json whole_run(const nlohmann::json& plan, const std::string& measure,
                         const model::Column& column) {
  for (const nlohmann::json& one : plan.at("estimates")) {
    if (one.at("measure") != measure || one.at("service") != column.subject || one.at("group") != "all")
      continue;
    if (one.at("kind") != std::string(model::word(column.subject_kind))) continue;
    const auto& dates = one.at("dates");
    if (dates.empty() || dates.back() != "whole run") return nullptr;
    return {{"mean", one.at("mean").back()}, {"low", one.at("low").back()}, {"high", one.at("high").back()}};
  }
  return nullptr;
}

class Program : public testing::TestWithParam<std::string> {};

std::vector<std::string> shipped_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(SENDCAP_VERIFICATION_SCENARIOS))
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

TEST_P(Program, PrintsTheNumbersComparedWithTheory) {
  const nlohmann::json plan = plan_in_program(GetParam(), 5);
  const Observation observed(GetParam(), 5);
  for (const model::Column& column : observed.model().layout.columns) {
    if (definition(column.measure).clock != model::MeasureClock::period) continue;
    const engine::Interval expected =
        engine::student_t_interval(observed.whole_run(column.name, column.subject), 0.95);
    const nlohmann::json printed = whole_run(plan, column.name, column);
    SCOPED_TRACE(column.name + " of " + column.subject);
    if (std::isnan(expected.mean)) {  // no such value, as the utilisation of unlimited staff
      EXPECT_TRUE(printed.is_null());
      continue;
    }
    ASSERT_FALSE(printed.is_null());
    EXPECT_DOUBLE_EQ(printed.at("mean"), expected.mean);
    EXPECT_DOUBLE_EQ(printed.at("low"), expected.low);
    EXPECT_DOUBLE_EQ(printed.at("high"), expected.high);
  }
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.substr(0, info.param.find('.'));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(EveryShippedQueue, Program, testing::ValuesIn(shipped_files()), test_name);

// Once all the way from the command line to the formula, with nothing of the library between.
TEST(ProgramAlone, HasErlangsShareTurnedAwayInItsInterval) {
  constexpr std::uint32_t kReplications = 10;
  const nlohmann::json plan = plan_in_program("erlang-b.yaml", kReplications);
  const nlohmann::json& present = plan.at("presence").at(0);
  ASSERT_EQ(present.at("service"), "advice line");
  // The share turned away is the share of time with all five busy (Wolff 1982). The program prints 95%
  // intervals; they are widened to kConfidence.
  const double widened = engine::student_t_quantile(kReplications - 1, (1 + kConfidence) / 2) /
                         engine::student_t_quantile(kReplications - 1, 0.975);
  const double share = present.at("share").at(5);
  const double half_width = (present.at("high").at(5).get<double>() - share) * widened;
  EXPECT_NEAR(share, erlang_b(5, 4), half_width);
  EXPECT_LT(half_width, 0.05 * share);
}

}  // namespace
}  // namespace sendcap::theory
