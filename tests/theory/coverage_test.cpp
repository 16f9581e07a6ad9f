#include <gtest/gtest.h>

#include "formulas.hpp"
#include "observation.hpp"
#include "sendcap/experiment/run.hpp"

namespace sendcap::theory {
namespace {

// Numbers present in a queue with staff for everybody, three weeks after it opened: Poisson, with mean
// λ E[min(S, 21)] exactly, so what the interval misses it misses by chance alone.
TEST(Interval, OfNinetyFivePercentCoversAsOftenAsItSays) {
  constexpr int kExperiments = 400;
  const model::Model model =
      compiled(load_file(verification_file("mt-g-infinity.yaml"), {"clock.until=2025-02-01"}));
  const model::Column* open_cases = model.layout.find("open cases", "support");
  ASSERT_NE(open_cases, nullptr);
  ASSERT_EQ(model.layout.dates[1].date, "2025-01-22");
  const std::size_t cell = model.layout.cell(*open_cases, 1, 0);
  const double truth = 2 * lognormal_limited_mean(30, 20, 21);

  int covered = 0;
  for (int experiment = 1; experiment <= kExperiments; ++experiment) {
    experiment::RunOptions options;
    options.seed = static_cast<std::uint64_t>(experiment);
    options.replications = 10;
    options.threads = 1;
    experiment::Estimates estimates(model.layout);
    experiment::run(model, options, estimates);
    const engine::Interval interval = estimates.interval(cell, 0.95);
    if (interval.low <= truth && truth <= interval.high) ++covered;
  }
  EXPECT_GE(covered, 0.93 * kExperiments);
  EXPECT_LE(covered, 0.97 * kExperiments);
}

}  // namespace
}  // namespace sendcap::theory
