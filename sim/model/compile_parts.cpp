#include <limits>

#include "compiler.hpp"

// The parts of the world that have nothing to do with one another.

namespace sendcap::model {
namespace {

constexpr Index kNotNumbered = std::numeric_limits<Index>::max();

// Gives parts their numbers, in the order in which they are asked for. What no child comes to is of the
// first.
class PartNumbers {
 public:
  PartNumbers(const Model& model, const Reach& reach)
      : meetings_(reach.meetings()), part_of_group_(meetings_.size(), kNotNumbered) {
    for (Index step = 0; step < model.steps.size(); ++step)
      for (const StepHazard& strikes : model.steps[step].hazards)
        if (!reach.step(step).within(reach.hazard(strikes.hazard)).empty())
          meetings_.meet(meetings_.of_step(step), meetings_.hazard(strikes.hazard));
  }

  Index part(Meetings::Node node, const DistrictRange& who_comes) {
    if (who_comes.empty()) return 0;
    Index& part = part_of_group_[meetings_.group_of(node)];
    if (part == kNotNumbered) part = count_++;
    return part;
  }
  /// Of what makes no part on its own: the first, where nothing it is of has been asked for.
  Index part_of_those(Meetings::Node node) {
    const Index part = part_of_group_[meetings_.group_of(node)];
    return part == kNotNumbered ? 0 : part;
  }
  [[nodiscard]] const Meetings& meetings() const { return meetings_; }

 private:
  Meetings meetings_;
  std::vector<Index> part_of_group_;
  Index count_ = 0;
};

}  // namespace

void Compiler::parts_of_the_world() {
  PartNumbers numbers(model_, *reach_);
  const Meetings& nodes = numbers.meetings();
  const auto add = [&](std::vector<Index> Part::*members, Index member, Index part) {
    if (part >= model_.parts.size()) model_.parts.resize(part + 1);
    (model_.parts[part].*members).push_back(member);
  };
  const auto of_service = [&](Index s) { return numbers.part(nodes.service(s), reach_->service(s)); };
  const auto of_provision = [&](Index p) { return numbers.part(nodes.provision(p), reach_->provision(p)); };
  // Those in provision are all on one pathway, which is of no part.
  const auto of_pathway = [&](Index p) {
    return p == model_.enrolled_pathway ? 0 : numbers.part(nodes.pathway(p), reach_->pathway(p));
  };
  const auto of_step = [&](Index step) { return of_pathway(model_.steps[step].pathway); };
  for (Index s = 0; s < model_.services.size(); ++s) add(&Part::services, s, of_service(s));
  for (Index s = 0; s < model_.stations.size(); ++s)
    add(&Part::stations, s, of_service(model_.stations[s].service));
  for (Index j = 0; j < model_.joint_queues.size(); ++j)
    add(&Part::joint_queues, j, of_service(model_.joint_queues[j].services[0]));
  for (Index p = 0; p < model_.pathways.size(); ++p) add(&Part::pathways, p, of_pathway(p));
  for (Index s = 0; s < model_.streams.size(); ++s)
    add(&Part::streams, s, of_pathway(model_.streams[s].pathway));
  for (Index g = 0; g < model_.at_start.size(); ++g)
    add(&Part::at_start, g, of_step(model_.at_start[g].step));
  for (Index p = 0; p < model_.purchases.size(); ++p)
    add(&Part::purchases, p, of_step(model_.purchases[p].step));
  for (Index a = 0; a < model_.alongside.size(); ++a)
    add(&Part::alongside, a, of_pathway(model_.alongside[a].pathway));
  for (Index p = 0; p < model_.provision.size(); ++p) add(&Part::provision, p, of_provision(p));
  for (Index g = 0; g < model_.place_groups.size(); ++g)
    add(&Part::place_groups, g, of_provision(model_.place_groups[g].provision));
  for (Index h = 0; h < model_.hazards.size(); ++h)
    add(&Part::hazards, h, numbers.part_of_those(nodes.hazard(h)));
  for (Index c = 0; c < model_.clocks.size(); ++c)
    add(&Part::clocks, c, of_pathway(model_.clocks[c].pathway));
  if (model_.parts.empty()) model_.parts.resize(1);
  model_.parts.front().is_first = true;
}

}  // namespace sendcap::model
