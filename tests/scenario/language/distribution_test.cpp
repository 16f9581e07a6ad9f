#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "reading.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/writer.hpp"

namespace sendcap::scenario {
namespace {

TEST(DistributionInAFile, IsAPlainDurationOrABlock) {
  const Reading<DistributionSpec> plain("45 min");
  ASSERT_TRUE(plain.good);
  EXPECT_DOUBLE_EQ(std::get<Deterministic>(plain.value.family).value.is.days * 1440, 45);

  const Reading<DistributionSpec> annotated("{is: 45 min, range: [30, 60], quality: knowledge}");
  ASSERT_TRUE(annotated.good) << render(annotated.diagnostics, annotated.sources);
  EXPECT_EQ(std::get<Deterministic>(annotated.value.family).value.quality, Quality::knowledge);

  const Reading<DistributionSpec> block(
      "{kind: gamma, mean: {is: 3 weeks, range: [2, 4]}, sd: 1 week, source: audit, quality: sourced}");
  ASSERT_TRUE(block.good) << render(block.diagnostics, block.sources);
  const auto& gamma = std::get<Gamma>(block.value.family);
  EXPECT_DOUBLE_EQ(gamma.mean.is.days, 21);
  EXPECT_DOUBLE_EQ(gamma.mean.range->most.days, 28);
  EXPECT_DOUBLE_EQ(gamma.sd->is.days, 7);
  EXPECT_EQ(block.value.source, "audit");
  EXPECT_EQ(block.value.quality, Quality::sourced);
}

TEST(DistributionInAFile, HasAllFamiliesAndReadsBackAsItIsWritten) {
  const std::string written[] = {
      "45 min",
      "{kind: exponential, mean: 3 weeks}",
      "{kind: gamma, mean: 3 weeks, shape: 2}",
      "{kind: erlang, mean: 3 weeks, stages: 4}",
      "{kind: weibull, scale: 10 weeks, shape: 1.5}",
      "{kind: lognormal, mean: 40 min, sd: 15 min}",
      "{kind: lognormal, median: 40 min, sigma: 0.5}",
      "{kind: triangular, least: 2 weeks, mode: 4 weeks, most: 12 weeks}",
      "{kind: uniform, least: 2 weeks, most: 12 weeks}",
      "{kind: normal, mean: 40 min, sd: 10 min}",
      "{kind: poisson, mean: 6}",
      "{kind: poisson, mean: 6, unit: 1 week}",
      "{kind: empirical, values: [3 days, 5 days, 12 days]}",
      "{kind: discrete, values: [6 weeks, 20 weeks], probabilities: [60%, 40%]}",
      "{kind: exponential, mean: {is: 3 weeks, then: {2026-09-01: 2 weeks}}, source: audit, quality: "
      "sourced}",
  };
  for (const std::string& text : written) {
    const Reading<DistributionSpec> file(text);
    ASSERT_TRUE(file.good) << text << render(file.diagnostics, file.sources);
    EXPECT_EQ(to_yaml_line(write(file.value)), text);
  }
}

struct Case {
  std::string yaml;
  std::string mistake;
};

TEST(DistributionInAFile, IsCheckedForSense) {
  const Case cases[] = {
      {"{kind: gamma, mean: 3 weeks}",
       "1:8 SEND-302: a gamma distribution needs either 'sd' or 'shape' beside 'mean'"},
      {"{kind: gamma, mean: 3 weeks, sd: 1 week, shape: 2}",
       "1:49 SEND-302: a gamma distribution needs either 'sd' or 'shape' beside 'mean'"},
      {"{kind: lognormal, mean: 3 weeks, sigma: 2}",
       "1:8 SEND-302: a lognormal distribution needs either 'mean' and 'sd', or 'median' and 'sigma'"},
      {"{kind: normal, mean: 3 weeks, sd: 0 weeks}",
       "1:35 SEND-206: '0 weeks' is out of range; it has to be above 0 days"},
      {"{kind: triangular, least: 5 days, mode: 4 days, most: 9 days}",
       "1:27 SEND-302: 'least' (5 days) is greater than 'mode' (4 days)"},
      {"{kind: uniform, least: 5 days, most: 4 days}",
       "1:24 SEND-302: 'least' (5 days) is greater than 'most' (4 days)"},
      {"{kind: discrete, values: [1 day, 2 days], probabilities: [60%, 30%]}",
       "1:58 SEND-302: the probabilities sum to 90%, not to 100%"},
      {"{kind: discrete, values: [1 day, 2 days], probabilities: [100%]}",
       "1:58 SEND-302: each value needs one probability, but there are 2 values and 1 probabilities"},
      {"{kind: empirical, values: []}", "1:27 SEND-302: at least one value is needed"},
      {"{kind: erlang, mean: 3 days, stages: 1.5}",
       "1:38 SEND-205: expected a whole number such as '14', found '1.5' | for example: 2"},
      {"{mean: 3 days}",
       "1:1 SEND-209: missing 'kind' | write kind: deterministic, exponential, gamma, erlang, weibull, "
       "lognormal, "
       "triangular, uniform, normal, poisson, empirical or discrete"},
  };
  for (const Case& given : cases) {
    EXPECT_EQ(Reading<DistributionSpec>(given.yaml).mistakes(), Lines{given.mistake}) << given.yaml;
  }
}

}  // namespace
}  // namespace sendcap::scenario
