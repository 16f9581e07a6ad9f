#include <algorithm>
#include <cmath>
#include <limits>

#include "compiler.hpp"

namespace sendcap::model {
namespace {

constexpr double kHoursPerWeek = 168.0;

// The names to which a step can send children: the other steps and the outcomes.
std::vector<std::string_view> ways_on(const scenario::Pathway& pathway) {
  std::vector<std::string_view> names = pathway.steps.names();
  names.insert(names.end(), pathway.outcomes.begin(), pathway.outcomes.end());
  return names;
}

}  // namespace

void Compiler::pathways() {
  for (const scenario::Pathway& given : scenario_.pathways) {
    first_step_.push_back(static_cast<Index>(model_.steps.size()));
    Pathway pathway;
    pathway.name = given.name;
    pathway.first_step = first_step_.back();
    pathway.outcomes = given.outcomes;
    ages_matter_ = ages_matter_ || given.until_age.has_value();
    const std::string path = below("pathways", given.name);
    if (given.steps.empty()) error(given.place, path, "a pathway needs at least one step");
    if (given.outcomes.empty()) error(given.place, path, "a pathway needs at least one outcome");
    for (const std::string& outcome : given.outcomes)
      if (given.steps.find(outcome) != nullptr)
        error(given.place, path, "'" + outcome + "' is both a step and an outcome", "rename one of them");
    for (const scenario::Step& given_step : given.steps) {
      Step compiled;
      compiled.pathway = static_cast<Index>(model_.pathways.size());
      if (given.until_age)
        compiled.until_age_days = static_cast<double>(given.until_age->value) * kDaysPerYear;
      step(given, given_step, below(below(path, "steps"), given_step.name), compiled);
      model_.steps.push_back(std::move(compiled));
    }
    begins_at(given, path, pathway);
    model_.pathways.push_back(std::move(pathway));
  }
  first_contacts();
  clocks_in_forks();
  joint_queues();
}

void Compiler::begins_at(const scenario::Pathway& given, const std::string& path, Pathway& compiled) {
  const std::string here = below(path, "begins at");
  compiled.purpose_begin = key_of_name(given.name, "begins at");
  for (const scenario::NextRule& rule : given.begins_at) {
    compiled.begins_at.push_back(next_rule(given, rule, here));
    for (const Target target : compiled.begins_at.back().targets)
      if (target.is_outcome()) error(rule.place, here, "a case can not end before it begins", "name a step");
  }
  if (!compiled.begins_at.empty() && compiled.begins_at.back().conditional)
    error(given.begins_at.back().place, here, "children who fit none of the conditions have nowhere to go",
          "end the list with a rule without `when`");
}

// The steps at which a case can enter.
std::vector<Index> Compiler::entries_of(Index pathway_index) const {
  const Pathway& pathway = model_.pathways[pathway_index];
  if (pathway.begins_at.empty()) return {pathway.first_step};
  std::vector<Index> entries;
  for (const NextRule& rule : pathway.begins_at)
    for (const Target target : rule.targets)
      if (!target.is_outcome()) entries.push_back(target.index());
  return entries;
}

void Compiler::step(const scenario::Pathway& pathway, const scenario::Step& given, const std::string& path,
                    Step& compiled) {
  compiled.name = given.name;
  const auto purpose = [&](std::string_view use) {
    return key_of_name(pathway.name, given.name + "\n" + std::string(use));
  };
  compiled.purpose_time = purpose("time");
  compiled.purpose_next = purpose("next");
  compiled.purpose_patience = purpose("patience");
  compiled.purpose_brought = purpose("brought") & 0xffffff00U;
  const int kinds = (given.service.empty() ? 0 : 1) + (given.wait ? 1 : 0) + (given.fork.empty() ? 0 : 1) +
                    (given.place_request ? 1 : 0) + (given.refer ? 1 : 0) + (given.moves_to ? 1 : 0);
  if (kinds > 1)
    return error(given.place, path,
                 "a step is only one of `service`, `wait`, `fork`, `place`, `refer` and `moves to`",
                 "make two steps of it");
  compiled.times_as_long = timeline(given.times_as_long, below(path, "times as long"));
  if (!given.service.empty()) visit(given, path, compiled);
  if (given.wait) {
    compiled.kind = StepKind::wait;
    compiled.time = distribution(*given.wait, below(path, "wait"));
    compiled.has_time = true;
  }
  if (!given.fork.empty()) fork(pathway, given, path, compiled);
  if (given.place_request) {
    compiled.kind = StepKind::place;
    model_.has_placement = true;
    for (const scenario::ProvisionKind kind : given.place_request->kinds)
      compiled.place_kinds |= 1U << static_cast<unsigned>(kind);
  }
  if (given.refer) {
    compiled.kind = StepKind::refer;
    compiled.refer = pathway_index(*given.refer, below(path, "refer"));
  }
  if (given.moves_to) {
    compiled.kind = StepKind::move;
    compiled.moves_to = provision_index(*given.moves_to, below(path, "moves to"));
  }
  effects(pathway, given, path, compiled);
  if (given.patience) {
    compiled.has_patience = true;
    compiled.patience = distribution(*given.patience, below(path, "patience"));
  }
  routing(pathway, static_cast<std::size_t>(&given - &pathway.steps[0]), path, compiled);
}

void Compiler::visit(const scenario::Step& given, const std::string& path, Step& compiled) {
  compiled.kind = StepKind::visit;
  if (given.service.size() > 2)
    return error(given.place, path, "a step can need at most two services at once");
  const scenario::Team* worked_by = nullptr;
  std::size_t clinics = 0;
  for (const scenario::Name& name : given.service) {
    const auto service =
        scenario::resolve(name, names_.services, "service", below(path, "service"), diagnostics_);
    if (!service) return;
    compiled.services[compiled.service_count++] = static_cast<Index>(*service);
    if (const auto* clinic = std::get_if<scenario::Clinic>(&scenario_.services[*service].is)) {
      ++clinics;
      if (given.slot) {
        const auto slot =
            scenario::resolve(*given.slot, clinic->slots, "slot kind", below(path, "slot"), diagnostics_);
        compiled.slot = slot ? static_cast<std::uint16_t>(*slot) : std::uint16_t{0};
      }
    } else {
      worked_by = &std::get<scenario::Team>(scenario_.services[*service].is);
    }
    if (compiled.service_count == 2 && compiled.services[0] == compiled.services[1])
      error(name.place, path, "the same service is named twice");
    if (given.service.size() == 2 && !model_.services[*service].locality_of_district.empty())
      error(name.place, path, "a service with localities can not be needed together with another");
  }
  if (clinics == 2)
    error(given.place, path, "two clinics can not be needed at once: their slots are at different times");
  if (given.slot && clinics == 0)
    error(given.slot->place, below(path, "slot"), "a team has no slots; only a clinic has");
  if (given.time && given.work) error(given.place, path, "give either `time` or `work`, not both");
  compiled.slots_needed = constant(given.slots_needed, below(path, "slots needed"));
  if (given.time) compiled.time = distribution(*given.time, below(path, "time"));
  if (given.work) {
    if (worked_by == nullptr || !worked_by->hours_a_week)
      return error(given.place, below(path, "work"), "`work` needs a team that says its `hours a week`");
    const double hours = constant(*worked_by->hours_a_week, path) * 24;
    compiled.time = distribution(*given.work, below(path, "work"));
    compiled.time_scale = kHoursPerWeek / hours;
  }
  compiled.has_time = given.time || given.work;
  if (compiled.has_time) compiled.mean_time = compiled.time.mean() * compiled.time_scale;
  if (given.priority) {
    const Service& service = model_.services[compiled.services[0]];
    std::vector<std::string_view> classes;
    for (const PriorityClass& one : service.classes) classes.push_back(one.name);
    const auto found =
        scenario::resolve(*given.priority, classes, "priority class", below(path, "priority"), diagnostics_);
    if (found) compiled.priority = static_cast<std::int32_t>(*found);
  }
  if (given.due) compiled.due = timeline(*given.due, below(path, "due"));
  compiled.contacts = static_cast<std::uint32_t>(std::min<std::int64_t>(given.contacts.value, 60000));
  compiled.between_contacts = given.between_contacts.days;
}

void Compiler::fork(const scenario::Pathway& pathway, const scenario::Step& given, const std::string& path,
                    Step& compiled) {
  compiled.kind = StepKind::fork;
  for (const scenario::Name& name : given.fork) {
    const auto part = scenario::resolve(name, pathway.steps, "step", below(path, "fork"), diagnostics_);
    if (part) compiled.fork.push_back(first_step_.back() + static_cast<Index>(*part));
  }
  if (!given.join) return error(given.place, path, "a fork needs a `join`: the step at which its ways meet");
  const auto join = scenario::resolve(*given.join, pathway.steps, "step", below(path, "join"), diagnostics_);
  if (join) compiled.join = first_step_.back() + static_cast<Index>(*join);
}

Target Compiler::target(const scenario::Pathway& pathway, Index first_step, const scenario::Name& name,
                        const std::string& path) {
  const auto outcome = std::find(pathway.outcomes.begin(), pathway.outcomes.end(), name.text);
  if (outcome != pathway.outcomes.end())
    return Target{static_cast<std::uint32_t>(outcome - pathway.outcomes.begin()) | Target::kOutcomeBit};
  const auto found = scenario::resolve(name, ways_on(pathway), "step or outcome", path, diagnostics_);
  return Target{first_step + static_cast<std::uint32_t>(found.value_or(0))};
}

void Compiler::routing(const scenario::Pathway& pathway, std::size_t number, const std::string& path,
                       Step& compiled) {
  const scenario::Step& given = pathway.steps[number];
  const std::string here = below(path, "next");
  const bool last = number + 1 == pathway.steps.size();
  compiled.only_next = last ? Target{Target::kOutcomeBit}
                            : Target{first_step_.back() + static_cast<std::uint32_t>(number) + 1};
  if (compiled.kind == StepKind::fork) {
    if (!given.next.empty())
      error(given.next[0].place, here, "a fork goes on at its `join`",
            "put `next` at the step where the ways meet");
    compiled.simple_next = true;
    return;
  }
  for (const scenario::NextRule& rule : given.next) {
    if (!compiled.next.empty() && !compiled.next.back().conditional)
      error(rule.place, here, "this rule is never reached: the one before it fits every child");
    compiled.next.push_back(next_rule(pathway, rule, here));
  }
  if (!compiled.next.empty() && compiled.next.back().conditional)
    error(given.next.back().place, here, "children who fit none of the conditions have nowhere to go",
          "end the list with a rule without `when`");
  compiled.simple_next =
      compiled.next.empty() || (compiled.next.size() == 1 && compiled.next[0].shares.empty());
  if (!compiled.next.empty() && compiled.simple_next && !compiled.next[0].targets.empty())
    compiled.only_next = compiled.next[0].targets[0];
}

NextRule Compiler::next_rule(const scenario::Pathway& pathway, const scenario::NextRule& rule,
                             const std::string& path) {
  NextRule compiled;
  compiled.conditional = rule.when.has_value() && !rule.when->empty();
  if (compiled.conditional) compiled.when = condition(*rule.when, path);
  for (const scenario::Name& name : targets_named(rule, path))
    compiled.targets.push_back(target(pathway, first_step_.back(), name, path));
  if (compiled.targets.empty()) compiled.targets.push_back(Target{Target::kOutcomeBit});
  if (!rule.to) compiled.shares = Shares(cumulative_shares(rule, path));
  return compiled;
}

// Where a rule leads, by name: one target, or those of the split.
std::vector<scenario::Name> Compiler::targets_named(const scenario::NextRule& rule, const std::string& path) {
  if (rule.to.has_value() == !rule.split.empty()) {
    error(rule.place, path, "a rule needs either `to` or `split`, and not both");
    return {};
  }
  if (rule.to) return {*rule.to};
  std::vector<scenario::Name> names;
  for (const scenario::Branch& branch : rule.split)
    names.push_back(scenario::Name{branch.name, branch.place});
  return names;
}

std::vector<Timeline> Compiler::cumulative_shares(const scenario::NextRule& rule, const std::string& path) {
  std::vector<Timeline> shares;
  std::vector<double> changes{0.0};
  for (const scenario::Branch& branch : rule.split) {
    shares.push_back(timeline(branch.share, path));
    changes.insert(changes.end(), shares.back().change_times().begin(), shares.back().change_times().end());
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  std::vector<Timeline> cumulative(shares.size());
  for (const double time : changes) {
    double sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      sum += shares[i].at(time);
      if (time == 0)
        cumulative[i] = Timeline(sum);
      else
        cumulative[i].change(time, sum);
    }
    if (std::fabs(sum - 1) > 1e-6)
      error(rule.place, path,
            "the shares sum to " + scenario::format(scenario::Fraction{std::round(sum * 1e9) / 1e9}) +
                ", not to 100%");
  }
  return cumulative;
}

// Unless a step of a pathway is marked, every visit to a service can be the first contact.
void Compiler::first_contacts() {
  for (std::size_t p = 0; p < scenario_.pathways.size(); ++p) {
    const scenario::Named<scenario::Step>& steps = scenario_.pathways[p].steps;
    const bool marked = std::any_of(steps.begin(), steps.end(),
                                    [](const scenario::Step& step) { return step.first_contact; });
    for (std::size_t s = 0; s < steps.size(); ++s) {
      Step& compiled = model_.steps[first_step_[p] + s];
      compiled.first_contact = marked ? steps[s].first_contact
                                      : compiled.kind == StepKind::visit || compiled.kind == StepKind::place;
    }
  }
}

void Compiler::joint_queues() {
  for (Step& step : model_.steps) {
    if (step.service_count < 2) continue;
    const Model::JointQueue wanted{step.services, {step.slot, step.slot}};
    const auto same = std::find_if(
        model_.joint_queues.begin(), model_.joint_queues.end(),
        [&](const auto& other) { return other.services == wanted.services && other.slots == wanted.slots; });
    step.joint_queue =
        static_cast<Index>(model_.queue_count + static_cast<std::size_t>(same - model_.joint_queues.begin()));
    if (same == model_.joint_queues.end()) model_.joint_queues.push_back(wanted);
  }
  model_.queue_count += model_.joint_queues.size();
}

void Compiler::re_referrals() {
  for (std::size_t p = 0; p < scenario_.pathways.size(); ++p) {
    const scenario::Pathway& given = scenario_.pathways[p];
    for (std::size_t r = 0; r < given.re_referrals.size(); ++r) {
      const scenario::ReReferral& again = given.re_referrals[r];
      const std::string path = below(below("pathways", given.name), "re-referrals");
      std::vector<std::string_view> endings(given.outcomes.begin(), given.outcomes.end());
      endings.insert(endings.end(), model_.reasons.begin(), model_.reasons.end());
      ReReferral compiled;
      compiled.after.assign(endings.size(), again.after.empty() ? 1 : 0);
      for (const scenario::Name& name : again.after) {
        const auto ending = scenario::resolve(name, endings, "outcome or reason", path, diagnostics_);
        if (ending) compiled.after[*ending] = 1;
      }
      compiled.chance = timeline(again.chance, path);
      compiled.delay = distribution(again.delay, path);
      compiled.enters = static_cast<Index>(p);
      if (again.enters) {
        const auto entered = scenario::resolve(*again.enters, names_.pathways, "pathway", path, diagnostics_);
        if (entered) compiled.enters = static_cast<Index>(*entered);
      }
      compiled.purpose = key_of_name(given.name, "re-referral " + std::to_string(r));
      model_.pathways[p].re_referrals.push_back(std::move(compiled));
    }
  }
}

void Compiler::at_start() {
  for (std::size_t p = 0; p < scenario_.pathways.size(); ++p)
    for (std::size_t s = 0; s < scenario_.pathways[p].steps.size(); ++s) {
      const scenario::Step& step = scenario_.pathways[p].steps[s];
      const std::string path =
          below(below(below("pathways", scenario_.pathways[p].name), "steps"), step.name);
      if (step.at_start)
        at_step(first_step_[p] + static_cast<Index>(s), *step.at_start, below(path, "at start"));
    }
}

void Compiler::at_step(Index step_index, const scenario::AtStart& given, const std::string& path) {
  const Step& step = model_.steps[step_index];
  const Pathway& pathway = model_.pathways[step.pathway];
  AtStart compiled;
  compiled.step = step_index;
  compiled.source = key_of_name(pathway.name, step.name + "\nat start");
  compiled.children = static_cast<std::uint32_t>(constant(given.children, below(path, "children")));
  compiled.being_seen = static_cast<std::uint32_t>(constant(given.being_seen, below(path, "being seen")));
  if (step.kind != StepKind::visit && step.kind != StepKind::wait && step.kind != StepKind::place)
    error(given.place, path, "nobody can be at this step: children only pass through it");
  const bool only_teams = step.kind == StepKind::visit &&
                          std::all_of(step.services.begin(), step.services.begin() + step.service_count,
                                      [&](Index s) { return !model_.services[s].is_clinic; });
  if (compiled.being_seen > 0 && (!only_teams || !step.has_time))
    error(given.being_seen.place, below(path, "being seen"),
          "only a visit to a team that takes time can be under way at the start");
  if (model_.warm_up > 0)
    error(given.place, path, "a run that warms up from an empty world has nobody `at start`",
          "leave out either `warm up` or `at start`");
  const auto maybe = [&](const std::optional<scenario::DistributionSpec>& spec, std::string_view key,
                         bool& has, engine::Distribution& to) {
    has = spec.has_value();
    if (has) to = distribution(*spec, below(path, key));
  };
  maybe(given.waited, "waited", compiled.has_waited, compiled.waited);
  maybe(given.remaining, "remaining", compiled.has_remaining, compiled.remaining);
  maybe(given.since_referral, "since referral", compiled.has_since_referral, compiled.since_referral);
  compiled.mix = mix_index(given.mix, below(path, "mix"));
  if (!given.mix)
    for (const ArrivalStream& stream : model_.streams)
      if (stream.pathway == step.pathway) {
        compiled.mix = stream.mix;
        break;
      }
  compiled.contacted = !can_be_first_contact(step_index);
  compiled.clocks_done = clocks_behind(step_index);
  for (const scenario::ProvisionKind kind : given.among)
    compiled.among_kinds |= 1U << static_cast<unsigned>(kind);
  compiled.when = condition(given.when, below(path, "when"));
  if (!given.among.empty() && given.mix)
    error(given.place, path, "those `among` children already placed are not drawn from a `mix`",
          "leave out either `among` or `mix`");
  if (!given.among.empty() && compiled.being_seen > 0)
    error(given.place, path, "`among` is about children who wait, not about those being seen",
          "leave out either `among` or `being seen`");
  model_.at_start.push_back(std::move(compiled));
}

}  // namespace sendcap::model
