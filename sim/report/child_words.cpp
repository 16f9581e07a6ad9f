#include "child_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sendcap::report {

std::vector<AttributeWords> attribute_words(const model::Model& model) {
  constexpr std::string_view kBetween = ": ";  // the title and the value, in the name of a group
  const std::vector<std::string>& groups = model.layout.groups;
  std::vector<AttributeWords> all;
  for (std::size_t d = 0; d < model.dimensions.size(); ++d) {
    const model::GroupDimension& dimension = model.dimensions[d];
    if (dimension.kind != model::GroupDimension::Kind::attribute) continue;
    const std::size_t end =
        d + 1 < model.dimensions.size() ? model.dimensions[d + 1].first_group : groups.size();
    AttributeWords words;
    words.index = dimension.attribute;
    for (std::size_t group = dimension.first_group; group < end; ++group) {
      const std::size_t between = groups[group].find(kBetween);
      words.title = groups[group].substr(0, between);
      words.values.push_back(groups[group].substr(between + kBetween.size()));
    }
    all.push_back(std::move(words));
  }
  return all;
}

std::string flag_words(const model::Model& model, std::uint32_t flags) {
  std::string words;
  for (std::size_t bit = 0; bit < model.flags.size(); ++bit) {
    if ((flags >> bit & 1U) == 0) continue;
    if (!words.empty()) words += "; ";
    words += model.flags[bit];
  }
  return words;
}

std::string child_id(std::uint32_t source, std::uint32_t number) {
  return fmt::format("{:08x}-{:08x}", source, number);
}

bool has_ages(const model::Model& model) {
  return !model.mixes.empty();
}

}  // namespace sendcap::report
