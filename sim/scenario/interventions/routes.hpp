#pragma once

#include <string>

#include "edit.hpp"

namespace sendcap::scenario {

/// A step that a change names, with its pathway.
struct StepFound {
  Pathway* pathway = nullptr;
  Step* step = nullptr;
  explicit operator bool() const { return step != nullptr; }
};

/// The step of a pathway; names that there are not are a mistake, and nothing is found then. What it points
/// to moves when steps are added.
[[nodiscard]] StepFound find_step(Scenario& scenario, const Name& pathway, const Name& step,
                                  const std::string& path, Diagnostics& diagnostics);

/// Whether a pathway has a step or an outcome of that name; if not, that is a mistake.
[[nodiscard]] bool leads_somewhere(const Pathway& pathway, const Name& target, const std::string& path,
                                   Diagnostics& diagnostics);

/// Whether a step may be put before this one: its children come to it one by one, not by a fork. If not, that
/// is a mistake at the name.
[[nodiscard]] bool can_be_led_past(const Pathway& pathway, const Name& step, const std::string& path,
                                   Diagnostics& diagnostics);

/// Adds a step at the end of a pathway, under the wanted name or, where that is taken, one like it; the name
/// is the answer. The ways of all other steps stay what they were.
std::string add_step(Pathway& pathway, Step step, const std::string& wanted);

/// A split with a share for one target and the rest for another.
[[nodiscard]] NextRule split_rule(const std::string& first, double share, const std::string& rest);

/// Who would be sent on to a step, and from where.
struct Diversion {
  std::string from;  ///< only from this step; from all and from the pathway's beginning when empty
  std::string step;  ///< to which they would go
  std::string to;    ///< a step to which no way led before, and to which they go instead
  double share = 0;  ///< of them, with all of the effect
};

/// Sends them there, as the effect goes. The lot that decides stays that of the split they are part of, so
/// that everybody else goes where they would have gone.
void divert(Pathway& pathway, const Diversion& diversion, const Effect& effect, const Clock& clock);

}  // namespace sendcap::scenario
