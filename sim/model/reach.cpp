#include "reach.hpp"

namespace sendcap::model {
namespace {

std::uint32_t district_count(const Model& model) {
  for (std::size_t d = 0; d < model.dimensions.size(); ++d)
    if (model.dimensions[d].kind == GroupDimension::Kind::attribute && model.dimensions[d].attribute == 0)
      return static_cast<std::uint32_t>(model.layout.dimensions[d].group_count);
  return 1;
}

}  // namespace

// Each round follows the children one step further, until no range grows.
Reach::Reach(const Model& model, const std::vector<StrikesAt>& strikes_at)
    : model_(model),
      districts_(district_count(model)),
      by_step_(model.steps.size()),
      by_provision_(model.provision.size()),
      by_hazard_(model.hazards.size()),
      by_service_(model.services.size()),
      by_pathway_(model.pathways.size()),
      meetings_(model) {
  for (const Provision& provision : model.provision) suited_.push_back(of_condition(provision.suits));
  for (const Hazard& hazard : model.hazards) struck_.push_back(of_condition(hazard.when));
  do {
    grown_ = false;
    follow(strikes_at);
  } while (grown_);
  summarise();
}

// From everywhere a step further.
void Reach::follow(const std::vector<StrikesAt>& strikes_at) {
  visit_sources();
  for (Index step = 0; step < model_.steps.size(); ++step) visit_step(step);
  for (Index provision = 0; provision < model_.provision.size(); ++provision) visit_provision(provision);
  for (Index hazard = 0; hazard < model_.hazards.size(); ++hazard) visit_hazard(hazard, strikes_at[hazard]);
  visit_transfer();
}

void Reach::visit_sources() {
  for (const ArrivalStream& stream : model_.streams) come(stream.pathway, of_mix(stream.mix));
  for (const AtStart& group : model_.at_start) {
    const Index pathway = model_.steps[group.step].pathway;
    if (group.among_kinds == 0) {
      come(pathway, of_mix(group.mix));
      go_to(group.step, of_mix(group.mix));
      continue;
    }
    meet_in_kinds(group.among_kinds, {meetings_.pathway(pathway), of_condition(group.when)});
    go_to(group.step, in_kinds(group.among_kinds).within(of_condition(group.when)));
  }
  for (const Purchase& bought : model_.purchases)
    if (bought.leads_to && !bought.leads_to->is_outcome())
      go_to(bought.leads_to->index(), by_step_[bought.step]);
  for (Index p = 0; p < model_.provision.size(); ++p)
    if (model_.provision[p].at_start > 0)
      move_to(p, {meetings_.provision(p), of_mix(model_.provision[p].mix)});
}

// New children, some of whom may have a plan.
void Reach::come(Index pathway, const DistrictRange& children) {
  const Comers comers{meetings_.pathway(pathway), children};
  enter(pathway, comers);
  if (model_.plans) gain(model_.plans->flag, comers);
}

void Reach::visit_step(Index step_index) {
  const Step& step = model_.steps[step_index];
  const Comers here{meetings_.of_step(step_index), by_step_[step_index]};
  if (here.children.empty()) return;
  if (step.simple_next) {
    if (!step.only_next.is_outcome()) go_to(step.only_next.index(), here.children);
  } else {
    go_on(step.next, here.children);
  }
  for (const Index part : step.fork) go_to(part, here.children);
  if (step.join != kNone) go_to(step.join, here.children);
  visit_effects(step, here);
  for (const ReReferral& again : model_.pathways[step.pathway].re_referrals) enter(again.enters, here);
}

void Reach::visit_effects(const Step& step, const Comers& here) {
  if (step.refer != kNone) enter(step.refer, here);
  if (step.moves_to != kNone) move_to(step.moves_to, here);
  for (const Index offered : step.alongside) enter(model_.alongside[offered].pathway, here);
  gain(step.gives, here);
  if (step.service_count > 0) in_queues_.add(here.children);
  for (std::size_t i = 0; i < step.service_count; ++i) {
    by_service_[step.services[i]].add(here.children);
    meet(meetings_.service(step.services[i]), here);
  }
  if (step.kind != StepKind::place) return;
  placement_.add(here.children);
  visit_places(step, here);
}

void Reach::visit_places(const Step& step, const Comers& here) {
  const auto& reachable_from = model_.placement.reachable_from;
  for (std::uint32_t district = here.children.first;
       district <= here.children.last && district < reachable_from.size(); ++district)
    for (const Placement::Reachable& reachable : reachable_from[district])
      if (((step.place_kinds >> static_cast<unsigned>(model_.provision[reachable.provision].kind)) & 1U) != 0)
        move_to(reachable.provision,
                {here.from, DistrictRange{district, district}.within(suited_[reachable.provision])});
}

void Reach::visit_hazard(Index hazard, const StrikesAt& at) {
  if (at.anywhere) strike(hazard, in_queues_);
  if (at.anywhere || at.place) strike(hazard, placement_);
  for (const Index service : at.services) strike(hazard, by_service_[service]);
  strike(hazard, in_kinds(at.kinds));
}

void Reach::strike(Index hazard_index, const DistrictRange& here) {
  const Hazard& hazard = model_.hazards[hazard_index];
  const Comers struck{meetings_.hazard(hazard_index), here.within(struck_[hazard_index])};
  grown_ = by_hazard_[hazard_index].add(struck.children) || grown_;
  if (hazard.enters != kNone) enter(hazard.enters, struck);
  if (hazard.moves_to != kNone) move_to(hazard.moves_to, struck);
  gain(hazard.gives, struck);
}

void Reach::visit_provision(Index provision_index) {
  const Comers there{meetings_.provision(provision_index), by_provision_[provision_index]};
  if (there.children.empty()) return;
  if (model_.plans) gain(model_.plans->flag, there);
  for (const AfterwardsRule& rule : model_.provision[provision_index].afterwards) {
    const Comers leave = rule.conditional ? there.within(of_condition(rule.when)) : there;
    for (const Afterwards& next : rule.targets) {
      if (next.kind == Afterwards::Kind::provision) move_to(next.index, leave);
      if (next.kind == Afterwards::Kind::pathway) enter(next.index, leave);
    }
  }
  const std::vector<Index>& counted_in = model_.placement.without_a_place.index;
  for (std::uint32_t district = there.children.first; district <= there.children.last; ++district) {
    if (counted_in.empty()) break;
    const Index provision = counted_in[counted_in.size() > 1 ? district : 0];
    if (provision != kNone) move_to(provision, {there.from, {district, district}});
  }
}

void Reach::visit_transfer() {
  if (!model_.transfer) return;
  for (const PhaseTransfer::Asked& asked : model_.transfer->asked) {
    const Meetings::Node pathway = meetings_.pathway(asked.pathway);
    meet_in_kinds(asked.from_kinds, {pathway, of_condition(asked.when)});
    enter(asked.pathway, {pathway, in_kinds(asked.from_kinds).within(of_condition(asked.when))});
  }
}

void Reach::enter(Index pathway_index, const Comers& comers) {
  const Pathway& pathway = model_.pathways[pathway_index];
  meet(meetings_.pathway(pathway_index), comers);
  go_to(pathway.first_step, comers.children);  // a case is there until it is told where it begins
  go_on(pathway.begins_at, comers.children);
}

void Reach::go_to(Index step, const DistrictRange& children) {
  grown_ = by_step_[step].add(children) || grown_;
}

void Reach::go_on(const std::vector<NextRule>& rules, const DistrictRange& children) {
  for (const NextRule& rule : rules) {
    const DistrictRange go = rule.conditional ? children.within(of_condition(rule.when)) : children;
    for (const Target& target : rule.targets)
      if (!target.is_outcome()) go_to(target.index(), go);
  }
}

void Reach::move_to(Index provision, const Comers& comers) {
  meet(meetings_.provision(provision), comers);
  grown_ = by_provision_[provision].add(comers.children) || grown_;
  by_kind_[static_cast<std::size_t>(model_.provision[provision].kind)].add(comers.children);
  go_to(model_.provision[provision].step, comers.children);
}

// A plan that begins opens its reviews.
void Reach::gain(std::uint32_t flags, const Comers& comers) {
  if (!model_.plans || (flags & model_.plans->flag) == 0 || comers.children.empty()) return;
  const std::vector<Index>& reviewed_on = model_.plans->reviewed_on.index;
  for (std::uint32_t district = comers.children.first;
       district <= comers.children.last && !reviewed_on.empty(); ++district) {
    const Index pathway = reviewed_on[reviewed_on.size() > 1 ? district : 0];
    if (pathway != kNone) enter(pathway, {comers.from, {district, district}});
  }
}

// Those among whom some are chosen.
void Reach::meet_in_kinds(std::uint32_t kinds, const Comers& comers) {
  for (Index p = 0; p < by_provision_.size(); ++p)
    if (((kinds >> static_cast<unsigned>(model_.provision[p].kind)) & 1U) != 0)
      meet(meetings_.provision(p), comers.within(by_provision_[p]));
}

void Reach::summarise() {
  for (Index s = 0; s < model_.steps.size(); ++s) by_pathway_[model_.steps[s].pathway].add(by_step_[s]);
}

DistrictRange Reach::of_mix(Index mix_index) const {
  if (model_.mixes.empty()) return {0, 0};
  const Mix& mix = model_.mixes[mix_index];
  DistrictRange own;
  const bool own_table = mix.joint_cells.empty() ||
                         std::any_of(mix.joint_cells.begin(), mix.joint_cells.end(),
                                     [](const auto& cell) { return cell.attributes[0] == Mix::kUndrawn; });
  if (mix.attributes.empty() || !mix.attributes.front()) {
    own = {0, 0};
  } else if (own_table) {
    const std::vector<double> chances = mix.attributes.front()->probabilities();
    for (std::uint32_t district = 0; district < chances.size(); ++district)
      if (chances[district] > 0) own.add({district, district});
  }
  for (const Mix::JointCell& cell : mix.joint_cells)
    if (cell.attributes[0] != Mix::kUndrawn) own.add({cell.attributes[0], cell.attributes[0]});
  return own;
}

DistrictRange Reach::of_condition(const Condition& condition) const {
  DistrictRange all{0, districts_ - 1};
  for (const Condition::Test& test : condition.tests) {
    if (test.attribute != 0) continue;
    DistrictRange allowed;
    for (std::uint32_t district = 0; district < test.allowed.size(); ++district)
      if (test.allowed[district] != 0) allowed.add({district, district});
    all = all.within(allowed);
  }
  return all;
}

DistrictRange Reach::in_kinds(std::uint32_t kinds) const {
  DistrictRange there;
  for (std::size_t kind = 0; kind < by_kind_.size(); ++kind)
    if (((kinds >> kind) & 1U) != 0) there.add(by_kind_[kind]);
  return there;
}

}  // namespace sendcap::model
