// Support for more of those who wait, the staff to give it, and what it is taken to achieve.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_county.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

double offered_on(const Scenario& scenario, const std::string& pathway, int day) {
  return on(scenario.pathways.find(pathway)->steps[0].alongside.at(0).share, day).value;
}

const Named<Branch>& split_of_support(const Scenario& scenario) {
  return scenario.pathways.find("support")->steps[0].next.at(0).split;
}

TEST(OfferSupportWhileWaiting, widens_the_offer_everywhere_and_adds_staff) {
  const Applied plan = in_the_county(R"(
  - {kind: offer support while waiting, support: support, offered to: 60%, team: family workers, staff: 8, from: 2025-09-01}
)");
  EXPECT_EQ(plan.said, "");
  for (const std::string pathway : {"therapy", "specialist place"}) {
    EXPECT_EQ(offered_on(plan.changed, pathway, kSeptember2025 - 1), 0.1);
    EXPECT_EQ(offered_on(plan.changed, pathway, kSeptember2025), 0.6);
  }
  EXPECT_EQ(on(std::get<Team>(plan.changed.services.find("family workers")->is).staff, kSeptember2025).value,
            12);
  EXPECT_THAT(plan.changed.while_waiting.find("plan asked for")->factors, SizeIs(1)) << "no effect was given";
  EXPECT_EQ(split_of_support(plan.changed)[0].share.is.value, 0.1);
  EXPECT_EQ(on(split_of_support(plan.changed)[0].share, kSeptember2026).value, 0.1);
}

TEST(OfferSupportWhileWaiting, grows_with_the_ramp_on_the_pathways_named) {
  const Applied plan = in_the_county(R"(
  - kind: offer support while waiting
    support: support
    offered to: 50%
    waiting on: [therapy]
    from: 2026-01-01
    ramp: 243 days
)");
  EXPECT_EQ(plan.said, "");
  EXPECT_EQ(offered_on(plan.changed, "therapy", kJanuary2026), 0.1);
  EXPECT_NEAR(offered_on(plan.changed, "therapy", kJanuary2026 + 122), 0.3, 1e-12);
  EXPECT_NEAR(offered_on(plan.changed, "therapy", kSeptember2026), 0.5, 1e-12);
  EXPECT_EQ(offered_on(plan.changed, "specialist place", kSeptember2026), 0.1) << "not named";
}

TEST(OfferSupportWhileWaiting, lowers_what_happens_to_those_supported) {
  const Applied plan = in_the_county(R"(
  - kind: offer support while waiting
    support: support
    offered to: 60%
    effects:
      - of: [plan asked for]
        falls by: {is: 15%, range: [0%, 30%], source: no evidence was found, quality: assumption}
    from: 2025-09-01
)");
  EXPECT_EQ(plan.said, "");
  const auto& factors = plan.changed.while_waiting.find("plan asked for")->factors;
  ASSERT_THAT(factors, SizeIs(2)) << "one more, which multiplies with that of the scenario";
  EXPECT_EQ(factors[1].when.flag.at(0).text, "supported");
  EXPECT_EQ(on(factors[1].times, kSeptember2025 - 1).value, 1);
  EXPECT_EQ(on(factors[1].times, kSeptember2025).value, 0.85);
}

TEST(OfferSupportWhileWaiting, meets_the_needs_of_a_further_share) {
  const Applied plan = in_the_county(R"(
  - {kind: offer support while waiting, support: support, offered to: 60%, needs met: 20%, from: 2025-09-01}
)");
  EXPECT_EQ(plan.said, "");
  // A tenth before; a fifth of the other nine tenths on top.
  const auto& split = split_of_support(plan.changed);
  EXPECT_DOUBLE_EQ(on(split[0].share, kSeptember2025).value, 0.28);
  EXPECT_DOUBLE_EQ(on(split[1].share, kSeptember2025).value, 0.72);
  EXPECT_EQ(on(split[0].share, kSeptember2025 - 1).value, 0.1);
}

TEST(OfferSupportWhileWaiting, says_what_can_not_be_done) {
  const auto offer = [](const std::string& rest) {
    return in_the_county("  - {kind: offer support while waiting, offered to: 60%, from: 2025-09-01, " +
                         rest + "}\n")
        .said;
  };
  EXPECT_THAT(offer("support: suport"), HasSubstr("did you mean 'support'?"));
  EXPECT_THAT(offer("support: assessment"), HasSubstr("no step offers 'assessment'"));
  EXPECT_THAT(offer("support: support, waiting on: assessment"),
              HasSubstr("no step of 'assessment' offers 'support'"));
  EXPECT_THAT(offer("support: support, staff: 3"), HasSubstr("which team has the staff"));
  EXPECT_THAT(offer("support: support, effects: {of: plan askd for, falls by: 10%}"),
              HasSubstr("did you mean 'plan asked for'?"));
}

}  // namespace
}  // namespace sendcap::scenario
