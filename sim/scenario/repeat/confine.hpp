#pragma once

#include "scenario/repeat/area_copy.hpp"

namespace sendcap::scenario {

/// Makes everything in an area about children of its own districts only, and lets only these come. `area` has
/// its own names already (area_copy.hpp).
void confine(Scenario& copy, const Area& area);

}  // namespace sendcap::scenario
