#include "sendcap/report/world_notes.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <variant>

#include "pathway_links.hpp"
#include "sendcap/scenario/language/writer.hpp"
#include "year_ends.hpp"

namespace sendcap::report {
namespace {

void add_new(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

WorldNotes::ComesLater& entry_of(std::vector<WorldNotes::ComesLater>& all, const std::string& pathway) {
  const auto known =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.pathway == pathway; });
  if (known != all.end()) return *known;
  all.push_back({pathway, {}, {}});
  return all.back();
}

// The steps to which a pathway's rules at its beginning lead; the first unless there are any.
std::vector<std::string> entries_of(const scenario::Pathway& pathway) {
  std::vector<std::string> entries;
  for (const scenario::NextRule& rule : pathway.begins_at) {
    if (rule.to) entries.push_back(rule.to->text);
    for (const scenario::Branch& branch : rule.split) entries.push_back(branch.name);
  }
  if (entries.empty()) entries.push_back(pathway.steps[0].name);
  return entries;
}

// The steps at which a case can be before its first contact, or have it. Unless a step is marked, every visit
// to a service and every wait for a place can be the first contact.
std::set<std::string> until_first_contact(const scenario::Pathway& pathway) {
  const bool marked = std::any_of(pathway.steps.begin(), pathway.steps.end(),
                                  [](const scenario::Step& step) { return step.first_contact; });
  std::set<std::string> reached;
  std::vector<std::string> open = entries_of(pathway);
  while (!open.empty()) {
    const std::string name = open.back();
    open.pop_back();
    const scenario::Step* step = pathway.steps.find(name);
    if (step == nullptr || !reached.insert(name).second) continue;
    if (marked ? step->first_contact : !step->service.empty() || step->place_request.has_value()) continue;
    for (const WayOn& way : ways_on(pathway, static_cast<std::size_t>(step - &pathway.steps[0])))
      open.push_back(way.to);
    for (const scenario::Name& way : step->fork) open.push_back(way.text);
  }
  return reached;
}

void note_pathway(const scenario::Pathway& pathway, WorldNotes::ComesLater& later) {
  const std::set<std::string> until = until_first_contact(pathway);
  std::set<std::string> waited_for;
  for (const scenario::Step& step : pathway.steps)
    if (until.count(step.name) > 0)
      for (const scenario::Name& service : step.service) waited_for.insert(service.text);
  for (const scenario::Step& step : pathway.steps) {
    if (until.count(step.name) > 0) continue;
    for (const scenario::Name& service : step.service)
      if (waited_for.count(service.text) == 0) add_new(later.services, service.text);
    if (step.refer) add_new(later.pathways, step.refer->text);
  }
}

// Every text of a plan that may be a name, also as a key: where figures come from is none.
void collect_texts(const scenario::Node& node, std::vector<std::string>& texts) {
  if (node.key == "source" || node.key == "quality") return;
  for (const std::string& text : {node.key, node.text})
    if (!text.empty()) add_new(texts, text);
  for (const scenario::Node& child : node.children) collect_texts(child, texts);
}

std::vector<std::string> touched_by(const scenario::Plan& plan, const scenario::Scenario& with_plan) {
  std::vector<std::string> touched;
  for (const scenario::Intervention& intervention : plan.interventions)
    std::visit([&](const auto& change) { collect_texts(scenario::write(change), touched); }, intervention.is);
  const auto is_named = [&](const scenario::Name& service) {
    return std::find(touched.begin(), touched.end(), service.text) != touched.end();
  };
  std::vector<std::string> pathways;
  for (const scenario::Pathway& pathway : with_plan.pathways)
    for (const scenario::Step& step : pathway.steps)
      if (std::any_of(step.service.begin(), step.service.end(), is_named)) add_new(pathways, pathway.name);
  for (const std::string& pathway : pathways) add_new(touched, pathway);
  return touched;
}

}  // namespace

void WorldNotes::add(const scenario::Scenario& scenario, const experiment::World& world,
                     const scenario::Plan* plan) {
  const model::MeasureLayout& layout = world.model.layout;
  if (touched.empty()) {
    for (const YearEnd& end : report::calendar_years(layout))
      calendar_years.push_back({layout.dates[end.date].date, end.label});
    for (const experiment::TargetCell& target : world.targets)
      add_new(target_subjects, layout.columns[target.column].subject);
  }
  touched.push_back(plan == nullptr ? std::vector<std::string>() : touched_by(*plan, scenario));
  for (const scenario::Pathway& pathway : scenario.pathways)
    note_pathway(pathway, entry_of(comes_later, pathway.name));
}

}  // namespace sendcap::report
