#pragma once

#include <string>
#include <vector>

#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

// How the parts of a scenario hang together.

// One way on from a step.
struct WayOn {
  std::string to;
  bool to_outcome = false;
  const scenario::Condition* when = nullptr;                   // null: of all, or of all that are left
  const scenario::Value<scenario::Fraction>* share = nullptr;  // null: all of them
  bool otherwise = false;                                      // rules with a condition stand before it
};

// The ways on from a step, also those that stand in no file (the step written next). A fork has none: it goes
// on where its ways meet.
[[nodiscard]] std::vector<WayOn> ways_on(const scenario::Pathway& pathway, std::size_t step);

// What may happen to children who wait at a step.
[[nodiscard]] std::vector<const scenario::WhileWaiting*> happenings_at(const scenario::Scenario& scenario,
                                                                       const scenario::Step& step);

// A part of the world, as the picture of the whole shows it.
enum class Part { demand, pathway, happening, provision_kind, plans };

struct End {
  Part part = Part::pathway;
  std::string name;
};

// How children get from one part to another, or are opened a case there.
struct Link {
  End from;
  End to;
  std::string label;
  bool usual = true;  // false for what happens only to some, beside the way of the case
};

// All links, each once, in the order of the file.
[[nodiscard]] std::vector<Link> links(const scenario::Scenario& scenario);

}  // namespace sendcap::report
