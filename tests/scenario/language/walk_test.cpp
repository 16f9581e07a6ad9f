#include "sendcap/scenario/language/walk.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reading.hpp"
#include "sendcap/scenario/language/override.hpp"
#include "toy_clinic.hpp"

namespace sendcap::scenario {
namespace {

using toy::County;

County good_county() {
  const Reading<County> file{std::string(toy::kGoodCounty)};
  EXPECT_TRUE(file.good);
  return file.value;
}

std::vector<std::string> paths_of(const County& county) {
  std::vector<std::string> paths;
  for_each_value(county, [&](const ValueView& value) { paths.push_back(value.path()); });
  return paths;
}

TEST(Walk, VisitsEveryValueInOrder) {
  EXPECT_EQ(paths_of(good_county()),
            (std::vector<std::string>{
                "growth", "budget", "services.community paediatrics.sessions",
                "services.community paediatrics.cancelled", "services.community paediatrics.districts.north",
                "services.community paediatrics.districts.south", "services.occupational therapy.staff",
                "services.occupational therapy.work.mean", "services.occupational therapy.work.sd",
                "services.advice line.staff", "services.advice line.work"}));
}

TEST(Walk, ShowsWhatIsKnownAboutAValue) {
  County county = good_county();
  const auto sessions = find_value(county, "services.community paediatrics.sessions");
  ASSERT_TRUE(sessions);
  EXPECT_EQ(sessions->is(), "12 per week");
  EXPECT_EQ(sessions->range()->least, "10 per week");
  EXPECT_EQ(sessions->then().at(1), (std::pair<std::string, std::string>{"2027-01-01", "15 per week"}));
  EXPECT_EQ(sessions->help(), "Sessions held.");
  EXPECT_EQ(sessions->place().line, 10U);
  const auto growth = find_value(county, "growth");
  EXPECT_EQ(growth->source(), "list growth");
  EXPECT_EQ(growth->quality(), Quality::assumption);
  EXPECT_FALSE(find_value(county, "no.such.path"));
}

TEST(Walk, ChangesAValueAndKeepsWhatIsKnown) {
  County county = good_county();
  Diagnostics diagnostics;
  EXPECT_TRUE(find_value(county, "growth")->set("12%", diagnostics))
      << "the unit is that of the present value";
  EXPECT_DOUBLE_EQ(county.growth.is.per_year, 0.12);
  EXPECT_EQ(county.growth.source, "list growth");
  find_value(county, "services.occupational therapy.staff")->set_number(20);
  EXPECT_DOUBLE_EQ(std::get<toy::Team>(county.services.find("occupational therapy")->is).staff.is.value, 20);
  EXPECT_FALSE(find_value(county, "services.community paediatrics.cancelled")->set("70%", diagnostics));
  EXPECT_EQ(diagnostics.all().at(0).message, "'70%' is out of range; it has to be between 0% and 50%");
  EXPECT_EQ(diagnostics.all().at(0).path, "services.community paediatrics.cancelled");
}

TEST(Walk, GivesPathsThatOverridesUnderstand) {
  Text file{std::string(toy::kGoodCounty)};
  const County county = good_county();
  for_each_value(county, [&](const ValueView& value) {
    EXPECT_TRUE(apply_override(*file.node, value.path() + "=" + value.is(), file.sources, file.diagnostics))
        << value.path();
  });
  County again;
  Reader reader(file.diagnostics);
  EXPECT_TRUE(read(reader, *file.node, again)) << render(file.diagnostics, file.sources);
  EXPECT_EQ(paths_of(again), paths_of(county));
}

}  // namespace
}  // namespace sendcap::scenario
