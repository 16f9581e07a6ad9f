// Where a list is shorter because those on it now wait for what comes next, that is said beside the gain.

#include "report/moved_on.hpp"

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

// Four replications each of those waiting on a pathway, of the team meeting after it and of the desk before.
HandMade waiting(const std::vector<double>& list, const std::vector<double>& meeting,
                 const std::vector<double>& desk = {7, 7, 7, 7}) {
  HandMade world;
  const auto by_replication = [](const std::vector<double>& values) {
    std::vector<std::vector<std::vector<double>>> all;
    for (const double value : values) all.push_back({at_the_end(value)});
    return all;
  };
  world.add(MeasureId::waiting, SubjectKind::pathway, "autism", by_replication(list));
  world.add(MeasureId::waiting, SubjectKind::service, "desk", by_replication(desk));
  world.add(MeasureId::waiting, SubjectKind::service, "meeting", by_replication(meeting));
  return world;
}

// 20 fewer on the list and 30 more for the meeting: 10 more in all, in each replication.
TEST(MovedOn, AddsUpAListAndTheQueueBehindIt) {
  HandCompared compared(waiting({100, 100, 100, 100}, {5, 5, 5, 5}),
                        waiting({80, 78, 82, 80}, {35, 37, 33, 35}));
  compared.report().notes.comes_later = {{"autism", {"meeting"}, {}}};
  const std::vector<MovedOn> moved = moved_on(compared.report(), 1);
  ASSERT_THAT(moved, SizeIs(1));
  EXPECT_EQ(moved[0].later, "meeting");
  EXPECT_DOUBLE_EQ(moved[0].more.mean, 30);
  EXPECT_DOUBLE_EQ(moved[0].both.interval.mean, 10);
  EXPECT_THAT(moved[0].words, HasSubstr("more then wait for “meeting”: 10 more in all"));
}

TEST(MovedOn, SaysSoWhenFewerWaitInAll) {
  HandCompared compared(waiting({100, 100, 100, 100}, {5, 5, 5, 5}),
                        waiting({40, 38, 42, 40}, {35, 37, 33, 35}));
  compared.report().notes.comes_later = {{"autism", {"meeting"}, {}}};
  EXPECT_THAT(moved_on(compared.report(), 1).at(0).words, HasSubstr(": 30 fewer in all"));
}

TEST(MovedOn, OfNoOtherQueueAndOfNoListThatIsLonger) {
  HandCompared elsewhere(waiting({100, 100, 100, 100}, {5, 5, 5, 5}, {7, 7, 7, 7}),
                         waiting({80, 78, 82, 80}, {5, 5, 5, 5}, {47, 49, 45, 47}));
  elsewhere.report().notes.comes_later = {{"autism", {"meeting"}, {}}};
  EXPECT_THAT(moved_on(elsewhere.report(), 1), IsEmpty());
  HandCompared longer(waiting({100, 100, 100, 100}, {5, 5, 5, 5}),
                      waiting({120, 118, 122, 120}, {35, 37, 33, 35}));
  longer.report().notes.comes_later = {{"autism", {"meeting"}, {}}};
  EXPECT_THAT(moved_on(longer.report(), 1), IsEmpty());
}

TEST(MovedOn, StandsBesideTheGainInTheFindingsAndTheVerdict) {
  HandCompared compared(waiting({100, 100, 100, 100}, {5, 5, 5, 5}),
                        waiting({80, 78, 82, 80}, {35, 37, 33, 35}));
  compared.report().notes.comes_later = {{"autism", {"meeting"}, {}}};
  const std::string text = comparison_text(compared.report());
  EXPECT_THAT(findings(compared.report(), 1).first.at(1), HasSubstr("80 instead of 100, but 30"));
  EXPECT_THAT(text, HasSubstr("the list for autism: A is best, but 30"));
}

}  // namespace
}  // namespace sendcap::report
