#include "compiler.hpp"

// The parts of the world that have nothing to do with one another.

namespace sendcap::model {

void Compiler::parts_of_the_world() {
  const Reach::PartOf part_of = reach_->parts();
  std::vector<Part>& parts = model_.parts;
  parts.resize(part_of.count);
  parts.front().is_first = true;
  const auto add = [&](std::vector<Index> Part::*members, Index member, Index part) {
    (parts[part].*members).push_back(member);
  };
  const auto of_step = [&](Index step) { return part_of.pathway[model_.steps[step].pathway]; };
  for (Index s = 0; s < model_.services.size(); ++s) add(&Part::services, s, part_of.service[s]);
  for (Index s = 0; s < model_.stations.size(); ++s)
    add(&Part::stations, s, part_of.service[model_.stations[s].service]);
  for (Index j = 0; j < model_.joint_queues.size(); ++j)
    add(&Part::joint_queues, j, part_of.service[model_.joint_queues[j].services[0]]);
  for (Index p = 0; p < model_.pathways.size(); ++p) add(&Part::pathways, p, part_of.pathway[p]);
  for (Index s = 0; s < model_.streams.size(); ++s)
    add(&Part::streams, s, part_of.pathway[model_.streams[s].pathway]);
  for (Index g = 0; g < model_.at_start.size(); ++g)
    add(&Part::at_start, g, of_step(model_.at_start[g].step));
  for (Index p = 0; p < model_.purchases.size(); ++p)
    add(&Part::purchases, p, of_step(model_.purchases[p].step));
  for (Index a = 0; a < model_.alongside.size(); ++a)
    add(&Part::alongside, a, part_of.pathway[model_.alongside[a].pathway]);
  for (Index h = 0; h < model_.hazards.size(); ++h) add(&Part::hazards, h, part_of.hazard[h]);
  for (Index p = 0; p < model_.provision.size(); ++p) add(&Part::provision, p, part_of.provision[p]);
  for (Index g = 0; g < model_.place_groups.size(); ++g)
    add(&Part::place_groups, g, part_of.provision[model_.place_groups[g].provision]);
  for (Index c = 0; c < model_.clocks.size(); ++c)
    add(&Part::clocks, c, part_of.pathway[model_.clocks[c].pathway]);
}

}  // namespace sendcap::model
