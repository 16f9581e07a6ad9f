#include <algorithm>

#include "compiler.hpp"

// Checks over the whole graph of steps: every case can end, and everything defined is used.

namespace sendcap::model {
namespace {

// Whether a branch has a share at any time; the cumulative shares of a rule all change at the same times.
bool ever_taken(const std::vector<Timeline>& cumulative, std::size_t branch) {
  for (std::size_t k = 0; k < cumulative[branch].values().size(); ++k) {
    const double below = branch > 0 ? cumulative[branch - 1].values()[k] : 0.0;
    if (cumulative[branch].values()[k] > below) return true;
  }
  return false;
}

}  // namespace

std::vector<Target> targets_of(const Step& step) {
  std::vector<Target> targets;
  if (step.kind == StepKind::fork) {
    if (step.join != kNone) targets.push_back(Target{step.join});
    return targets;
  }
  if (step.next.empty()) return {step.only_next};
  for (const NextRule& rule : step.next)
    for (std::size_t i = 0; i < rule.targets.size(); ++i) {
      if (rule.shares.empty() || ever_taken(rule.shares.cumulative(), i)) targets.push_back(rule.targets[i]);
    }
  return targets;
}

// Backwards from the outcomes: a step from which none can be reached holds children for ever.
void Compiler::check_ways_out() {
  std::vector<bool> ends(model_.steps.size(), false);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t s = 0; s < model_.steps.size(); ++s) {
      if (ends[s]) continue;
      for (const Target target : targets_of(model_.steps[s]))
        if (target.is_outcome() || ends[target.index()]) ends[s] = changed = true;
    }
  }
  for (std::size_t p = 0; p < scenario_.pathways.size(); ++p) {
    if (model_.plans && model_.plans->reviewed_on.holds(static_cast<Index>(p)))
      continue;  // it ends with the plan
    for (std::size_t s = 0; s < scenario_.pathways[p].steps.size(); ++s)
      if (!ends[first_step_[p] + s]) {
        const scenario::Step& step = scenario_.pathways[p].steps[s];
        diagnostics_.error(
            scenario::Code::no_way_out, step.place,
            below(below(below("pathways", scenario_.pathways[p].name), "steps"), step.name),
            "a child at step '" + step.name + "' goes round for ever: no way leads to an outcome",
            "give a step of the circle a `next` that leads to one of the pathway's outcomes");
      }
  }
}

// Pathways entered other than by demand or from a step on the way.
std::vector<Index> Compiler::entered_from_elsewhere() const {
  std::vector<Index> entered;
  if (model_.plans)
    for (const Index pathway : model_.plans->reviewed_on.index) entered.push_back(pathway);
  for (const Alongside& offered : model_.alongside) entered.push_back(offered.pathway);
  for (const Hazard& hazard : model_.hazards)
    if (hazard.enters != kNone) entered.push_back(hazard.enters);
  if (model_.transfer)
    for (const PhaseTransfer::Asked& asked : model_.transfer->asked) entered.push_back(asked.pathway);
  for (const Provision& provision : model_.provision)
    for (const AfterwardsRule& rule : provision.afterwards)
      for (const Afterwards& target : rule.targets)
        if (target.kind == Afterwards::Kind::pathway) entered.push_back(target.index);
  return entered;
}

// Forwards from the arrivals and from those present at the start.
void Compiler::check_reached() {
  std::vector<bool> reached(model_.steps.size(), false);
  std::vector<Index> open;
  const auto reach = [&](Index step) {
    if (step >= reached.size() || reached[step]) return;
    reached[step] = true;
    open.push_back(step);
  };
  const auto reach_entries = [&](Index pathway) {
    if (pathway >= first_step_.size()) return;
    for (const Index step : entries_of(pathway)) reach(step);
  };
  for (const ArrivalStream& stream : model_.streams) reach_entries(stream.pathway);
  for (const AtStart& group : model_.at_start) reach(group.step);
  for (const Index pathway : entered_from_elsewhere()) reach_entries(pathway);
  while (!open.empty()) {
    const Index at = open.back();
    open.pop_back();
    const Step& step = model_.steps[at];
    for (const Target target : targets_of(step))
      if (!target.is_outcome()) reach(target.index());
    for (const Index part : step.fork) reach(part);
    for (const NextRule& rule : step.next)  // also ways that nobody takes yet: an assumption of no effect
      for (const Target target : rule.targets)
        if (!target.is_outcome()) reach(target.index());
    if (step.refer != kNone) reach_entries(step.refer);
    for (const ReReferral& again : model_.pathways[step.pathway].re_referrals) reach_entries(again.enters);
  }
  for (std::size_t p = 0; p < scenario_.pathways.size(); ++p)
    for (std::size_t s = 0; s < scenario_.pathways[p].steps.size(); ++s)
      if (!reached[first_step_[p] + s]) {
        const scenario::Step& step = scenario_.pathways[p].steps[s];
        diagnostics_.error(scenario::Code::never_reached, step.place,
                           below(below(below("pathways", scenario_.pathways[p].name), "steps"), step.name),
                           "no child ever comes to step '" + step.name + "'",
                           "lead a `next` to it, or take it out");
      }
  for (std::size_t s = 0; s < scenario_.services.size(); ++s) {
    const bool used = std::any_of(model_.steps.begin(), model_.steps.end(), [&](const Step& step) {
      return std::find(step.services.begin(), step.services.end(), s) != step.services.end();
    });
    if (!used)
      diagnostics_.error(scenario::Code::never_reached, scenario_.services[s].place,
                         below("services", scenario_.services[s].name),
                         "no step ever needs the service '" + scenario_.services[s].name + "'",
                         "name it as `service` of a step, or take it out");
  }
}

