#include "sendcap/scenario/language/schema.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "reading.hpp"
#include "toy_clinic.hpp"

// An independent checker of JSON Schema and our own reader have to agree on what a file may hold.
namespace sendcap::scenario {
namespace {

class CountySchema {
 public:
  CountySchema() : text_(nlohmann::json::parse(json_schema<toy::County>("A county"))) {
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text_), schema_);
  }
  [[nodiscard]] bool allows(const std::string& yaml) const {
    const Text file(yaml);
    if (!file.node) return false;
    const nlohmann::json tree = nlohmann::json::parse(to_json(*file.node));
    valijson::Validator validator;
    return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(tree), nullptr);
  }
  [[nodiscard]] const nlohmann::json& text() const { return text_; }

 private:
  nlohmann::json text_;
  valijson::Schema schema_;
};

TEST(JsonSchema, AllowsWhatTheReaderReads) {
  const CountySchema schema;
  for (const std::string& yaml :
       {std::string(toy::kGoodCounty), std::string("title: x\n"), std::string("bank holidays: true\n"),
        std::string("steps: a\n"), std::string("steps: {to: a, otherwise: [b, {to: c}]}\n"),
        std::string("services: {a: {kind: team, staff: '1,883', work: {is: 45 min, range: [30, 1 hour]}}}\n"),
        std::string("services: {a: {kind: clinic, sessions: 12/week, districts: }}\n"),
        std::string("start: day 100\n")}) {
    const Reading<toy::County> file(yaml);
    EXPECT_TRUE(file.good) << yaml << render(file.diagnostics, file.sources);
    EXPECT_TRUE(schema.allows(yaml)) << yaml;
  }
}

TEST(JsonSchema, RefusesWhatTheReaderRefuses) {
  const CountySchema schema;
  for (const std::string yaml :
       {"titel: x\n", "start: tomorrow\n", "growth: 11%\n", "budget: 24000\n", "bank holidays: maybe\n",
        "services: [a]\n", "services: {a: {kind: clinic}}\n", "services: {a: {kind: bus, staff: 3}}\n",
        "services: {a: {kind: team, staff: 3, contacts: 30}}\n", "services: {a: {kind: team, staff: -3}}\n",
        "services: {a: {kind: team, staff: 3, work: 45}}\n",
        "services: {a: {kind: clinic, sessions: 1 per day, order: first}}\n",
        "services: {a: {kind: clinic, sessions: {is: 1 per day, sorce: x}}}\n",
        "services: {a: {kind: clinic, sessions: {range: [1, 2]}}}\n", "steps: [{otherwise: a}]\n"}) {
    EXPECT_FALSE(Reading<toy::County>(yaml).good) << yaml;
    EXPECT_FALSE(schema.allows(yaml)) << yaml;
  }
}

TEST(JsonSchema, AllowsIncludesInEveryBlock) {
  const CountySchema schema;
  EXPECT_TRUE(
      schema.allows("include: a.yaml\nservices: {include: [b.yaml], a: {include: c.yaml, kind: team}}\n"));
}

TEST(JsonSchema, TellsEditorsMeaningDefaultAndExample) {
  const CountySchema schema;
  EXPECT_EQ(schema.text()["$schema"], "http://json-schema.org/draft-07/schema#");
  const nlohmann::json& service = schema.text()["definitions"]["service"];
  const nlohmann::json& team = service["anyOf"][1]["properties"];
  EXPECT_EQ(team["kind"]["const"], "team");
  EXPECT_EQ(team["contacts"]["description"], "Visits for each child.");
  EXPECT_EQ(team["contacts"]["default"], 1);
  EXPECT_EQ(team["work"]["examples"][0], "45 min");
}

}  // namespace
}  // namespace sendcap::scenario
