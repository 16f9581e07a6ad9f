#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sendcap/experiment/comparison.hpp"
#include "sendcap/experiment/figure.hpp"
#include "sendcap/experiment/trials.hpp"

namespace sendcap::experiment {

/// What is asked of a figure: how large it is in a world, or how much one world differs from another.
struct Contrast {
  std::optional<std::size_t> plan;   ///< of Study::plans; none: the scenario as it stands
  bool difference = false;           ///< less another world
  std::optional<std::size_t> other;  ///< the plan of that world; none: the scenario as it stands
};

/// The worlds of a contrast under the same settings, as Trials number them.
struct ContrastWorlds {
  std::size_t world = 0;
  std::optional<std::size_t> other;
};

/// A setting of a plan's input leaves worlds without that plan as they are, so these are shared.
[[nodiscard]] ContrastWorlds worlds_of(Trials& trials, const Contrast& contrast,
                                       const std::vector<Setting>& settings);

/// A figure of a contrast by replication, as far as all its worlds have been run. Pairs share their random
/// numbers; NaN where a world has no value.
[[nodiscard]] std::vector<double> values_of(const Trials& trials, const ContrastWorlds& worlds,
                                            const Figure& figure);

/// The inputs with a range that a contrast may hang on: the scenario's, and those of its plans.
[[nodiscard]] std::vector<std::size_t> uncertain_inputs(const Study& study, const Contrast& contrast);

/// Runs worlds that may turn out to be impossible.
class CarefulTrials {
 public:
  explicit CarefulTrials(Trials& trials) : trials_(trials) {}

  [[nodiscard]] Trials& trials() const { return trials_; }
  /// As Trials::extend; worlds whose settings do not go together are left out, and known from then on.
  bool extend(const std::vector<std::size_t>& worlds, std::uint32_t replications);
  [[nodiscard]] bool is_impossible(std::size_t world) const { return impossible_.count(world) > 0; }
  [[nodiscard]] bool is_impossible(const ContrastWorlds& worlds) const {
    return is_impossible(worlds.world) || (worlds.other && is_impossible(*worlds.other));
  }
  /// Why, of the first one found.
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  Trials& trials_;
  std::set<std::size_t> impossible_;
  std::string reason_;
};

}  // namespace sendcap::experiment
