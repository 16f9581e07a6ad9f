#include "read_model.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::bench {
namespace {

std::optional<std::string> text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

model::Model read_model(const std::string& scenario_file, const std::vector<std::string>& overrides,
                        const std::string& plan_file) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  std::optional<scenario::Scenario> scenario =
      scenario::load_scenario(scenario_file, overrides, text_of_file, sources, diagnostics);
  if (scenario && !plan_file.empty()) {
    const std::optional<scenario::Plan> plan =
        scenario::load_plan(plan_file, text_of_file, sources, diagnostics);
    if (plan) scenario = scenario::apply(*scenario, *plan, diagnostics);
  }
  std::optional<model::Model> model;
  if (scenario && !diagnostics.has_errors()) model = model::compile(*scenario, diagnostics);
  if (!model) throw std::runtime_error(render(diagnostics, sources));
  return *std::move(model);
}

const model::Model& model_at_hand(const std::string& key, const std::function<model::Model()>& make) {
  static std::map<std::string, model::Model> models;
  const auto known = models.find(key);
  if (known != models.end()) return known->second;
  return models.emplace(key, make()).first->second;
}

std::string project_file(const std::string& path) {
  return SENDCAP_SOURCE_DIR "/" + path;
}

}  // namespace sendcap::bench
