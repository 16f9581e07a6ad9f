// What is told first of what a plan changes, and how much at once.

#include <gmock/gmock.h>

#include "hand_compared.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using testing::at_the_end;
using testing::HandCompared;
using testing::HandMade;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Seventeen lists of 100 children, and `fewer` fewer, give or take a child.
HandMade seventeen_lists(double fewer) {
  HandMade world;
  for (int list = 1; list <= 17; ++list) {
    std::vector<std::vector<std::vector<double>>> replications;
    for (const double more : {0.0, 1.0, 0.0, 1.0})
      replications.push_back({at_the_end(fewer > 0 ? 100 - fewer + more : 100)});
    world.add(MeasureId::waiting, SubjectKind::pathway, "list " + std::to_string(list), replications);
  }
  return world;
}

TEST(Findings, TellFirstWhatThePlanIsForAndFifteenAtOnce) {
  HandCompared compared(seventeen_lists(0), seventeen_lists(20));
  compared.report().notes.touched = {{}, {"list 16", "list 17"}};
  compared.report().notes.target_subjects = {"list 1", "list 17"};
  const Findings found = findings(compared.report(), 1);
  ASSERT_THAT(found.first, SizeIs(15));
  EXPECT_THAT(found.further, SizeIs(2));
  EXPECT_THAT(found.rest, IsEmpty());
  EXPECT_THAT(found.all(), SizeIs(17));
  EXPECT_THAT(found.first[0], HasSubstr("waiting for list 17 on"));  // touched, and a target is about it
  EXPECT_THAT(found.first[1], HasSubstr("waiting for list 16 on"));
  EXPECT_THAT(found.first[2], HasSubstr("waiting for list 1 on"));
  EXPECT_THAT(comparison_text(compared.report()), HasSubstr("And 2 more clear changes"));
}

TEST(Findings, TellOfHowManyChildrenSomethingHappens) {
  const auto world = [](double children) {
    HandMade made;
    std::vector<std::vector<std::vector<double>>> replications;
    for (const double more : {0.0, 2.0, 0.0, 2.0})
      replications.push_back({testing::over_the_run(children > 100 ? children : children + more)});
    made.add(MeasureId::happened, SubjectKind::happening, "need met while waiting", replications);
    return made;
  };
  HandCompared compared(world(150), world(39));
  EXPECT_THAT(findings(compared.report(), 1).first.at(0),
              HasSubstr("“need met while waiting” happens to 110 "));
  EXPECT_THAT(findings(compared.report(), 1).first.at(0), HasSubstr(" fewer children over the run."));
}

// Clear is what chance does not explain, however little it is.
TEST(Findings, SayOfADifferenceThatWouldBeShownAsNothingThatItIsNextToNothing) {
  const auto world = [](double less) {
    HandMade made;
    std::vector<std::vector<std::vector<double>>> replications;
    for (const double more : {0.0, 1e-9, 0.0, 1e-9})
      replications.push_back({testing::over_the_run(0.9 - less + (less > 0 ? more : 0))});
    made.add(MeasureId::share_in_time, SubjectKind::clock, "assessment: decision", replications);
    return made;
  };
  HandCompared compared(world(0), world(1e-7));
  EXPECT_THAT(findings(compared.report(), 1).rest.at(0), HasSubstr("(next to nothing)"));
}

}  // namespace
}  // namespace sendcap::report
