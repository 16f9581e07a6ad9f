#pragma once

#include <string>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::scenario {

/// The limits a field has from its rule or, where the rule is silent, from its kind of quantity.
struct Limits {
  double least;
  double most;
  bool above_least;

  [[nodiscard]] bool hold(double number) const {
    return (above_least ? number > least : number >= least) && number <= most;
  }
};

[[nodiscard]] Limits limits_of(QuantityKind kind, const Rule& rule);

/// `at least 0 days`, `between 0% and 100%`; empty without limits.
[[nodiscard]] std::string in_words(QuantityKind kind, const Limits& limits);

}  // namespace sendcap::scenario
