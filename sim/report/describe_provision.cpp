#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "describe_sections.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

// What is the same for several settings is said once, with their names.
class Shared {
 public:
  void add(const std::string& text, const std::string& name) {
    if (text.empty()) return;
    const auto found =
        std::find_if(said_.begin(), said_.end(), [&](const auto& one) { return one.first == text; });
    if (found == said_.end())
      said_.push_back({text, {name}});
    else
      found->second.push_back(name);
  }

  void write(std::ostream& out, std::size_t of_all) const {
    for (const auto& [text, names] : said_)
      out << item(0, fmt::format("{}: {}", text, names.size() == of_all ? "all" : listed(names)));
  }

 private:
  std::vector<std::pair<std::string, std::vector<std::string>>> said_;
};

// `8 (assumption)`: the source stands below the table.
template <class T>
std::string cell(const Value<T>& value) {
  Figure figure = as_figure(value);
  figure.source.clear();
  for (Figure::Later& later : figure.then) later.source.clear();
  return figure_words(figure);
}

std::string places_cell(const Provision& provision) {
  if (provision.places) return cell(*provision.places);
  std::vector<std::string> groups;
  for (const PlacesGroup& group : provision.groups)
    groups.push_back(fmt::format("{} (aged {}): {}", group.name, age_words(group.ages), cell(group.places)));
  return groups.empty() ? "unlimited" : fmt::format("{}", fmt::join(groups, "; "));
}

std::string designation(const Provision& provision) {
  std::vector<std::string> parts;
  for (const Name& need : provision.needs) parts.push_back(need.text);
  std::string text = parts.empty() ? "any need" : listed(parts, "or");
  if (!provision.flags.empty()) text += ", with the flag " + quoted(provision.flags);
  if (!provision.takes_from.empty()) text += ", from " + quoted(provision.takes_from);
  return text;
}

std::string where(const Provision& provision) {
  const std::string district = provision.district ? provision.district->text : "everywhere";
  return provision.out_of_county ? district + " (out of the county)" : district;
}

void write_table(const Named<Provision>& all, std::ostream& out) {
  const std::vector<std::string> columns{"name", "kind",   "where",       "places",
                                         "ages", "is for", "over number", "at start"};
  out << table_row(columns) << table_rule(columns.size());
  for (const Provision& provision : all)
    out << table_row({provision.name, word_of(provision.kind), where(provision), places_cell(provision),
                      provision.ages ? age_words(*provision.ages) : "any", designation(provision),
                      is_something(provision.over_number) ? cell(provision.over_number) : "none",
                      cell(provision.at_start)});
  out << '\n';
}

template <class T>
void add_sources(const Value<T>& value, const std::string& what, const std::string& name, Shared& sources) {
  const auto add = [&](const std::string& source) {
    if (!source.empty()) sources.add(fmt::format("source of {}: {}", what, source), name);
  };
  add(value.source);
  for (const auto& change : value.then)
    if (change.source != value.source) add(change.source);
}

void write_sources(const Named<Provision>& all, std::ostream& out) {
  Shared sources;
  for (const Provision& provision : all) {
    if (provision.places) add_sources(*provision.places, "places", provision.name, sources);
    for (const PlacesGroup& group : provision.groups)
      add_sources(group.places, "places", provision.name, sources);
    add_sources(provision.over_number, "places over number", provision.name, sources);
    add_sources(provision.at_start, "children at the start", provision.name, sources);
    if (provision.mix)
      sources.add("children at the start drawn from " + quoted(provision.mix->text), provision.name);
  }
  sources.write(out, all.size());
}

std::string afterwards(const Provision& provision) {
  std::vector<std::string> ways;
  for (const NextRule& rule : provision.afterwards) {
    std::string who = rule.when ? condition_words(*rule.when) : "";
    if (!who.empty()) who += ": ";
    if (rule.to) ways.push_back(who + quoted(rule.to->text));
    for (const Branch& branch : rule.split)
      ways.push_back(fmt::format("{}{} {}", who, figure(branch.share), quoted(branch.name)));
  }
  return ways.empty() ? "the plan ends" : fmt::format("{}", fmt::join(ways, "; "));
}

void write_stays(const Named<Provision>& all, std::ostream& out) {
  Shared stays;
  for (const Provision& provision : all) {
    stays.add(
        provision.stay ? "stays at most " + time_words(*provision.stay) : "stays until the end of the ages",
        provision.name);
    if (provision.remaining_stay)
      stays.add("stay left to those placed at the start: " + time_words(*provision.remaining_stay),
                provision.name);
    stays.add("afterwards " + afterwards(provision), provision.name);
  }
  stays.write(out, all.size());
}

void write_costs(const Named<Provision>& all, std::ostream& out) {
  Shared costs;
  for (const Provision& provision : all) {
    const auto add = [&](std::string_view what, const Value<Money>& cost) {
      if (is_something(cost)) costs.add(fmt::format("{} a year: {}", what, figure(cost)), provision.name);
    };
    add("for each place", provision.cost.per_place);
    add("for each child with a plan", provision.cost.per_child);
    add("for each child over number", provision.cost.over_number);
    add("transport for each child with a plan (the council)", provision.cost.transport);
  }
  costs.write(out, all.size());
}

}  // namespace

void describe_provision(const Scenario& scenario, std::ostream& out) {
  if (scenario.provision.empty()) return;
  out << heading(2, "Provision");
  write_table(scenario.provision, out);
  write_sources(scenario.provision, out);
  write_stays(scenario.provision, out);
  write_costs(scenario.provision, out);
  out << '\n';
}

}  // namespace sendcap::report
