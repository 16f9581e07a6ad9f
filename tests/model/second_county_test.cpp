// A second county from the same published figures (DfE, Education, health and care plans 2025, SEN2), as
// configuration only.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "provenance.hpp"
#include "run_text.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

namespace fs = std::filesystem;

const std::string kHerefordshire = SENDCAP_SOURCE_DIR "/scenarios/herefordshire/baseline.yaml";

scenario::Scenario herefordshire(const std::string& until) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  auto loaded =
      scenario::load_scenario(kHerefordshire, {"clock.until=" + until}, text_of_file, sources, diagnostics);
  if (!loaded) throw std::runtime_error(scenario::render(diagnostics, sources));
  return *loaded;
}

Results run(const std::string& until, std::uint32_t replications) {
  scenario::Diagnostics diagnostics;
  auto model = model::compile(herefordshire(until), diagnostics);
  if (!model) throw std::runtime_error(scenario::render(diagnostics, {}));
  return {std::move(*model), replications};
}

TEST(SecondCounty, all_1717_plan_holders_of_january_2025_are_where_they_were_counted) {
  const std::map<std::string, double> published{
      {"mainstream", 671 + 91},  // with schools in Wales
      {"autism base", 58},       // of 82 in resourced provision those whose primary need is autism
      {"SEN unit", 82 - 58},
      {"special school", 398},
      {"independent special school", 75 + 4},
      {"alternative provision", 16 + 83},  // with other settings
      {"post-16", 148 + 47 + 51},
      {"home education", 18},
      {"early years", 19},
      {"not in education", 4 + 10}};  // with those not recorded
  std::map<std::string, double> at_start;
  for (const scenario::Provision& provision : herefordshire("2025-01-08").provision)
    if (provision.at_start.is.value > 0)
      at_start[std::string(
          scenario::enum_words(scenario::ProvisionKind{})[static_cast<std::size_t>(provision.kind)])] +=
          static_cast<double>(provision.at_start.is.value);
  EXPECT_EQ(at_start, published);
  EXPECT_EQ(run("2025-01-08", 1).mean("plans held", "plans", "2025-01-01"), 1717);
}

// 2024: 347 new plans after 293, 67.6% of them within 20 weeks, 256 plans more than a year before.
TEST(SecondCounty, the_first_year_is_of_the_order_of_2024) {
  const Results year = run("2026-01-02", 20);
  EXPECT_NEAR(year.mean("new plans, calendar year so far", "plans", "2026-01-01"), 347, 90);
  EXPECT_NEAR(year.mean("done in time without exceptions, share, calendar year so far",
                        "EHC needs assessment: final plan", "2026-01-01"),
              0.676, 0.1);
  EXPECT_NEAR(year.mean("plans held", "plans", "2026-01-01") - 1717, 256, 60);
}

TEST(SecondCounty, every_figure_says_where_it_comes_from_and_how_far_it_can_be_trusted) {
  EXPECT_GT(figures_with_provenance(kHerefordshire), 150U);
}

// Names of districts stand in the program only as examples of how to write them.
TEST(SecondCounty, no_school_of_either_county_is_known_to_the_program) {
  std::size_t files = 0;
  for (const char* folder : {"/include", "/sim"})
    for (const auto& entry : fs::recursive_directory_iterator(std::string(SENDCAP_SOURCE_DIR) + folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string text = text_of_file(entry.path().string()).value_or("");
      ++files;
      for (const char* name : {"Worcestershire", "Herefordshire", "Wyre Forest", "Riversides", "Barrs Court",
                               "Umbrella", "mainstream schools (to Year 6)", "EHC needs assessment"})
        EXPECT_EQ(text.find(name), std::string::npos) << name << " in " << entry.path();
    }
  EXPECT_GT(files, 200U);
}

}  // namespace
}  // namespace sendcap::testing
