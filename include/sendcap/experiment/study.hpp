#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/experiment/targets.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/language/value.hpp"
#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::experiment {

/// A figure of the scenario or of a plan that an experiment may change. What stands once in a file is one
/// input, although it may be used in many places (a YAML alias).
struct Input {
  std::vector<std::string> paths;   ///< where it is used: `services.occupational therapy.staff`
  std::optional<std::size_t> plan;  ///< of which plan; of the scenario unless given
  std::string plan_title;
  scenario::QuantityKind kind = scenario::QuantityKind::number;
  std::string help;                                         ///< what the figure is
  double is = 0;                                            ///< in the base unit of its kind
  std::optional<scenario::Range<double>> range;             ///< likewise
  double least = -std::numeric_limits<double>::infinity();  ///< what the language allows
  double most = std::numeric_limits<double>::infinity();
  std::string source;
  scenario::Quality quality = scenario::Quality::unstated;
  scenario::Place place;

  /// Its name in messages and tables: its first path, with the title of its plan before it.
  [[nodiscard]] std::string name() const;
  /// A number of its kind as it would stand in a file.
  [[nodiscard]] std::string text(double value) const { return scenario::format_quantity(kind, value); }
};

/// An input that is given another value.
struct Setting {
  std::size_t input = 0;  ///< of Study::inputs
  double value = 0;       ///< in the base unit

  friend bool operator==(const Setting& left, const Setting& right) {
    return left.input == right.input && left.value == right.value;
  }
};

/// Which world: the scenario as it stands or with a plan, and with some inputs changed.
struct WorldChoice {
  std::optional<std::size_t> plan;  ///< see Study::plan
  std::vector<Setting> settings;    ///< in ascending order of input

  friend bool operator==(const WorldChoice& left, const WorldChoice& right) {
    return left.plan == right.plan && left.settings == right.settings;
  }
  friend bool operator!=(const WorldChoice& left, const WorldChoice& right) { return !(left == right); }
};

/// A world ready to be simulated.
struct World {
  model::Model model;
  std::vector<TargetCell> targets;

  /// What is spent once within the run (buildings, recruitment), in pounds.
  [[nodiscard]] double spent_once() const;
};

/// What an experiment is about: a scenario, plans to change it, and the figures in both that are uncertain.
/// It makes the worlds to be simulated.
class Study {
 public:
  /// Makes the plan of a number, always the same.
  using PlanMaker = std::function<scenario::Plan(std::size_t)>;

  /// `further` makes plans when they are asked for, of which there may be more than could be listed: they are
  /// numbered on after `plans`.
  Study(scenario::Scenario baseline, std::vector<scenario::Plan> plans, PlanMaker further = {});

  [[nodiscard]] const scenario::Scenario& baseline() const { return baseline_; }
  [[nodiscard]] const std::vector<scenario::Plan>& plans() const { return plans_; }
  /// A plan by its number, listed or made.
  [[nodiscard]] scenario::Plan plan(std::size_t number) const;
  /// Every figure with a place in a file, in the order of the language: the scenario's, then each plan's.
  [[nodiscard]] const std::vector<Input>& inputs() const { return inputs_; }
  /// The input used at a path, if there is one; of a plan, the path begins with `plan TITLE: `.
  [[nodiscard]] std::optional<std::size_t> find_input(std::string_view path) const;
  /// Inputs with a range that is not empty, of the scenario and, if one is given, of a plan.
  [[nodiscard]] std::vector<std::size_t> uncertain_inputs(std::optional<std::size_t> plan) const;

  /// The scenario with its settings and plan. An input that has later values at dates moves them in
  /// proportion; the other shares of a split (or of localities) are scaled so that the sum stays
  /// 100%; where those that are given leave them nothing, all are.
  [[nodiscard]] scenario::Scenario scenario(const WorldChoice& choice,
                                            scenario::Diagnostics& diagnostics) const;
  /// The same, compiled; empty after an error.
  [[nodiscard]] std::optional<World> world(const WorldChoice& choice,
                                           scenario::Diagnostics& diagnostics) const;

 private:
  scenario::Scenario baseline_;
  std::vector<scenario::Plan> plans_;
  PlanMaker further_;
  std::vector<Input> inputs_;
};

}  // namespace sendcap::experiment
