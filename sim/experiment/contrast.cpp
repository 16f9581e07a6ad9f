#include "sendcap/experiment/contrast.hpp"

#include <algorithm>
#include <cmath>

#include "sendcap/engine/tally.hpp"

namespace sendcap::experiment {
namespace {

WorldChoice choice_of(const Study& study, std::optional<std::size_t> plan,
                      const std::vector<Setting>& settings) {
  WorldChoice choice;
  choice.plan = plan;
  for (const Setting& setting : settings) {
    const std::optional<std::size_t>& owner = study.inputs()[setting.input].plan;
    if (!owner || owner == plan) choice.settings.push_back(setting);
  }
  return choice;
}

}  // namespace

ContrastWorlds worlds_of(Trials& trials, const Contrast& contrast, const std::vector<Setting>& settings) {
  ContrastWorlds worlds;
  worlds.world = trials.world(choice_of(trials.study(), contrast.plan, settings));
  if (contrast.difference) worlds.other = trials.world(choice_of(trials.study(), contrast.other, settings));
  return worlds;
}

std::vector<double> values_of(const Trials& trials, const ContrastWorlds& worlds, const Figure& figure) {
  const std::vector<Row>& rows = trials.rows(worlds.world);
  const std::vector<Row>& others = trials.rows(worlds.other.value_or(worlds.world));
  std::vector<double> values(std::min(rows.size(), others.size()));
  for (std::size_t r = 0; r < values.size(); ++r)
    values[r] = figure.in(rows[r]) - (worlds.other ? figure.in(others[r]) : 0);
  return values;
}

std::vector<std::size_t> uncertain_inputs(const Study& study, const Contrast& contrast) {
  std::vector<std::size_t> inputs = study.uncertain_inputs(contrast.plan);
  if (!contrast.difference || !contrast.other) return inputs;
  for (const std::size_t input : study.uncertain_inputs(contrast.other))
    if (study.inputs()[input].plan == contrast.other) inputs.push_back(input);
  std::sort(inputs.begin(), inputs.end());
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  return inputs;
}

bool CarefulTrials::extend(const std::vector<std::size_t>& worlds, std::uint32_t replications) {
  std::vector<std::size_t> wanted;
  for (const std::size_t world : worlds)
    if (!is_impossible(world)) wanted.push_back(world);
  // A world twice would be run twice.
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  try {
    return trials_.extend(wanted, replications);
  } catch (const ImpossibleWorld& impossible) {
    if (reason_.empty()) reason_ = impossible.what();
  }
  // Rare: each is tried once, so that all are known before the work is done again.
  const std::size_t known = impossible_.size();
  for (const std::size_t world : wanted) {
    scenario::Diagnostics diagnostics;
    if (!trials_.study().world(trials_.choice(world), diagnostics)) impossible_.insert(world);
  }
  if (impossible_.size() == known) throw ImpossibleWorld(reason_);
  return extend(wanted, replications);
}

}  // namespace sendcap::experiment
