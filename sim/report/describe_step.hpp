#pragma once

#include <cstddef>
#include <ostream>

#include "sendcap/scenario/scenario.hpp"

namespace sendcap::report {

// What happens at a step of a pathway, as an item of a numbered list.
void describe_step(const scenario::Scenario& scenario, const scenario::Pathway& pathway, std::size_t number,
                   std::ostream& out);

}  // namespace sendcap::report
