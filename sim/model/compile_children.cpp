#include <algorithm>

#include "compiler.hpp"

namespace sendcap::model {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& names) {
  return std::vector<std::string_view>(names.begin(), names.end());
}

}  // namespace

void Compiler::attributes() {
  const scenario::ChildrenKinds& kinds = scenario_.children;
  std::vector<std::string> districts;
  for (const scenario::District& district : scenario_.districts) districts.push_back(district.name);
  attribute_values_ = {districts, kinds.needs};
  std::vector<std::string> titles{"district", "need"};
  for (const scenario::Attribute& attribute : kinds.attributes) {
    attribute_values_.push_back(attribute.values);
    titles.push_back(attribute.name);
  }
  if (attribute_values_.size() > kMaxAttributes)
    return error(kinds.attributes.back().place, "children.attributes",
                 "at most four further attributes are possible");
  model_.attribute_count = attribute_values_.size();
  for (const std::vector<std::string>& values : attribute_values_)
    attribute_names_.emplace_back(views(values));
  flags_ = kinds.flags;
  if (flags_.size() > 32) error(kinds.place, "children.flags", "at most 32 flags are possible");

  std::vector<std::string>& groups = model_.layout.groups;
  groups = {"all"};
  std::vector<MeasureLayout::Dimension>& dimensions = model_.layout.dimensions;
  for (std::size_t a = 0; a < attribute_values_.size(); ++a) {
    if (attribute_values_[a].empty()) continue;
    model_.dimensions.push_back({GroupDimension::Kind::attribute, static_cast<std::uint8_t>(a),
                                 static_cast<std::uint32_t>(groups.size())});
    dimensions.push_back({titles[a], groups.size(), attribute_values_[a].size()});
    for (const std::string& value : attribute_values_[a]) groups.push_back(titles[a] + ": " + value);
  }
  constexpr std::size_t kMostGroups = 65'000;
  if (groups.size() + kinds.age_bands.size() > kMostGroups)
    return error(kinds.place, "children", "at most 65,000 groups of children are possible",
                 "leave out values of the attributes");
  if (kinds.age_bands.empty()) return;
  model_.dimensions.push_back({GroupDimension::Kind::age, 0, static_cast<std::uint32_t>(groups.size())});
  dimensions.push_back({"age", groups.size(), kinds.age_bands.size()});
  model_.age_band_of_year.assign(121, Model::kNoBand);
  for (std::size_t band = 0; band < kinds.age_bands.size(); ++band) {
    groups.push_back("age: " + kinds.age_bands[band].name);
    for (int year = 0; year <= 120; ++year) {
      if (!kinds.age_bands[band].ages.holds(year)) continue;
      if (model_.age_band_of_year[static_cast<std::size_t>(year)] != Model::kNoBand)
        error(kinds.age_bands[band].place, "children.age bands",
              "age bands overlap at age " + std::to_string(year));
      model_.age_band_of_year[static_cast<std::size_t>(year)] = static_cast<std::uint16_t>(band);
    }
  }
}

engine::AliasTable Compiler::weights(const scenario::Named<scenario::Weight>& given,
                                     const scenario::NameTable& values, std::string_view what,
                                     const std::string& path) {
  std::vector<double> weight(values.names().size(), given.empty() ? 1.0 : 0.0);
  double sum = given.empty() ? 1.0 : 0.0;
  for (const scenario::Weight& one : given) {
    const auto index =
        scenario::resolve(scenario::Name{one.name, one.place}, values, what, path, diagnostics_);
    if (!index) continue;
    weight[*index] = constant(one.weight, path);
    sum += weight[*index];
  }
  if (!(sum > 0)) {
    if (!given.empty()) error(given[0].place, path, "all weights are 0");
    std::fill(weight.begin(), weight.end(), 1.0);
  }
  return engine::AliasTable(weight);
}

void Compiler::mixes() {
  const bool any = std::any_of(attribute_values_.begin(), attribute_values_.end(),
                               [](const auto& values) { return !values.empty(); });
  if (scenario_.mixes.empty() && !any && scenario_.children.age_bands.empty() && scenario_.provision.empty())
    return;
  const scenario::Mix even;
  std::vector<const scenario::Mix*> all{&even};
  for (const scenario::Mix& mix : scenario_.mixes) all.push_back(&mix);
  for (const scenario::Mix* given : all) {
    const std::string path = below("mixes", given->name);
    Mix mix;
    for (std::size_t a = 0; a < attribute_values_.size(); ++a) {
      mix.attributes.emplace_back();
      if (attribute_values_[a].empty()) continue;
      scenario::Named<scenario::Weight> of_attribute;
      if (a == 0) of_attribute = given->district;
      if (a == 1) of_attribute = given->need;
      for (const scenario::Weight& weight : given->values)
        if (a >= 2 && std::find(attribute_values_[a].begin(), attribute_values_[a].end(), weight.name) !=
                          attribute_values_[a].end())
          of_attribute.push_back(weight);
      mix.attributes.back() = weights(of_attribute, attribute_names_[a],
                                      a == 0   ? "district"
                                      : a == 1 ? "need"
                                               : "value",
                                      path);
    }
    std::vector<double> age_weights;
    for (const scenario::Weight& age : given->age) {
      const auto span = scenario::parse_ages(age.name);
      if (!span) {
        error(age.place, below(path, "age"), "'" + age.name + "' is no age",
              "write `5`, `5 to 10`, `under 5` or `19 and over`");
        continue;
      }
      mix.ages.push_back({static_cast<int>(span->first.value),
                          static_cast<int>(std::min<std::int64_t>(span->last.value, 25))});
      age_weights.push_back(constant(age.weight, path));
    }
    if (!age_weights.empty()) {
      if (std::all_of(age_weights.begin(), age_weights.end(), [](double weight) { return weight == 0; }))
        error(given->age[0].place, below(path, "age"), "all weights are 0");
      else
        mix.age.emplace(age_weights);
    }
    for (const scenario::FlagChance& flag : given->flags) {
      const auto bit =
          scenario::resolve(scenario::Name{flag.name, flag.place}, views(flags_), "flag", path, diagnostics_);
      if (bit)
        mix.flags.push_back({1U << *bit, constant(flag.chance, path), condition(flag.when, path),
                             constant(flag.otherwise, path)});
    }
    joint_table(*given, path, mix);
    model_.mixes.push_back(std::move(mix));
  }
}

