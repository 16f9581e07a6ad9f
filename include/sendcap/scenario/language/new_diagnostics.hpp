#pragma once

#include "sendcap/scenario/language/diagnostic.hpp"

namespace sendcap::scenario {

/// Adds those diagnostics that are not among `to` already: a plan repeats what is doubtful in its baseline,
/// and once is enough.
void add_new(Diagnostics& to, const Diagnostics& from);

}  // namespace sendcap::scenario
