#include "meetings.hpp"

namespace sendcap::model {

Meetings::Meetings(const Model& model)
    : model_(model),
      first_pathway_(model.services.size()),
      first_provision_(first_pathway_ + model.pathways.size()),
      first_hazard_(first_provision_ + model.provision.size()),
      size_(first_hazard_ + model.hazards.size()),
      together_(size_) {}

Meetings::Node Meetings::of_step(Index step) const {
  return step < model_.first_enrolled_step ? pathway(model_.steps[step].pathway)
                                           : provision(step - model_.first_enrolled_step);
}

}  // namespace sendcap::model
