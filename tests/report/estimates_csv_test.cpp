#include "sendcap/report/estimates_csv.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "hand_made.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using testing::HandMade;
using testing::kNoValue;

std::string written(const HandMade& world) {
  const experiment::Estimates estimates = world.estimates();
  PlanResults plan;
  plan.name = "baseline";
  plan.model = &world.model();
  plan.estimates = &estimates;
  std::ostringstream out;
  write_estimates_csv_header(out);
  write_estimates_csv(out, plan, {});
  return out.str();
}

TEST(EstimatesCsv, MeanIntervalAndSpreadOverReplications) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk",
            {{{10, kNoValue, kNoValue, kNoValue}},
             {{11, kNoValue, kNoValue, kNoValue}},
             {{12, kNoValue, kNoValue, kNoValue}}});
  // The 97.5% point of Student's t with 2 degrees of freedom is 4.302652730 (tables), and 11 ± 4.302652730 /
  // √3.
  EXPECT_EQ(written(world),
            "plan,date,measure,service,group,replications,mean,low,high,sd,unit\n"
            "baseline,2025-01-01,waiting,desk,all,3,11,8.515862288,13.48413771,1,children\n");
}

TEST(EstimatesCsv, CountsOnlyReplicationsThatHadAValue) {
  HandMade world;
  world.add(MeasureId::wait_of_seen_mean, SubjectKind::pathway, "autism",
            {{{kNoValue, kNoValue, 7.5, kNoValue}}, {{kNoValue, kNoValue, kNoValue, kNoValue}}});
  EXPECT_EQ(written(world),
            "plan,date,measure,service,group,replications,mean,low,high,sd,unit\n"
            "baseline,2025-02-01,\"wait of those seen, mean\",autism,all,1,7.5,,,,weeks\n");
}

TEST(EstimatesCsv, GivesEveryGroupAtEveryDate) {
  HandMade world;
  world.add(MeasureId::left, SubjectKind::service, "desk", {{{1, 2, 3, 4}, {5, 6, 7, 8}}}, "moved");
  const std::string text = written(world);
  EXPECT_NE(text.find("2025-01-01,left: moved,desk,district: Redditch,1,5,"), std::string::npos);
  EXPECT_NE(text.find("whole run,left: moved,desk,district: Redditch,1,8,"), std::string::npos);
}

TEST(EstimatesCsv, RealChildrenOfAGroupAtTheStartAreRoundedAndTheFewLeftOut) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk",
            {{{99, 99, 99, 99}, {47, 47, 47, 47}}, {{99, 99, 99, 99}, {47, 48, 48, 48}}});
  const std::string text = written(world);
  EXPECT_NE(text.find("2025-01-01,waiting,desk,district: Redditch,2,45,,,,children\n"), std::string::npos);
  EXPECT_NE(text.find("2025-01-15,waiting,desk,district: Redditch,2,47.5,"), std::string::npos);
  HandMade few;
  few.add(MeasureId::waiting, SubjectKind::service, "desk", {{{99, 99, 99, 99}, {3, 3, 3, 3}}});
  EXPECT_EQ(written(few).find("2025-01-01,waiting,desk,district: Redditch"), std::string::npos);
}

}  // namespace
}  // namespace sendcap::report