void Compiler::joint_table(const scenario::Mix& given, const std::string& path, Mix& mix) {
  std::vector<double> joint_weights;
  for (const scenario::JointCell& cell : given.joint) {
    Mix::JointCell compiled;
    compiled.attributes.fill(Mix::kUndrawn);
    const auto set = [&](std::size_t attribute, const scenario::Name& name, std::string_view what) {
      const auto index = scenario::resolve(name, attribute_names_[attribute], what, path, diagnostics_);
      if (index) compiled.attributes[attribute] = static_cast<std::uint16_t>(*index);
    };
    if (cell.district) set(0, *cell.district, "district");
    if (cell.need) set(1, *cell.need, "need");
    for (const scenario::Name& value : cell.value)
      for (std::size_t a = 2; a < attribute_values_.size(); ++a)
        if (std::find(attribute_values_[a].begin(), attribute_values_[a].end(), value.text) !=
            attribute_values_[a].end())
          set(a, value, "value");
    if (cell.age) {
      compiled.age = static_cast<int>(mix.ages.size());
      mix.ages.push_back({static_cast<int>(cell.age->first.value),
                          static_cast<int>(std::min<std::int64_t>(cell.age->last.value, 25))});
    }
    mix.joint_cells.push_back(compiled);
    joint_weights.push_back(constant(cell.weight, path));
  }
  if (joint_weights.empty()) return;
  if (std::all_of(joint_weights.begin(), joint_weights.end(), [](double weight) { return weight == 0; }))
    return error(given.place, below(path, "joint"), "all weights are 0");
  mix.joint.emplace(joint_weights);
}

void Compiler::add_test(Condition& compiled, std::size_t attribute, const std::vector<scenario::Name>& names,
                        std::string_view what, const std::string& path) {
  if (names.empty()) return;
  Condition::Test test;
  test.attribute = static_cast<std::uint8_t>(attribute);
  test.allowed.assign(attribute_values_[attribute].size(), 0);
  for (const scenario::Name& name : names) {
    const auto index = scenario::resolve(name, attribute_names_[attribute], what, path, diagnostics_);
    if (index) test.allowed[*index] = 1;
  }
  compiled.tests.push_back(std::move(test));
}

Condition Compiler::condition(const scenario::Condition& given, const std::string& path) {
  Condition compiled;
  add_test(compiled, 0, given.district, "district", path);
  add_test(compiled, 1, given.need, "need", path);
  for (std::size_t a = 2; a < attribute_values_.size(); ++a) {
    std::vector<scenario::Name> of_attribute;
    for (const scenario::Name& value : given.value)
      if (std::find(attribute_values_[a].begin(), attribute_values_[a].end(), value.text) !=
          attribute_values_[a].end())
        of_attribute.push_back(value);
    add_test(compiled, a, of_attribute, "value", path);
  }
  for (const scenario::Name& value : given.value) {
    bool known = false;
    for (std::size_t a = 2; a < attribute_values_.size(); ++a)
      known = known || std::find(attribute_values_[a].begin(), attribute_values_[a].end(), value.text) !=
                           attribute_values_[a].end();
    if (!known)
      diagnostics_.error(scenario::Code::unknown_name, value.place, path,
                         "no attribute has a value called '" + value.text + "'");
  }
  if (given.age) {
    compiled.about_age = true;
    ages_matter_ = true;
    compiled.first_age = static_cast<int>(given.age->first.value);
    compiled.last_age = static_cast<int>(given.age->last.value);
  }
  const auto bits = [&](const std::vector<scenario::Name>& names) {
    std::uint32_t sum = 0;
    for (const scenario::Name& name : names) {
      const auto bit = scenario::resolve(name, views(flags_), "flag", path, diagnostics_);
      if (bit) sum |= 1U << *bit;
    }
    return sum;
  };
  compiled.flags_needed = bits(given.flag);
  compiled.flags_refused = bits(given.without_flag);
  return compiled;
}

}  // namespace sendcap::model
