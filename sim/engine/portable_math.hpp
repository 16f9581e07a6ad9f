#pragma once

#include <boost/math/policies/policy.hpp>

namespace sendcap::engine {

/// How Boost.Math works here: without promotion to long double, whose width differs between machines, so that
/// results are the same on all; and a value too large for a double is infinity.
using Portable =
    boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;

}  // namespace sendcap::engine
