#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sendcap/model/measure.hpp"

namespace sendcap::experiment {

/// What is compared between groups: a wait, or the share to whom something happened.
struct Compared {
  enum class Spread : std::uint8_t {
    no_index,      ///< a median has no Theil index
    in_column,     ///< the Theil index of each group stands in the results
    yes_or_no,     ///< each one has it or not
    only_between,  ///< so much a child: how it lies within groups is not recorded
  };
  /// A column of the results at a date.
  struct Term {
    std::size_t column = 0;
    std::size_t date = 0;
  };

  std::string measure;
  std::string subject;
  model::SubjectKind subject_kind = model::SubjectKind::service;
  model::Index subject_index = 0;
  std::string unit;
  std::size_t date = 0;
  std::vector<Term>
      value;  ///< their sum is a mean or share, or, when `counted`, the number of those who have it
  bool counted = false;
  std::vector<Term> count;  ///< their sum is how many there are, of whom `value` speaks
  std::vector<Term> less;   ///< to be taken from `count`
  Spread spread = Spread::no_index;
  Term theil;  ///< when in_column
};

/// Every wait and outcome of a model by group, at the dates for which inequality is given.
[[nodiscard]] std::vector<Compared> what_is_compared(const model::MeasureLayout& layout);

}  // namespace sendcap::experiment
