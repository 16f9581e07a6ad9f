#include "provenance.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <iterator>

#include "sendcap/scenario/language/include_files.hpp"
#include "sendcap/scenario/language/override.hpp"
#include "sendcap/scenario/language/walk.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

// What is said about a value: its own source and quality, or those of the closest block round it that gives
// them (the mix of a weight, the distribution of a mean).
struct Said {
  bool source = false;
  bool quality = false;
};

void look_for_provenance(const scenario::Node& node, Said& said) {
  if (!node.is_mapping()) return;
  said.source = said.source || node.find("source") != nullptr;
  said.quality = said.quality || node.find("quality") != nullptr;
}

Said said_about(const scenario::Node& root, const std::string& path) {
  Said said;
  const scenario::Node* node = &root;
  for (const std::string& part : scenario::split_path(path)) {
    const bool number = !part.empty() && std::isdigit(static_cast<unsigned char>(part[0])) != 0;
    const scenario::Node* below = nullptr;
    if (node->is_mapping()) {
      below = node->find(part);
      if (below == nullptr && number) continue;  // a list of one, written without its brackets
    } else if (node->is_list() && number) {
      below = &node->children.at(std::stoul(part) - 1);
    }
    if (below == nullptr) break;
    node = below;
    look_for_provenance(*node, said);
  }
  return said;
}

}  // namespace

std::optional<std::string> text_of_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

std::size_t figures_with_provenance(const std::string& path) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto tree = scenario::read_yaml_file(sources, path, text_of_file, diagnostics);
  const auto scenario = scenario::load_scenario(path, {}, text_of_file, sources, diagnostics);
  if (!tree || !scenario) {
    ADD_FAILURE() << scenario::render(diagnostics, sources);
    return 0;
  }
  std::size_t figures = 0;
  scenario::for_each_value(*scenario, [&](const scenario::ValueView& value) {
    if (!value.place().known()) return;     // a default
    if (value.is() == "unlimited") return;  // not a figure
    ++figures;
    const Said said = said_about(*tree, value.path());
    EXPECT_TRUE(said.source) << value.path() << " has no source";
    EXPECT_TRUE(said.quality) << value.path() << " has no quality";
  });
  return figures;
}

}  // namespace sendcap::testing
