#include "compiler.hpp"

// From which districts children can come where, and what follows from it.

namespace sendcap::model {

void Compiler::reach() {
  reach_.emplace(model_, strikes_at_);
  attach_hazards();
  check_localities();
}

// Each child who can come to a service has a locality there.
void Compiler::check_localities() {
  for (Index s = 0; s < model_.services.size(); ++s) {
    const std::vector<std::uint16_t>& localities = model_.services[s].locality_of_district;
    const DistrictRange& comes = reach_->service(s);
    for (std::size_t d = comes.first; d <= comes.last && d < localities.size(); ++d)
      if (localities[d] == Service::kNoLocality)
        error(scenario_.services[s].place, below(below("services", scenario_.services[s].name), "localities"),
              "district '" + scenario_.districts[d].name + "' is in no locality");
  }
}

}  // namespace sendcap::model
