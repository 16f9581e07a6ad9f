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
      together_(node_count()) {
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
    followed_ = pathway_node(pathway);
    meet_in_kinds(group.among_kinds, of_condition(group.when));
    go_to(group.step, in_kinds(group.among_kinds).within(of_condition(group.when)));
  }
  for (const Purchase& bought : model_.purchases)
    if (bought.leads_to && !bought.leads_to->is_outcome())
      go_to(bought.leads_to->index(), by_step_[bought.step]);
  for (Index p = 0; p < model_.provision.size(); ++p) {
    followed_ = provision_node(p);
    if (model_.provision[p].at_start > 0) move_to(p, of_mix(model_.provision[p].mix));
  }
}

void Reach::visit_step(Index step_index) {
  const Step& step = model_.steps[step_index];
  const DistrictRange here = by_step_[step_index];
  if (here.empty()) return;
  followed_ = node_of_step(step_index);
  if (step.simple_next) {
    if (!step.only_next.is_outcome()) go_to(step.only_next.index(), here);
  } else {
    go_on(step.next, here);
  }
  for (const Index part : step.fork) go_to(part, here);
  if (step.join != kNone) go_to(step.join, here);
  visit_effects(step, here);
  for (const ReReferral& again : model_.pathways[step.pathway].re_referrals) enter(again.enters, here);
}

void Reach::visit_effects(const Step& step, const DistrictRange& here) {
  if (step.refer != kNone) enter(step.refer, here);
  if (step.moves_to != kNone) move_to(step.moves_to, here);
  for (const Index offered : step.alongside) enter(model_.alongside[offered].pathway, here);
  gain(step.gives, here);
  if (step.service_count > 0) in_queues_.add(here);
  for (std::size_t i = 0; i < step.service_count; ++i) {
    by_service_[step.services[i]].add(here);
    meet(service_node(step.services[i]), here);
  }
  if (step.kind != StepKind::place) return;
  placement_.add(here);
  visit_places(step, here);
}

void Reach::visit_places(const Step& step, const DistrictRange& here) {
  const auto& reachable_from = model_.placement.reachable_from;
  for (std::uint32_t district = here.first; district <= here.last && district < reachable_from.size();
       ++district)
    for (const Placement::Reachable& reachable : reachable_from[district])
      if (((step.place_kinds >> static_cast<unsigned>(model_.provision[reachable.provision].kind)) & 1U) != 0)
        move_to(reachable.provision, DistrictRange{district, district}.within(suited_[reachable.provision]));
}

void Reach::visit_hazard(Index hazard, const StrikesAt& at) {
  followed_ = hazard_node(hazard);
  if (at.anywhere) strike(hazard, in_queues_);
  if (at.anywhere || at.place) strike(hazard, placement_);
  for (const Index service : at.services) strike(hazard, by_service_[service]);
  strike(hazard, in_kinds(at.kinds));
}

void Reach::strike(Index hazard_index, const DistrictRange& here) {
  const Hazard& hazard = model_.hazards[hazard_index];
  const DistrictRange struck = here.within(struck_[hazard_index]);
  grown_ = by_hazard_[hazard_index].add(struck) || grown_;
  if (hazard.enters != kNone) enter(hazard.enters, struck);
  if (hazard.moves_to != kNone) move_to(hazard.moves_to, struck);
  gain(hazard.gives, struck);
}

void Reach::visit_provision(Index provision_index) {
  const DistrictRange there = by_provision_[provision_index];
  if (there.empty()) return;
  followed_ = provision_node(provision_index);
  if (model_.plans) gain(model_.plans->flag, there);
  for (const AfterwardsRule& rule : model_.provision[provision_index].afterwards) {
    const DistrictRange leave = rule.conditional ? there.within(of_condition(rule.when)) : there;
    for (const Afterwards& next : rule.targets) {
      if (next.kind == Afterwards::Kind::provision) move_to(next.index, leave);
      if (next.kind == Afterwards::Kind::pathway) enter(next.index, leave);
    }
  }
  const std::vector<Index>& counted_in = model_.placement.without_a_place.index;
  for (std::uint32_t district = there.first; district <= there.last; ++district) {
    if (counted_in.empty()) break;
    const Index provision = counted_in[counted_in.size() > 1 ? district : 0];
    if (provision != kNone) move_to(provision, {district, district});
  }
}

void Reach::visit_transfer() {
  if (!model_.transfer) return;
  for (const PhaseTransfer::Asked& asked : model_.transfer->asked) {
    followed_ = pathway_node(asked.pathway);
    meet_in_kinds(asked.from_kinds, of_condition(asked.when));
    enter(asked.pathway, in_kinds(asked.from_kinds).within(of_condition(asked.when)));
  }
}

