#include "compiler.hpp"

// From which districts children can come where, and what follows from it.

namespace sendcap::model {

void Compiler::reach() {
  districts_at_ = districts_of_steps(model_, districts_of_mixes(), strikes_at_);
  attach_hazards();
  check_localities();
}

// The first is of children whose district is drawn evenly.
std::vector<DistrictSet> Compiler::districts_of_mixes() const {
  const std::size_t count = scenario_.districts.size();
  if (count == 0) {  // all live in the one there is
    DistrictSet one;
    one.add(0);
    return std::vector<DistrictSet>(scenario_.mixes.size() + 1, one);
  }
  DistrictSet all(count);
  for (std::size_t district = 0; district < count; ++district) all.add(district);
  std::vector<DistrictSet> sets{all};
  for (std::size_t m = 0; m < scenario_.mixes.size(); ++m) {
    DistrictSet set(count);
    bool from_own_table = scenario_.mixes[m].joint.empty();
    for (const scenario::JointCell& cell : scenario_.mixes[m].joint) {
      if (cell.weight.is.value > 0 && cell.district) set.add(*names_.districts.find(cell.district->text));
      from_own_table = from_own_table || !cell.district;
    }
    if (from_own_table && scenario_.mixes[m].district.empty()) set = all;
    for (const scenario::Weight& weight : scenario_.mixes[m].district)
      if (from_own_table && weight.weight.is.value > 0) set.add(*names_.districts.find(weight.name));
    sets.push_back(set);
  }
  return sets;
}

// Each child who can come to a service has a locality there.
void Compiler::check_localities() {
  for (Index s = 0; s < model_.services.size(); ++s) {
    const std::vector<std::uint16_t>& localities = model_.services[s].locality_of_district;
    if (localities.empty()) continue;
    DistrictSet comes = districts_at_.front().none();
    for (Index step = 0; step < model_.steps.size(); ++step)
      if (model_.steps[step].services[0] == s || model_.steps[step].services[1] == s)
        comes.add(districts_at_[step]);
    for (std::size_t d = 0; d < localities.size(); ++d)
      if (localities[d] == Service::kNoLocality && comes.has(d))
        error(scenario_.services[s].place, below(below("services", scenario_.services[s].name), "localities"),
              "district '" + scenario_.districts[d].name + "' is in no locality");
  }
}

}  // namespace sendcap::model
