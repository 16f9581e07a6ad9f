#include "reach.hpp"

#include <array>
#include <utility>

namespace sendcap::model {
namespace {

const Condition::Test* test_of_district(const Condition& when) {
  for (const Condition::Test& test : when.tests)
    if (test.attribute == 0) return &test;
  return nullptr;
}

constexpr std::size_t kBits = 64;

}  // namespace

bool DistrictSet::add(const DistrictSet& others) {
  bool more = false;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    more = more || (others.words_[w] & ~words_[w]) != 0;
    words_[w] |= others.words_[w];
  }
  return more;
}

bool DistrictSet::add(const DistrictSet& others, const Condition& when) {
  const Condition::Test* const test = test_of_district(when);
  if (test == nullptr) return add(others);
  bool more = false;
  for (std::size_t w = 0; w < words_.size(); ++w)
    for (std::uint64_t left = others.words_[w] & ~words_[w], d = w * kBits; left != 0; left >>= 1U, ++d)
      if ((left & 1U) != 0 && test->allowed[d] != 0) {
        add(d);
        more = true;
      }
  return more;
}

bool DistrictSet::any(const Condition& when) const {
  const Condition::Test* const test = test_of_district(when);
  for (std::size_t w = 0; w < words_.size(); ++w)
    for (std::uint64_t left = words_[w], d = w * kBits; left != 0; left >>= 1U, ++d)
      if ((left & 1U) != 0 && (test == nullptr || test->allowed[d] != 0)) return true;
  return false;
}

namespace {

/// Lets children go every way there is, until none comes anywhere new.
class Reach {
 public:
  Reach(const Model& model, const std::vector<DistrictSet>& mixes, const std::vector<StrikesAt>& strikes_at,
        const DistrictSet& nobody)
      : model_(model),
        mixes_(mixes),
        strikes_at_(strikes_at),
        steps_(model.steps.size(), nobody),
        queues_(model.services.size(), nobody),
        in_queues_(nobody),
        want_a_place_(nobody),
        somewhere_(nobody) {
    wanted_.fill(nobody);
    placed_.fill(nobody);
  }

  std::vector<DistrictSet> found() {
    for (const ArrivalStream& stream : model_.streams) enter(stream.pathway, mixes_[stream.mix], {});
    for (const Provision& provision : model_.provision)
      if (provision.at_start > 0) come(provision.step, mixes_[provision.mix], {});
    do {
      changed_ = false;
      for (Index step = 0; step < model_.steps.size(); ++step) go_on_from(step);
      for (const Provision& provision : model_.provision) go_on_from(provision);
      for (Index hazard = 0; hazard < model_.hazards.size(); ++hazard) strike(hazard);
      for (const Purchase& bought : model_.purchases)
        if (bought.leads_to && !bought.leads_to->is_outcome())
          come(bought.leads_to->index(), steps_[bought.step], {});
      be_present_at_start();
      follow_rules_for_plans();
    } while (changed_);
    return std::move(steps_);
  }

 private:
  void come(Index step, const DistrictSet& children, const Condition& when) {
    if (steps_[step].add(children, when)) changed_ = true;
  }
  void gather(DistrictSet& into, const DistrictSet& children) {
    if (into.add(children)) changed_ = true;
  }

  void enter(Index pathway_index, const DistrictSet& children, const Condition& when) {
    const Pathway& pathway = model_.pathways[pathway_index];
    if (pathway.begins_at.empty()) return come(pathway.first_step, children, when);
    DistrictSet entering = children.none();
    entering.add(children, when);
    for (const NextRule& rule : pathway.begins_at) follow(rule, entering);
  }

  void follow(const NextRule& rule, const DistrictSet& children) {
    for (const Target target : rule.targets)
      if (!target.is_outcome()) come(target.index(), children, rule.when);
  }

  void go_on_from(Index index) {
    const Step& step = model_.steps[index];
    const DistrictSet here = steps_[index];
    for (std::size_t i = 0; i < step.service_count; ++i) gather(queues_[step.services[i]], here);
    if (step.service_count > 0) gather(in_queues_, here);
    if (step.kind == StepKind::place) want_a_place(step, here);
    gather(somewhere_, here);
    if (step.next.empty() && !step.only_next.is_outcome()) come(step.only_next.index(), here, {});
    for (const NextRule& rule : step.next) follow(rule, here);
    for (const Index part : step.fork) come(part, here, {});
    if (step.join != kNone) come(step.join, here, {});
    if (step.refer != kNone) enter(step.refer, here, {});
    if (step.moves_to != kNone) come(model_.provision[step.moves_to].step, here, {});
    for (const Index offered : step.alongside) enter(model_.alongside[offered].pathway, here, {});
    for (const ReReferral& again : model_.pathways[step.pathway].re_referrals) enter(again.enters, here, {});
  }

