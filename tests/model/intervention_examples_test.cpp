// Every example of docs/interventions.md is a plan that can be run, and it changes what the page says it
// changes.
//
// An example is a block of YAML holding one or more interventions. The line above it says what changes, and
// on which scenario when that is not the county:
//
//     <!-- changes: "seen" of "first paediatric appointments" -->
//     <!-- scenarios/examples/two-localities.yaml changes: "waiting" of "clinic" -->

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "sendcap/experiment/study.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/model/simulation.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

constexpr std::uint64_t kSeed = 1;
const std::string kCounty = "scenarios/worcestershire/baseline.yaml";

std::optional<std::string> text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Example {
  std::size_t line = 0;  // of the page, where its block begins
  std::string scenario;
  std::string measure;  // what changes
  std::string subject;
  std::string interventions;
};

std::vector<Example> examples_of(const std::string& page) {
  static const std::regex kComment("<!-- (?:(\\S+\\.yaml) )?changes: \"([^\"]+)\" of \"([^\"]+)\" -->");
  std::vector<Example> examples;
  std::istringstream lines(page);
  std::string above;
  std::size_t number = 0;
  bool inside = false;
  for (std::string line; std::getline(lines, line); above = line) {
    ++number;
    if (inside && line == "```") {
      inside = false;
    } else if (inside) {
      examples.back().interventions += line + '\n';
    } else if (line == "```yaml") {
      std::smatch said;
      EXPECT_TRUE(std::regex_match(above, said, kComment))
          << "docs/interventions.md:" << number << ": the line above does not say what the example changes";
      examples.push_back({number, said[1].matched ? said[1].str() : kCounty, said[2], said[3], {}});
      inside = true;
    }
  }
  EXPECT_FALSE(inside) << "the last block of the page has no end";
  return examples;
}

// A scenario that examples are tried on, and what it measures as it stands.
struct Tried {
  scenario::Scenario scenario;
  model::Model model;
  model::Measures measures;
};

class InterventionExamples : public ::testing::Test {
 protected:
  const Tried& as_it_stands(const std::string& name) {
    const auto known = tried_.find(name);
    if (known != tried_.end()) return known->second;
    scenario::Sources sources;
    scenario::Diagnostics diagnostics;
    auto loaded = scenario::load_scenario(SENDCAP_SOURCE_DIR "/" + name, {}, text_of, sources, diagnostics);
    auto compiled = loaded ? model::compile(*loaded, diagnostics) : std::nullopt;
    if (!compiled) throw std::runtime_error(scenario::render(diagnostics, sources));
    model::Measures measures = model::Simulation(*compiled).run(kSeed, 0);
    return tried_.emplace(name, Tried{std::move(*loaded), std::move(*compiled), std::move(measures)})
        .first->second;
  }

 private:
  std::map<std::string, Tried> tried_;
};

// Over the whole run; what is only known at dates, at the end. None where nothing is.
double measured(const model::MeasureLayout& layout, const model::Measures& measures, const Example& example) {
  const model::Column* column = layout.find(example.measure, example.subject);
  if (column == nullptr) return 0;
  const std::size_t whole_run = layout.dates.size() - 1;
  for (const std::size_t date : {whole_run, whole_run - 1})
    if (const double value = measures.values[layout.cell(*column, date, 0)]; !std::isnan(value)) return value;
  return 0;
}

TEST_F(InterventionExamples, EachOfThePageRunsAndChangesWhatItSays) {
  const std::vector<Example> examples =
      examples_of(text_of(SENDCAP_SOURCE_DIR "/docs/interventions.md").value_or(""));
  EXPECT_GE(examples.size(), 4U);
  for (const Example& example : examples) {
    SCOPED_TRACE("docs/interventions.md:" + std::to_string(example.line));
    const Tried& before = as_it_stands(example.scenario);
    scenario::Sources sources;
    scenario::Diagnostics diagnostics;
    const auto plan = scenario::load_plan(
        "example.yaml",
        [&](const std::string&) {
          return std::optional<std::string>("plan: an example\ninterventions:\n" + example.interventions);
        },
        sources, diagnostics);
    std::optional<model::Model> after;
    if (plan) {
      const scenario::Scenario changed = scenario::apply(before.scenario, *plan, diagnostics);
      if (!diagnostics.has_errors()) after = model::compile(changed, diagnostics);
    }
    if (!after) {
      ADD_FAILURE() << scenario::render(diagnostics, sources);
      continue;
    }
    const model::Measures measures = model::Simulation(*after).run(kSeed, 0);
    ASSERT_NE(after->layout.find(example.measure, example.subject), nullptr)
        << "no measure '" << example.measure << "' of '" << example.subject << "'";
    EXPECT_NE(measured(before.model.layout, before.measures, example),
              measured(after->layout, measures, example))
        << "'" << example.measure << "' of '" << example.subject << "' is as it was";
  }
}

// What is uncertain in a plan is an input that experiments can vary, whatever the kind of intervention.
TEST_F(InterventionExamples, EveryRangeOfThePageIsAnUncertainInput) {
  for (const Example& example :
       examples_of(text_of(SENDCAP_SOURCE_DIR "/docs/interventions.md").value_or(""))) {
    SCOPED_TRACE("docs/interventions.md:" + std::to_string(example.line));
    std::size_t ranges = 0;
    for (std::size_t at = 0; (at = example.interventions.find("range: [", at)) != std::string::npos; ++at)
      ++ranges;
    scenario::Sources sources;
    scenario::Diagnostics diagnostics;
    const auto plan = scenario::load_plan(
        "example.yaml",
        [&](const std::string&) {
          return std::optional<std::string>("plan: an example\ninterventions:\n" + example.interventions);
        },
        sources, diagnostics);
    ASSERT_TRUE(plan) << scenario::render(diagnostics, sources);
    const experiment::Study study(scenario::Scenario{}, {*plan});
    EXPECT_EQ(study.uncertain_inputs(0).size(), ranges);
  }
}

}  // namespace
}  // namespace sendcap::testing
