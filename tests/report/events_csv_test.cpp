#include "sendcap/report/events_csv.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <sstream>
#include <string_view>

#include "traced.hpp"

namespace sendcap::report {
namespace {

using model::Happening;
using testing::a_child;
using testing::a_traced_world;
using testing::happens;

std::string header(const model::Model& world) {
  std::ostringstream out;
  write_events_csv_header(out, world);
  return out.str();
}

std::string line(const model::Model& world, const model::TraceRecord& record, const model::Child& child,
                 const std::string& plan = "baseline") {
  std::ostringstream out;
  EventsCsv(out, plan, 0, world).note(record, child);
  return out.str();
}

TEST(EventsCsv, AttributesHaveColumnsOfTheirOwn) {
  EXPECT_EQ(header(a_traced_world()),
            "plan,replication,time,day,child,arrival,case,activity,pathway,step,what,count,age,district,need,"
            "flags\n");
}

TEST(EventsCsv, OneLineForEachThingThatHappens) {
  const model::Model world = a_traced_world();
  std::ostringstream out;
  EventsCsv events(out, "baseline", 7, world);
  events.note(happens(59.375, Happening::came, {}, "autism referrals"), a_child());
  events.note(happens(59.375, Happening::joined, "assessment", {}, 41), a_child());
  EXPECT_EQ(
      out.str(),
      "baseline,7,2024-02-29T09:00:00,59.375,3fa09c01-00000011,3,,came,,,autism referrals,,6,Redditch,"
      "autism,\n"
      "baseline,7,2024-02-29T09:00:00,59.375,3fa09c01-00000011,3,8,joined,autism assessment,assessment,,"
      "41,6,Redditch,autism,\n");
}

TEST(EventsCsv, NobodyBeforeTheChildIsANumberToo) {
  EXPECT_NE(line(a_traced_world(), happens(1, Happening::joined, "assessment", {}, 0), a_child())
                .find("joined,autism assessment,assessment,,0,"),
            std::string::npos);
}

TEST(EventsCsv, AgeAttributesAndFlagsAreThoseOfTheMoment) {
  const model::Model world = a_traced_world();
  model::Child child = a_child();
  child.attributes = {1, 1};
  child.flags = 3;
  const std::string before = line(world, happens(182, Happening::finished, "assessment"), child);
  const std::string after = line(world, happens(183, Happening::finished, "assessment"), child);
  EXPECT_NE(before.find(",6,Bromsgrove,hearing,autistic; plan holder\n"), std::string::npos) << before;
  EXPECT_NE(after.find(",7,Bromsgrove,hearing,autistic; plan holder\n"), std::string::npos) << after;
}

TEST(EventsCsv, DaysAreCountedFromTheStartWarmUpBefore) {
  model::Model world = a_traced_world();
  world.begin -= 366;  // the warm-up is the year 2023 and one day more
  world.warm_up = 366;
  EXPECT_EQ(line(world, happens(366 + 59, Happening::gone), a_child()).substr(0, 33),
            "baseline,0,2024-02-29T00:00:00,59");
  EXPECT_EQ(line(world, happens(0, Happening::gone), a_child()).substr(0, 35),
            "baseline,0,2022-12-31T00:00:00,-366");
}

TEST(EventsCsv, NamesWithCommasAndQuotesStandInQuotes) {  // RFC 4180, 2.6 and 2.7
  model::Model world = a_traced_world();
  world.layout.groups[1] = "district: Redditch, the \"new town\"";
  const std::string text =
      line(world, happens(0, Happening::closed, "assessment", "moved, far away"), a_child(), "more, sooner");
  EXPECT_EQ(
      text,
      "\"more, sooner\",0,2024-01-01T00:00:00,0,3fa09c01-00000011,3,8,closed,autism assessment,assessment,"
      "\"moved, far away\",,6,\"Redditch, the \"\"new town\"\"\",autism,\n");
}

TEST(EventsCsv, TextbookChildrenHaveNeitherAgesNorAttributes) {
  const model::Model world;
  EXPECT_EQ(header(world),
            "plan,replication,time,day,child,arrival,case,activity,pathway,step,what,count,age,flags\n");
  EXPECT_EQ(line(world, happens(0.5, Happening::gone), a_child()),
            "baseline,0,1970-01-01T12:00:00,0.5,3fa09c01-00000011,3,,gone,,,,,,\n");
}

TEST(EventsCsv, EveryHappeningHasAWordOfItsOwn) {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < model::kHappeningCount; ++i)
    words.insert(model::word(static_cast<Happening>(i)));
  EXPECT_EQ(words.size(), model::kHappeningCount);
  EXPECT_EQ(words.count(""), 0U);
  EXPECT_EQ(model::word(Happening::came), "came");
  EXPECT_EQ(model::word(Happening::not_brought), "not brought");
  EXPECT_EQ(model::word(Happening::left_place), "left place");
  EXPECT_EQ(model::word(Happening::flag_lost), "flag lost");
  EXPECT_EQ(model::word(Happening::gone), "gone");
}

}  // namespace
}  // namespace sendcap::report
