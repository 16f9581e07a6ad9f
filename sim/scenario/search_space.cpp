#include "sendcap/scenario/search_space.hpp"

#include <utility>

#include "scenario/field_at.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {
namespace {

// A value of a variation in words: as it stands in the file, without what is noted beside it.
std::string in_words(const Node& value) {
  const Node* is = value.find("is");
  if (is != nullptr) return in_words(*is);
  return value.is_scalar() ? value.text : to_yaml_line(value);
}

}  // namespace

void SearchSpace::add_varied(const Lever& lever, std::vector<Way>& ways) {
  std::vector<Way> made{{std::string(), lever.interventions, true}};
  Diagnostics none;  // the values were tried when the file was read
  Reader reader(none);
  for (const Variation& variation : lever.vary) {
    std::vector<Way> more;
    for (const Way& way : made)
      for (const Node& value : variation.values) {
        Way varied = way;
        set_field(reader, varied.interventions, variation.name, variation.place, value);
        varied.name += (varied.name.empty() ? "" : ", ") + variation.name + " " + in_words(value);
        more.push_back(std::move(varied));
      }
    made = std::move(more);
  }
  for (Way& way : made) ways.push_back(std::move(way));
}

SearchSpace::SearchSpace(const Search& search) {
  for (const Lever& lever : search.levers) {
    Ways one{lever.name, {}};
    if (!lever.must) one.ways.push_back({std::string(), {}, false});
    for (const Choice& choice : lever.choices) one.ways.push_back({choice.name, choice.interventions, true});
    if (!lever.interventions.empty()) add_varied(lever, one.ways);
    size_ = size_ >= kUncountable / one.ways.size() ? kUncountable : size_ * one.ways.size();
    levers_.push_back(std::move(one));
  }
}

SearchSpace::Point SearchSpace::point(std::uint64_t number) const {
  Point point(levers_.size());
  for (std::size_t lever = levers_.size(); lever-- > 0;) {
    point[lever] = static_cast<std::uint32_t>(number % ways(lever));
    number /= ways(lever);
  }
  return point;
}

std::uint64_t SearchSpace::number(const Point& point) const {
  std::uint64_t number = 0;
  for (std::size_t lever = 0; lever < levers_.size(); ++lever) number = number * ways(lever) + point[lever];
  return number;
}

bool SearchSpace::changes_nothing(const Point& point) const {
  for (std::size_t lever = 0; lever < levers_.size(); ++lever)
    if (levers_[lever].ways[point[lever]].used) return false;
  return true;
}

std::string SearchSpace::way(std::size_t lever, std::uint32_t number) const {
  const Way& way = levers_[lever].ways[number];
  return !way.used ? "none" : way.name.empty() ? "yes" : way.name;
}

std::string SearchSpace::title(const Point& point) const {
  std::string text;
  for (std::size_t lever = 0; lever < levers_.size(); ++lever) {
    const Way& way = levers_[lever].ways[point[lever]];
    if (!way.used) continue;
    text += (text.empty() ? "" : "; ") + levers_[lever].name;
    if (!way.name.empty()) text += ": " + way.name;
  }
  return text.empty() ? "the scenario as it stands" : text;
}

Plan SearchSpace::plan(const Point& point) const {
  Plan plan;
  plan.title = title(point);
  for (std::size_t lever = 0; lever < levers_.size(); ++lever)
    for (const Intervention& intervention : levers_[lever].ways[point[lever]].interventions)
      plan.interventions.push_back(intervention);
  return plan;
}

}  // namespace sendcap::scenario
