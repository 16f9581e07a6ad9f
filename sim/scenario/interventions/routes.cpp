#include "routes.hpp"

#include <algorithm>
#include <utility>

#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {
namespace {

bool is_among(const std::vector<Name>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&](const Name& one) { return one.text == name; });
}

// Ways that a pathway only implies, to the step written next, written down.
void write_out_ways(Pathway& pathway) {
  for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
    Step& step = pathway.steps[i];
    if (!step.next.empty() || !step.fork.empty()) continue;
    NextRule rule;
    rule.place = step.place;
    rule.to = i + 1 < pathway.steps.size() ? Name{pathway.steps[i + 1].name, step.place}
                                           : Name{pathway.outcomes.front(), step.place};
    step.next.push_back(std::move(rule));
  }
}

// Which visits can be the first contact, likewise.
void write_out_first_contacts(Pathway& pathway) {
  if (std::any_of(pathway.steps.begin(), pathway.steps.end(),
                  [](const Step& step) { return step.first_contact; }))
    return;
  for (Step& step : pathway.steps) step.first_contact = !step.service.empty() || step.place_request;
}

void divert(std::vector<NextRule>& rules, const Diversion& diversion, const Effect& effect,
            const Clock& clock) {
  for (NextRule& rule : rules) {
    if (rule.to && rule.to->text == diversion.step) {
      Branch all;
      all.name = rule.to->text;
      all.share = Value<Fraction>{Fraction{1}};
      all.place = rule.to->place;
      rule.split.push_back(std::move(all));
      rule.to.reset();
    }
    Named<Branch> split;
    for (Branch& branch : rule.split) {
      if (branch.name == diversion.step) {
        Branch diverted;
        diverted.name = diversion.to;
        diverted.place = branch.place;
        const Value<Fraction> whole = branch.share;
        edit_value_in_time(diverted.share, effect, clock, moments_of(whole),
                           [&](Fraction, double share, double time) {
                             return Fraction{value_at(whole, time, clock).value * share * diversion.share};
                           });
        edit_value(branch.share, effect, clock, [&](Fraction is, double share) {
          return Fraction{is.value * (1 - share * diversion.share)};
        });
        split.push_back(std::move(diverted));
      }
      split.push_back(std::move(branch));
    }
    rule.split = std::move(split);
  }
}

}  // namespace

StepFound find_step(Scenario& scenario, const Name& pathway, const Name& step, const std::string& path,
                    Diagnostics& diagnostics) {
  const auto p = resolve(pathway, scenario.pathways, "pathway", path + ".pathway", diagnostics);
  if (!p) return {};
  Pathway& found = scenario.pathways[*p];
  const auto s = resolve(step, found.steps, "step", path + ".step", diagnostics);
  if (!s) return {};
  return {&found, &found.steps[*s]};
}

bool leads_somewhere(const Pathway& pathway, const Name& target, const std::string& path,
                     Diagnostics& diagnostics) {
  std::vector<std::string_view> names = pathway.steps.names();
  names.insert(names.end(), pathway.outcomes.begin(), pathway.outcomes.end());
  return resolve(target, names, "step or outcome", path, diagnostics).has_value();
}

bool can_be_led_past(const Pathway& pathway, const Name& step, const std::string& path,
                     Diagnostics& diagnostics) {
  for (const Step& other : pathway.steps)
    if (is_among(other.fork, step.text) || (other.join && other.join->text == step.text)) {
      diagnostics.error(
          Code::inconsistent, step.place, path,
          "nothing can be put before '" + step.text + "': it begins or ends the fork '" + other.name + "'",
          "name another step");
      return false;
    }
  return true;
}

std::string add_step(Pathway& pathway, Step step, const std::string& wanted) {
  write_out_ways(pathway);
  write_out_first_contacts(pathway);
  const auto taken = [&](const std::string& name) {
    return pathway.steps.find(name) != nullptr ||
           std::find(pathway.outcomes.begin(), pathway.outcomes.end(), name) != pathway.outcomes.end();
  };
  step.name = wanted;
  for (int number = 2; taken(step.name); ++number) step.name = wanted + " " + std::to_string(number);
  pathway.steps.push_back(std::move(step));
  return pathway.steps.back().name;
}

NextRule split_rule(const std::string& first, double share, const std::string& rest) {
  NextRule rule;
  for (const auto& [name, part] : {std::pair{first, share}, std::pair{rest, 1 - share}}) {
    Branch branch;
    branch.name = name;
    branch.share = Value<Fraction>{Fraction{part}};
    rule.split.push_back(std::move(branch));
  }
  return rule;
}

void divert(Pathway& pathway, const Diversion& diversion, const Effect& effect, const Clock& clock) {
  for (Step& step : pathway.steps)
    if (step.name != diversion.to && (diversion.from.empty() || step.name == diversion.from))
      divert(step.next, diversion, effect, clock);
  if (!diversion.from.empty()) return;
  if (pathway.begins_at.empty() && pathway.steps[0].name == diversion.step) {
    NextRule first;
    first.to = Name{diversion.step, pathway.place};
    pathway.begins_at.push_back(std::move(first));
  }
  divert(pathway.begins_at, diversion, effect, clock);
}

}  // namespace sendcap::scenario
