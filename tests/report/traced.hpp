#pragma once

#include "sendcap/model/model.hpp"
#include "sendcap/model/trace.hpp"

// A world and what happens to children in it, written by hand, so that what is told of it can be read off.

namespace sendcap::testing {

// The world runs for a year from 1 January 2024 with districts, needs, flags, two pathways and a place to
// wait for.
model::Model a_traced_world();

// A child of six years, of Redditch and autistic by need, with no flags.
model::Child a_child();

// Something that happens to that child at so many days since the start, at a step of the autism pathway.
model::TraceRecord happens(double day, model::Happening happening, std::string_view step = {},
                           std::string_view what = {}, std::uint32_t count = 0);

// What was so already when the run started, since a day; from 0 on that is not known.
model::TraceRecord at_start(model::TraceRecord record, double since = 0);

}  // namespace sendcap::testing
