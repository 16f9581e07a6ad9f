#include "sendcap/scenario/language/override.hpp"

#include <gtest/gtest.h>

#include <string>

#include "reading.hpp"
#include "toy_clinic.hpp"

namespace sendcap::scenario {
namespace {

/// A tree to which one override is applied.
struct Overridden : Text {
  bool good = false;

  Overridden(const std::string& yaml, const std::string& change) : Text(yaml) {
    good = apply_override(*node, change, sources, diagnostics);
  }
  [[nodiscard]] std::string line() const { return to_yaml_line(*node); }
};

TEST(Override, ReplacesAPlainValue) {
  EXPECT_EQ(
      Overridden("services: {occupational therapy: {staff: 12}}", "services.occupational therapy.staff=14")
          .line(),
      "{services: {occupational therapy: {staff: 14}}}");
}

TEST(Override, ReplacesOnlyTheFigureOfAnAnnotatedValue) {
  const std::string yaml = "a: {is: 12 per week, source: x}";
  EXPECT_EQ(Overridden(yaml, "a=14 per week").line(), "{a: {is: 14 per week, source: x}}");
  EXPECT_EQ(Overridden(yaml, "a={is: 3 per day, range: [1, 5]}").line(),
            "{a: {is: 3 per day, range: [1, 5]}}");
  EXPECT_EQ(Overridden(yaml, "a.source=y").line(), "{a: {is: 12 per week, source: y}}");
}

TEST(Override, AddsAKeyWhoseBlockExists) {
  EXPECT_EQ(Overridden("a: {b: 1}", "a.c = [x, y]").line(), "{a: {b: 1, c: [x, y]}}");
  EXPECT_EQ(Overridden("a:\n", "a.c=1").line(), "{a: {c: 1}}");
}

TEST(Override, ReachesItemsByNumberAndNamesWithDotsInQuotes) {
  EXPECT_EQ(Overridden("steps: [{to: a}, {to: b}]", "steps.2.to=c").line(), "{steps: [{to: a}, {to: c}]}");
  EXPECT_EQ(Overridden("Dr. Hall: {staff: 1}", "\"Dr. Hall\".staff=2").line(), "{Dr. Hall: {staff: 2}}");
}

struct Case {
  std::string change;
  std::string mistake;
};

TEST(Override, SaysWhatIsWrongWithItself) {
  const std::string yaml = "services: {therapy: {staff: 12}}\nsteps: [a, b]\n";
  const Case cases[] = {
      {"servces.therapy.staff=3", "1:1 SEND-402: there is no 'servces' here | did you mean 'services'?"},
      {"services.terapy.staff=3", "1:10 SEND-402: there is no 'terapy' here | did you mean 'therapy'?"},
      {"services.therapy.staff.x=3", "1:24 SEND-402: there is no 'x' here | the value here is '12'"},
      {"steps.3=c", "1:7 SEND-402: there is no '3' here | items of the list go by number, 1 to 2"},
      {"services.therapy.staff",
       "1:1 SEND-401: expected 'path=value' | write the path with dots between its parts: "
       "services.occupational therapy.staff=14"},
      {"services.therapy.staff=",
       "1:1 SEND-401: expected 'path=value' | write the path with dots between its parts: "
       "services.occupational therapy.staff=14"},
      {"services..staff=1",
       "1:1 SEND-401: expected 'path=value' | write the path with dots between its parts: "
       "services.occupational therapy.staff=14"},
      {"steps.1=[a", "1:9 SEND-101: a '[' is not closed"},
  };
  for (const Case& given : cases) {
    const Overridden tried(yaml, given.change);
    EXPECT_FALSE(tried.good) << given.change;
    EXPECT_EQ(tried.mistakes(), Lines{given.mistake}) << given.change;
  }
}

TEST(Override, IsShownWhenItsValueDoesNotFit) {
  Overridden tried("kind: team\nstaff: 3\n", "staff=many");
  ASSERT_TRUE(tried.good);
  toy::Service service;
  Reader reader(tried.diagnostics);
  EXPECT_FALSE(read(reader, *tried.node, service));
  EXPECT_EQ(
      render(tried.diagnostics, tried.sources),
      "--set:1:7: error SEND-205: expected a number such as '2.5', or 'unlimited', found 'many' (in staff)\n"
      "    staff=many\n"
      "          ^\n"
      "hint: for example: 14\n");
}

TEST(Paths, SplitAndJoin) {
  const std::vector<std::string> parts = {"services", "Dr. Hall", "staff"};
  EXPECT_EQ(join_path(parts), "services.\"Dr. Hall\".staff");
  EXPECT_EQ(split_path(join_path(parts)), parts);
  EXPECT_TRUE(split_path("a..b").empty());
  EXPECT_TRUE(split_path("a.\"b").empty());
}

}  // namespace
}  // namespace sendcap::scenario
