#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/outcome.hpp"
#include "sendcap/experiment/trials.hpp"

namespace sendcap::experiment {

/// A figure that an experiment is asked about: an outcome, or what all payers spend together.
struct Figure {
  Outcome about;                      ///< its name, unit, direction, subject, date and group
  std::vector<std::size_t> outcomes;  ///< of Outcomes; their sum is the figure
  bool all_spending = false;          ///< of all payers, over the whole run

  /// In one replication; NaN when one of them has no value.
  [[nodiscard]] double in(const Row& row) const {
    double sum = 0;
    for (const std::size_t outcome : outcomes) sum += row[outcome];
    return sum;
  }
};

/// What decides between plans when nothing else is asked for: headline_outcomes, and what is spent.
[[nodiscard]] std::vector<Figure> headline_figures(const Outcomes& outcomes);

/// What all payers spend in the whole run; none where nothing costs.
[[nodiscard]] std::optional<Figure> all_spending(const Outcomes& outcomes);

/// What was found under a text, or why nothing was.
struct FoundFigure {
  std::optional<Figure> figure;
  std::string message;
  std::string hint;
};

/// Finds what a user calls `MEASURE; SUBJECT; GROUP; DATE`, as tables of results write them. The subject may
/// be left out where there is only one and carries its kind behind it where its name stands for several
/// things
/// (`occupational therapy (pathway)`; without, a pathway goes before); the group is all unless given; the
/// date (an ISO date, a milestone or `whole run`) is the end, or the whole run for what is counted over it.
/// `spending` is what all payers spend.
[[nodiscard]] FoundFigure find_figure(const Outcomes& outcomes, const std::string& text);

}  // namespace sendcap::experiment