namespace {

// Whether a child can be through with a step the moment it comes to it; a wanted place may be free.
bool may_take_no_time(const Step& step) {
  return step.kind == StepKind::place || step.kind == StepKind::route || step.kind == StepKind::refer ||
         step.kind == StepKind::move;
}

}  // namespace

// The steps by which a child who is placed comes back to the same wait for a place at once, in order; the
// last is that wait. Empty when there are none.
std::vector<Index> Compiler::way_back_at_once(Index place) const {
  std::vector<Index> from(model_.steps.size(), kNone);
  std::vector<Index> open{place};
  for (std::size_t next = 0; next < open.size() && from[place] == kNone; ++next) {
    const Step& step = model_.steps[open[next]];
    std::vector<Index> onward;
    for (const Target target : targets_of(step))
      if (!target.is_outcome()) onward.push_back(target.index());
    if (step.refer != kNone)
      for (const Index entry : entries_of(step.refer)) onward.push_back(entry);
    for (const Index to : onward) {
      if (from[to] != kNone || !may_take_no_time(model_.steps[to])) continue;
      from[to] = open[next];
      open.push_back(to);
    }
  }
  std::vector<Index> way;
  if (from[place] == kNone) return way;
  way.push_back(place);
  for (Index at = from[place]; at != place; at = from[at]) way.push_back(at);
  std::reverse(way.begin(), way.end());
  return way;
}

// A child who is placed and at once wants a place again would be moved on in every round.
void Compiler::check_placed_again() {
  for (std::size_t p = 0; p < scenario_.pathways.size(); ++p)
    for (std::size_t s = 0; s < scenario_.pathways[p].steps.size(); ++s) {
      const Index at = first_step_[p] + static_cast<Index>(s);
      if (model_.steps[at].kind != StepKind::place) continue;
      const std::vector<Index> way = way_back_at_once(at);
      if (way.empty()) continue;
      const scenario::Step& step = scenario_.pathways[p].steps[s];
      std::string by_way_of;
      for (std::size_t i = 0; i + 1 < way.size(); ++i)
        by_way_of += (i == 0 ? ", by way of '" : ", '") + model_.steps[way[i]].name + "'";
      diagnostics_.error(
          scenario::Code::no_time_passes, step.place,
          below(below(below("pathways", scenario_.pathways[p].name), "steps"), step.name),
          "a child placed at step '" + step.name + "' wants a place there again at once" + by_way_of,
          "put a `wait`, for example `wait: 1 year`, or a visit to a service on the way back to it, or "
          "lead the way to an outcome");
    }
}

// Whether a case at this step can still be before its first contact: a way leads there from the pathway's
// entry on which no step before it is one.
bool Compiler::can_be_first_contact(Index step_index) const {
  std::vector<bool> seen(model_.steps.size(), false);
  std::vector<Index> open = entries_of(model_.steps[step_index].pathway);
  while (!open.empty()) {
    const Index at = open.back();
    open.pop_back();
    if (at == step_index) return true;
    if (seen[at]) continue;
    seen[at] = true;
    const Step& step = model_.steps[at];
    if (step.first_contact) continue;
    for (const Target target : targets_of(step))
      if (!target.is_outcome()) open.push_back(target.index());
    open.insert(open.end(), step.fork.begin(), step.fork.end());
  }
  return false;
}

// The clocks of a pathway whose step can no longer be reached from a step: for a case that is there, what
// they time was done before.
std::uint8_t Compiler::clocks_behind(Index step_index) const {
  std::vector<bool> ahead(model_.steps.size(), false);
  std::vector<Index> open{step_index};
  while (!open.empty()) {
    const Index at = open.back();
    open.pop_back();
    if (ahead[at]) continue;
    ahead[at] = true;
    for (const Target target : targets_of(model_.steps[at]))
      if (!target.is_outcome()) open.push_back(target.index());
    open.insert(open.end(), model_.steps[at].fork.begin(), model_.steps[at].fork.end());
  }
  std::uint32_t behind = 0;
  for (const StepClock& clock : model_.clocks)
    if (clock.pathway == model_.steps[step_index].pathway && !ahead[clock.step]) behind |= 1U << clock.bit;
  return static_cast<std::uint8_t>(behind);
}

}  // namespace sendcap::model
