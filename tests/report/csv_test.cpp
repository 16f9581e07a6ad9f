#include "sendcap/report/csv.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sstream>

#include "hand_made.hpp"
#include "report/csv_text.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using testing::HandMade;
using testing::kNoValue;

std::string written(const HandMade& world, Detail detail, const std::string& plan = "baseline") {
  std::ostringstream out;
  write_csv_header(out);
  CsvWriter writer(out, plan, world.model().layout, detail);
  std::uint32_t replication = 0;
  for (const model::Measures& measures : world.replications()) writer.write(replication++, measures);
  return out.str();
}

TEST(TidyCsv, OneLineForEachValue) {
  HandMade world;
  world.add(MeasureId::load, SubjectKind::service, "desk",
            {{{kNoValue, kNoValue, 0.5, 0.1}}, {{kNoValue, kNoValue, 2, 1e-7}}});
  EXPECT_EQ(written(world, Detail::totals),
            "plan,replication,date,measure,service,group,value\n"
            "baseline,0,2025-02-01,load,desk,all,0.5\n"
            "baseline,0,whole run,load,desk,all,0.1\n"
            "baseline,1,2025-02-01,load,desk,all,2\n"
            "baseline,1,whole run,load,desk,all,1e-07\n");
}

TEST(TidyCsv, MilestonesGiveGroupsThereAtTheEndAndForTheWholeRun) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{1, 2, 3, 4}, {5, 6, 7, 8}}});
  EXPECT_EQ(written(world, Detail::milestones),
            "plan,replication,date,measure,service,group,value\n"
            "baseline,0,2025-01-01,waiting,desk,all,1\n"
            "baseline,0,2025-01-15,waiting,desk,all,2\n"
            "baseline,0,2025-02-01,waiting,desk,all,3\n"
            "baseline,0,whole run,waiting,desk,all,4\n"
            "baseline,0,2025-01-15,waiting,desk,district: Redditch,6\n"
            "baseline,0,2025-02-01,waiting,desk,district: Redditch,7\n"
            "baseline,0,whole run,waiting,desk,district: Redditch,8\n");
}

TEST(TidyCsv, TotalsGiveNoGroups) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{1, 2, 3, 4}, {5, 6, 7, 8}}});
  const std::string text = written(world, Detail::totals);
  EXPECT_NE(text.find("baseline,0,2025-01-15,waiting,desk,all,2\n"), std::string::npos);
  EXPECT_EQ(text.find("Redditch"), std::string::npos);
}

TEST(TidyCsv, WhatIsDividedByReasonIsGivenByGroupOnlyInFull) {
  HandMade world;
  world.add(MeasureId::left, SubjectKind::service, "desk", {{{1, 2, 3, 4}, {5, 6, 7, 8}}}, "gave up");
  EXPECT_EQ(written(world, Detail::milestones).find("Redditch"), std::string::npos);
  const std::string full = written(world, Detail::full);
  EXPECT_NE(full.find("baseline,0,2025-01-01,left: gave up,desk,district: Redditch,5\n"), std::string::npos);
  EXPECT_NE(full.find("baseline,0,whole run,left: gave up,desk,district: Redditch,8\n"), std::string::npos);
}

TEST(TidyCsv, FewRealChildrenOfAGroupAtTheStartAreLeftOut) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "desk", {{{9, 9, 9, 9}, {3, 3, 3, 3}}});
  const std::string full = written(world, Detail::full);
  EXPECT_NE(full.find("2025-01-01,waiting,desk,all,9\n"), std::string::npos) << "a total stays";
  EXPECT_EQ(full.find("2025-01-01,waiting,desk,district: Redditch"), std::string::npos);
  EXPECT_NE(full.find("2025-01-15,waiting,desk,district: Redditch,3\n"), std::string::npos) << "simulated";
}

TEST(TidyCsv, NamesWithCommasAndQuotesStandInQuotes) {  // RFC 4180, 2.6 and 2.7
  HandMade world;
  world.add(MeasureId::wait_of_seen_p90, SubjectKind::service, "the \"hub\"",
            {{{kNoValue, kNoValue, kNoValue, 3}}});
  EXPECT_EQ(
      written(world, Detail::totals, "more, sooner"),
      "plan,replication,date,measure,service,group,value\n"
      "\"more, sooner\",0,whole run,\"wait of those seen, 90th percentile\",\"the \"\"hub\"\"\",all,3\n");
}

TEST(TidyCsv, ANameSharedByAPathwayAndAServiceSaysWhichItIs) {
  HandMade world;
  world.add(MeasureId::waiting, SubjectKind::service, "therapy", {{{1, 1, 1, kNoValue}}});
  world.add(MeasureId::waiting, SubjectKind::pathway, "therapy", {{{2, 2, 2, kNoValue}}});
  const std::string text = written(world, Detail::totals);
  EXPECT_NE(text.find("waiting,therapy,all,1\n"), std::string::npos);
  EXPECT_NE(text.find("waiting,therapy (pathway),all,2\n"), std::string::npos);
  EXPECT_EQ(text.find("waiting,therapy,all,2\n"), std::string::npos);
}

TEST(TidyCsv, NumbersReadBackAsTheSameNumber) {
  for (const double number :
       {0.1, 1.0 / 3.0, 1e300, 2.3e-308, 123456789.125, -2.5, 1e15, 9007199254740993.0, -0.0}) {
    std::string text;
    append_number(text, number);
    EXPECT_EQ(std::stod(text), number) << text;
  }
  std::string text;
  append_number(text, std::numeric_limits<double>::infinity());
  EXPECT_EQ(text, "");
}

}  // namespace
}  // namespace sendcap::report