  void want_a_place(const Step& step, const DistrictSet& children) {
    gather(want_a_place_, children);
    for (std::size_t kind = 0; kind < wanted_.size(); ++kind)
      if ((step.place_kinds >> kind & 1U) != 0) gather(wanted_[kind], children);
  }

  void go_on_from(const Provision& provision) {
    const auto kind = static_cast<std::size_t>(provision.kind);
    come(provision.step, wanted_[kind], provision.suits);
    const DistrictSet here = steps_[provision.step];
    gather(placed_[kind], here);
    for (const AfterwardsRule& rule : provision.afterwards)
      for (const Afterwards& target : rule.targets) {
        if (target.kind == Afterwards::Kind::provision)
          come(model_.provision[target.index].step, here, rule.when);
        if (target.kind == Afterwards::Kind::pathway) enter(target.index, here, rule.when);
      }
  }

  void strike(Index index) {
    const Hazard& hazard = model_.hazards[index];
    const StrikesAt& at = strikes_at_[index];
    const auto befall = [&](const DistrictSet& children) {
      if (hazard.moves_to != kNone) come(model_.provision[hazard.moves_to].step, children, hazard.when);
      if (hazard.enters != kNone) enter(hazard.enters, children, hazard.when);
    };
    if (at.anywhere) befall(in_queues_);
    if (at.anywhere || at.place) befall(want_a_place_);
    for (const Index service : at.services) befall(queues_[service]);
    for (std::size_t kind = 0; kind < placed_.size(); ++kind)
      if ((at.kinds >> kind & 1U) != 0) befall(placed_[kind]);
  }

  void be_present_at_start() {
    for (const AtStart& present : model_.at_start) {
      if (present.among_kinds == 0) come(present.step, mixes_[present.mix], {});
      for (std::size_t kind = 0; kind < placed_.size(); ++kind)
        if ((present.among_kinds >> kind & 1U) != 0) come(present.step, placed_[kind], present.when);
    }
  }

  void follow_rules_for_plans() {
    if (model_.transfer)
      for (const PhaseTransfer::Asked& asked : model_.transfer->asked)
        for (std::size_t kind = 0; kind < placed_.size(); ++kind)
          if ((asked.from_kinds >> kind & 1U) != 0) enter(asked.pathway, placed_[kind], asked.when);
    if (model_.plans)
      by_district(model_.plans->reviewed_on,
                  [&](Index pathway, const DistrictSet& children) { enter(pathway, children, {}); });
    by_district(model_.placement.without_a_place, [&](Index provision, const DistrictSet& children) {
      come(model_.provision[provision].step, children, {});
    });
  }

  template <class Go>
  void by_district(const ByDistrict& choice, const Go& go) {
    if (choice.index.size() == 1) return go(choice.index.front(), somewhere_);
    for (std::size_t district = 0; district < choice.index.size(); ++district) {
      if (choice.index[district] == kNone || !somewhere_.has(district)) continue;
      DistrictSet one = somewhere_.none();
      one.add(district);
      go(choice.index[district], one);
    }
  }

  const Model& model_;
  const std::vector<DistrictSet>& mixes_;
  const std::vector<StrikesAt>& strikes_at_;
  std::vector<DistrictSet> steps_;
  std::vector<DistrictSet> queues_;  ///< of the services
  DistrictSet in_queues_;            ///< of any of them
  DistrictSet want_a_place_;
  DistrictSet somewhere_;
  std::array<DistrictSet, scenario::kProvisionKindCount> wanted_;  ///< by kind
  std::array<DistrictSet, scenario::kProvisionKindCount> placed_;  ///< by kind
  bool changed_ = false;
};

}  // namespace

std::vector<DistrictSet> districts_of_steps(const Model& model, const std::vector<DistrictSet>& mixes,
                                            const std::vector<StrikesAt>& strikes_at) {
  if (model.steps.empty()) return {};
  return Reach(model, mixes, strikes_at, mixes.front().none()).found();
}

}  // namespace sendcap::model
