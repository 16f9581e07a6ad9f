#include "sendcap/experiment/study.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "sendcap/experiment/change_inputs.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/language/walk.hpp"

namespace sendcap::experiment {
namespace {

using scenario::ValueView;

template <class T>
void add_inputs(const T& object, std::optional<std::size_t> plan, const std::string& title,
                std::vector<Input>& inputs) {
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> by_place;
  scenario::for_each_value(object, [&](const ValueView& view) {
    const scenario::Place place = view.place();
    if (!place.known()) return;
    const auto [known, is_new] = by_place.try_emplace({place.file, place.line, place.column}, inputs.size());
    if (!is_new) return inputs[known->second].paths.push_back(view.path());
    Input input;
    input.paths = {view.path()};
    input.plan = plan;
    input.plan_title = title;
    input.kind = view.kind();
    input.help = std::string(view.help());
    input.is = view.numbers().is;
    input.range = view.numbers().range;
    input.least = view.rule().least;
    input.most = view.rule().most;
    input.source = view.source();
    input.quality = view.quality();
    input.place = place;
    inputs.push_back(std::move(input));
  });
}

}  // namespace

double World::spent_once() const {
  double pounds = 0;
  for (const model::Money::OneOff& one : model.money.one_off)
    if (one.time >= model.warm_up && one.time < model.end) pounds += one.pounds;
  return pounds;
}

std::string Input::name() const {
  return plan ? "plan " + plan_title + ": " + paths.front() : paths.front();
}

Study::Study(scenario::Scenario baseline, std::vector<scenario::Plan> plans, PlanMaker further)
    : baseline_(std::move(baseline)), plans_(std::move(plans)), further_(std::move(further)) {
  add_inputs(baseline_, std::nullopt, {}, inputs_);
  for (std::size_t plan = 0; plan < plans_.size(); ++plan)
    add_inputs(plans_[plan], plan, plans_[plan].title, inputs_);
}

scenario::Plan Study::plan(std::size_t number) const {
  return number < plans_.size() ? plans_[number] : further_(number - plans_.size());
}

std::optional<std::size_t> Study::find_input(std::string_view path) const {
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    const Input& input = inputs_[i];
    const std::string before = input.plan ? "plan " + input.plan_title + ": " : std::string();
    for (const std::string& used : input.paths)
      if (before + used == path) return i;
  }
  return std::nullopt;
}

std::vector<std::size_t> Study::uncertain_inputs(std::optional<std::size_t> plan) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < inputs_.size(); ++i)
    if (inputs_[i].range && inputs_[i].range->least < inputs_[i].range->most &&
        (!inputs_[i].plan || inputs_[i].plan == plan))
      found.push_back(i);
  return found;
}

scenario::Scenario Study::scenario(const WorldChoice& choice, scenario::Diagnostics& diagnostics) const {
  std::map<std::string, double> of_baseline;
  std::map<std::string, double> of_plan;
  for (const Setting& setting : choice.settings) {
    const Input& input = inputs_[setting.input];
    if (input.plan && input.plan != choice.plan) continue;
    for (const std::string& path : input.paths) (input.plan ? of_plan : of_baseline)[path] = setting.value;
  }
  scenario::Scenario changed = baseline_;
  change_inputs(changed, of_baseline);
  if (!choice.plan) return changed;
  scenario::Plan plan = this->plan(*choice.plan);
  change_inputs(plan, of_plan);
  return scenario::apply(changed, plan, diagnostics);
}

std::optional<World> Study::world(const WorldChoice& choice, scenario::Diagnostics& diagnostics) const {
  const scenario::Scenario chosen = scenario(choice, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  std::optional<model::Model> compiled = model::compile(chosen, diagnostics);
  if (!compiled) return std::nullopt;
  std::vector<TargetCell> targets = find_targets(chosen, compiled->layout, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return World{std::move(*compiled), std::move(targets)};
}

}  // namespace sendcap::experiment
