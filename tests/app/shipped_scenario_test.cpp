#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "program.hpp"
#include "sendcap/scenario/language/include_files.hpp"
#include "sendcap/scenario/language/yaml.hpp"

// Every scenario and plan that comes with the program can be run, and an independent validator of JSON Schema
// agrees with the schema that editors are given.

namespace sendcap::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::optional<std::string> text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::optional<scenario::Node> tree_of(const std::string& path) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  return scenario::read_yaml_file(sources, path, text_of, diagnostics);
}

// What a scenario or plan file is worth to a user: files that only others include are pieces of those.
struct Shipped {
  std::vector<std::string> scenarios;
  std::vector<std::string> plans;
  std::vector<std::string> searches;
};

Shipped shipped() {
  Shipped files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SENDCAP_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::optional<scenario::Node> tree = tree_of(entry.path().string());
    EXPECT_TRUE(tree) << entry.path();
    if (tree && tree->find("plan") != nullptr) files.plans.push_back(entry.path().string());
    if (tree && tree->find("search") != nullptr) files.searches.push_back(entry.path().string());
    if (tree && tree->find("title") != nullptr) files.scenarios.push_back(entry.path().string());
  }
  return files;
}

std::string faults(const json& schema_text, const json& document) {
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_text), schema);
  valijson::ValidationResults results;
  valijson::Validator validator;
  validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results);
  std::string text;
  for (const auto& error : results) {
    for (const std::string& step : error.context) text += step;
    text += ": " + error.description + '\n';
  }
  return text;
}

using ShippedScenarios = AtTheTerminal;

TEST_F(ShippedScenarios, ValidateAgainstTheSchema) {
  const Shipped files = shipped();
  ASSERT_FALSE(files.scenarios.empty());
  const json scenario_schema = json::parse(sendcap({"schema"}).out);
  for (const std::string& path : files.scenarios)
    EXPECT_EQ(faults(scenario_schema, json::parse(scenario::to_json(*tree_of(path)))), "") << path;
  ASSERT_FALSE(files.plans.empty());
  const json plan_schema = json::parse(sendcap({"schema", "plan"}).out);
  for (const std::string& path : files.plans)
    EXPECT_EQ(faults(plan_schema, json::parse(scenario::to_json(*tree_of(path)))), "") << path;
  ASSERT_FALSE(files.searches.empty());
  const json search_schema = json::parse(sendcap({"schema", "search"}).out);
  for (const std::string& path : files.searches)
    EXPECT_EQ(faults(search_schema, json::parse(scenario::to_json(*tree_of(path)))), "") << path;
}

TEST_F(ShippedScenarios, TheSchemaRefusesWhatIsWrong) {
  const json schema = json::parse(sendcap({"schema", "scenario"}).out);
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto file = sources.add("county.yaml", std::string(kSmallCounty));
  const json county = json::parse(scenario::to_json(*scenario::read_yaml(sources, file, diagnostics)));
  EXPECT_EQ(faults(schema, county), "");
  json misspelt = county;
  misspelt["titel"] = "x";
  EXPECT_NE(faults(schema, misspelt), "");
  json unit = county;
  unit["demand"]["referrals"]["rate"] = "60 weeks";
  EXPECT_NE(faults(schema, unit), "");
}

TEST_F(ShippedScenarios, PassTheCheck) {
  const Shipped files = shipped();
  for (const std::string& path : files.scenarios) {
    const Answer answer = sendcap({"check", path});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
  }
  std::vector<std::string> beside = files.plans;
  beside.insert(beside.end(), files.searches.begin(), files.searches.end());
  for (const std::string& path :
       beside) {  // they stand in a folder of their own beside the county's baseline
    const std::string baseline = (fs::path(path).parent_path().parent_path() / "baseline.yaml").string();
    const Answer answer = sendcap({"check", path, "--baseline", baseline});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
  }
}

}  // namespace
}  // namespace sendcap::testing