// New children, some of whom may have a plan.
void Reach::come(Index pathway, const DistrictRange& children) {
  followed_ = pathway_node(pathway);
  enter(pathway, children);
  if (model_.plans) gain(model_.plans->flag, children);
}

void Reach::enter(Index pathway_index, const DistrictRange& from) {
  const Pathway& pathway = model_.pathways[pathway_index];
  meet(pathway_node(pathway_index), from);
  go_to(pathway.first_step, from);  // a case is there until it is told where it begins
  go_on(pathway.begins_at, from);
}

void Reach::go_to(Index step, const DistrictRange& from) {
  grown_ = by_step_[step].add(from) || grown_;
}

void Reach::go_on(const std::vector<NextRule>& rules, const DistrictRange& from) {
  for (const NextRule& rule : rules) {
    const DistrictRange go = rule.conditional ? from.within(of_condition(rule.when)) : from;
    for (const Target& target : rule.targets)
      if (!target.is_outcome()) go_to(target.index(), go);
  }
}

void Reach::move_to(Index provision, const DistrictRange& from) {
  meet(provision_node(provision), from);
  grown_ = by_provision_[provision].add(from) || grown_;
  by_kind_[static_cast<std::size_t>(model_.provision[provision].kind)].add(from);
  go_to(model_.provision[provision].step, from);
}

// A plan that begins opens its reviews.
void Reach::gain(std::uint32_t flags, const DistrictRange& from) {
  if (!model_.plans || (flags & model_.plans->flag) == 0 || from.empty()) return;
  const std::vector<Index>& reviewed_on = model_.plans->reviewed_on.index;
  for (std::uint32_t district = from.first; district <= from.last && !reviewed_on.empty(); ++district) {
    const Index pathway = reviewed_on[reviewed_on.size() > 1 ? district : 0];
    if (pathway != kNone) enter(pathway, {district, district});
  }
}

void Reach::summarise() {
  for (Index s = 0; s < model_.steps.size(); ++s) by_pathway_[model_.steps[s].pathway].add(by_step_[s]);
}

void Reach::meet_in_kinds(std::uint32_t kinds, const DistrictRange& children) {
  for (Index p = 0; p < by_provision_.size(); ++p)
    if (((kinds >> static_cast<unsigned>(model_.provision[p].kind)) & 1U) != 0)
      meet(provision_node(p), by_provision_[p].within(children));
}

std::size_t Reach::node_of_step(Index step) const {
  return step >= model_.first_enrolled_step ? provision_node(step - model_.first_enrolled_step)
                                            : pathway_node(model_.steps[step].pathway);
}

const DistrictRange& Reach::reached(std::size_t node) const {
  if (node < pathway_node(0)) return by_service_[node];
  if (node < provision_node(0)) return by_pathway_[node - pathway_node(0)];
  if (node < hazard_node(0)) return by_provision_[node - provision_node(0)];
  return by_hazard_[node - hazard_node(0)];
}

Reach::PartOf Reach::parts() {
  for (Index step = 0; step < model_.steps.size(); ++step) {
    followed_ = node_of_step(step);
    for (const StepHazard& strikes : model_.steps[step].hazards)
      meet(hazard_node(strikes.hazard), by_step_[step].within(by_hazard_[strikes.hazard]));
  }
  // Children are never in the pathway of enrolments together, only each at the step of a provision.
  const std::size_t nowhere =
      model_.enrolled_pathway == kNone ? node_count() : pathway_node(model_.enrolled_pathway);
  std::vector<Index> part_of_root(node_count(), kNone);
  PartOf parts;
  parts.count = 0;
  const auto part_of = [&](std::size_t node) -> Index {
    if (node == nowhere || reached(node).empty()) return 0;
    Index& part = part_of_root[together_.find_set(node)];
    if (part == kNone) part = parts.count++;
    return part;
  };
  for (Index s = 0; s < by_service_.size(); ++s) parts.service.push_back(part_of(service_node(s)));
  for (Index p = 0; p < by_pathway_.size(); ++p) parts.pathway.push_back(part_of(pathway_node(p)));
  for (Index p = 0; p < by_provision_.size(); ++p) parts.provision.push_back(part_of(provision_node(p)));
  for (Index h = 0; h < by_hazard_.size(); ++h) parts.hazard.push_back(part_of(hazard_node(h)));
  parts.count = std::max(parts.count, Index{1});
  return parts;
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
