// What holds of interventions whatever their kind: they compose, cost what their terms say, and refuse what
// can not be done.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

constexpr std::int32_t kMarch = 20148;  // 2025-03-01, days since 1970

TEST(Interventions, compose_in_any_order) {
  const std::string first =
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-03-01}\n";
  const std::string second =
      "  - {kind: add clinic sessions, clinic: clinic, sessions: 1 per week, from: 2025-02-01}\n";
  for (const std::string& both : {first + second, second + first}) {
    const Applied applied = apply_text(both);
    const Value<Rate>& value = clinic_of(applied.changed).sessions;
    ASSERT_EQ(value.then.size(), 3u);
    EXPECT_DOUBLE_EQ(value.then[0].is.per_day * 7, 5);
    EXPECT_DOUBLE_EQ(value.then[1].is.per_day * 7, 7);
    EXPECT_DOUBLE_EQ(value.then[2].is.per_day * 7, 9);
  }
}

TEST(Interventions, cost_what_their_terms_say) {
  const std::string cost =
      "until: 2025-11-01, lead time: 1 day, ramp: 3 months, begins with: 50%, "
      "cost: {once: £20000, a year: £60000, paid by: council}}\n";
  const std::vector<std::string> kinds{
      "kind: add clinic sessions, clinic: clinic, sessions: 2 per week, from: 2025-02-28, ",
      "kind: change demand, demand: autism, by: -10%, from: 2025-02-28, ",
      "kind: change staffing, team: therapy, by: 1, from: 2025-02-28, "};
  for (const std::string& kind : kinds) {
    const Applied applied = apply_text("  - {" + kind + cost);
    EXPECT_EQ(applied.said, "") << kind;
    const MoneyMatters& money = applied.changed.money;
    ASSERT_EQ(money.one_off.size(), 1u) << kind;
    EXPECT_EQ(money.one_off[0].amount.is.pounds, 20000);
    EXPECT_EQ(money.one_off[0].on.days_since_1970, kMarch - 1) << "on the day it is decided";
    EXPECT_EQ(money.one_off[0].paid_by, Payer::council);
    ASSERT_EQ(money.running.size(), 1u) << kind;
    const Value<Money>& a_year = money.running[0].a_year;
    EXPECT_EQ(on(a_year, kMarch - 1).pounds, 0) << "not before the effect";
    EXPECT_EQ(on(a_year, kMarch).pounds, 60000) << "in full, though only half of the effect is there";
    EXPECT_EQ(on(a_year, kMarch + 200).pounds, 60000);
    EXPECT_EQ(on(a_year, kMarch + 245).pounds, 0) << "not after it, 1 November";
  }
}

TEST(Interventions, cost_nothing_unless_their_terms_say_so) {
  const Applied applied = apply_text("  - {kind: change staffing, team: therapy, by: 1, from: 2025-03-01}\n");
  EXPECT_TRUE(applied.changed.money.one_off.empty());
  EXPECT_TRUE(applied.changed.money.running.empty());
}

TEST(Interventions, say_what_can_not_be_done) {
  EXPECT_THAT(
      apply_text("  - {kind: add clinic sessions, clinic: clinci, sessions: 1 per week, from: 2025-03-01}\n")
          .said,
      HasSubstr("did you mean 'clinic'?"));
  EXPECT_THAT(
      apply_text("  - {kind: add clinic sessions, clinic: therapy, sessions: 1 per week, from: 2025-03-01}\n")
          .said,
      HasSubstr("is a team, which has no sessions"));
  EXPECT_THAT(
      apply_text("  - {kind: add clinic sessions, clinic: clinic, sessions: -9 per week, from: 2025-03-01}\n")
          .said,
      HasSubstr("more sessions are taken away than the clinic has"));
  EXPECT_THAT(apply_text("  - {kind: change staffing, team: clinic, by: 1, from: 2025-03-01}\n").said,
              HasSubstr("whose capacity is its sessions"));
  EXPECT_THAT(apply_text("  - {kind: change demand, demand: walk-in, by: 5%, from: 2025-03-01}\n").said,
              HasSubstr("no rate to change"));
  EXPECT_THAT(
      apply_text("  - {kind: change staffing, team: therapy, by: 1, from: 2025-03-01, until: 2025-02-01}\n")
          .said,
      HasSubstr("`until` must come after `from`"));
  EXPECT_THAT(apply_text("  - {kind: open an autism base, base: school, district: Redditch, ages: 4 to 10, "
                         "tranches: {opens: 2025-09-01, places: 4}}\n")
                  .said,
              HasSubstr("there is a provision called 'school' already"));
}

}  // namespace
}  // namespace sendcap::scenario
