#pragma once

#include <string>
#include <vector>

#include "sendcap/scenario/language/reader.hpp"
#include "sendcap/scenario/plan.hpp"

namespace sendcap::scenario {

// Gives a field of interventions another value, read from a node as it would stand in the field. `path` leads
// to it: `sessions`, `tranches.1.places`. Every intervention that has such a field is changed; that none has
// it is a mistake at `place`. False after a mistake. What is known of an annotated value (source, quality)
// stays when the new one says nothing of its own.
bool set_field(Reader& reader, std::vector<Intervention>& interventions, const std::string& path, Place place,
               const Node& value);

}  // namespace sendcap::scenario
