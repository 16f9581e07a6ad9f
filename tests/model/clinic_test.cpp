// Clinics on a timetable. Arrivals are deterministic, so that every number is counted by hand.
// 2025-01-06 is a Monday.

#include <gtest/gtest.h>

#include <string>

#include "run_text.hpp"

namespace sendcap::testing {
namespace {

std::string clinic_world(const std::string& clinic, const std::string& clock = "run for: 28 days") {
  return R"(
title: a clinic
clock: {start: 2025-01-06, )" +
         clock + R"(, report every: whole run, waits in: days, bank holidays: [2025-01-20]}
demand:
  new: {intervals: 1 day, enters: referral}
services:
  clinic: {kind: clinic, )" +
         clinic + R"(}
pathways:
  referral:
    steps:
      seen: {service: clinic}
)";
}

TEST(Clinic, holds_its_sessions_on_its_days_and_none_on_a_bank_holiday) {
  const Results results(clinic_world("sessions: 1 per week, days: [Monday], slots: {new: {per session: 3}}"));
  // Mondays 6, 13, 27 January; 20 January is a bank holiday.
  EXPECT_EQ(results.mean("slots offered", "clinic"), 9);
  // The first child comes on the 7th: nobody waits on the 6th.
  EXPECT_EQ(results.mean("slots unused", "clinic"), 3);
  EXPECT_EQ(results.mean("slots used", "clinic"), 6);
  EXPECT_EQ(results.mean("seen", "clinic"), 6);
  EXPECT_EQ(results.mean("utilisation", "clinic"), 6.0 / 9);
  // Seen on the 13th at nine: those of the 7th, 8th and 9th; on the 27th: of the 10th, 11th and 12th.
  const double nine = 9.0 / 24;
  EXPECT_NEAR(results.mean("wait of those seen, mean", "clinic"), (6 + 5 + 4 + 17 + 16 + 15) / 6.0 + nine,
              1e-9);
}

TEST(Clinic, spreads_a_fraction_of_a_session_over_the_weeks) {
  const Results results(
      clinic_world("sessions: 0.5 per week, days: [Tuesday], slots: {new: {per session: 2}}"));
  EXPECT_EQ(results.mean("slots offered", "clinic"), 4) << "every other Tuesday of four";
}

TEST(Clinic, is_thinned_to_its_weeks_a_year) {
  const Results results(clinic_world(
      "sessions: 10 per week, weeks a year: 26, slots: {new: {per session: 1}}", "run for: 14 days"));
  // Half of the 52 weeks of a year: a session on each of ten working days instead of two.
  EXPECT_EQ(results.mean("slots offered", "clinic"), 10);
}

TEST(Clinic, is_thinned_in_August) {
  const std::string august = R"(
title: August
clock: {start: 2025-07-28, until: 2025-08-11, report every: week, waits in: days}
demand:
  new: {intervals: 1 day, enters: referral}
services:
  clinic: {kind: clinic, sessions: 5 per week, in August: 0%, slots: {new: {per session: 2}}}
pathways:
  referral: {steps: {seen: {service: clinic}}}
)";
  const Results results(august);
  EXPECT_EQ(results.mean("slots offered", "clinic", "2025-08-04"), 8) << "28 to 31 July";
  EXPECT_EQ(results.mean("slots offered", "clinic", "2025-08-11"), 0);
}

TEST(Clinic, loses_the_slots_of_cancelled_sessions) {
  const Results results(
      clinic_world("sessions: 5 per week, cancelled: 100%, slots: {new: {per session: 2}}"));
  EXPECT_EQ(results.mean("slots offered", "clinic"), 38)
      << "19 working days less a bank holiday, two slots each";
  EXPECT_EQ(results.mean("slots cancelled", "clinic"), 38);
  EXPECT_EQ(results.mean("seen", "clinic"), 0);
}

TEST(Clinic, books_a_child_not_brought_again_and_then_discharges) {
  const Results results(
      clinic_world("sessions: 5 per week, not brought: 100%, rebookings: 2, rebook after: 1 day, "
                   "slots: {new: {per session: 10}}"));
  const double gone = results.mean("left: not brought", "referral");
  EXPECT_GT(gone, 15);
  EXPECT_EQ(results.mean("seen", "clinic"), 0);
  EXPECT_EQ(results.mean("left: not brought", "clinic"), gone);
  // Each who left was offered three slots; those still on the list at the end fewer.
  EXPECT_GE(results.mean("slots not brought", "clinic"), 3 * gone);
}

// A world of two kinds of slot: reviews, for which nobody comes, and new.
std::string carve_out_world(const std::string& unused) {
  return R"(
title: carve-outs
clock: {start: 2025-01-06, run for: 14 days, report every: whole run, waits in: days}
demand:
  new: {intervals: 0.25 days, enters: referral}
  rare: {intervals: 100 days, enters: advice}
services:
  clinic:
    kind: clinic
    sessions: 1 per week
    days: [Wednesday]
    slots: {advice: {per session: 2)" +
         unused + R"(}, new: {per session: 3}}
pathways:
  referral: {steps: {seen: {service: clinic, slot: new}}}
  advice: {steps: {given: {service: clinic, slot: advice}}}
)";
}

TEST(Clinic, keeps_a_carve_out_free_unless_it_is_released) {
  const Results kept(carve_out_world(""));
  EXPECT_EQ(kept.mean("slots used", "clinic"), 6);
  EXPECT_EQ(kept.mean("slots unused", "clinic"), 4);
  const Results released(carve_out_world(", unused go to: new"));
  EXPECT_EQ(released.mean("slots used", "clinic"), 10);
  EXPECT_EQ(released.mean("slots unused", "clinic"), 0);
}

TEST(Clinic, serves_its_localities_apart) {
  const Results results(R"(
title: localities
clock: {start: 2025-01-06, run for: 28 days, report every: whole run, waits in: days}
districts: {north: {}, south: {}}
mixes:
  northerners: {district: {north: 1}}
demand:
  new: {intervals: 0.5 days, enters: referral, children: northerners}
services:
  clinic:
    kind: clinic
    sessions: 10 per week
    slots: {new: {per session: 1}}
    localities: {up: {districts: north, share: 40%}, down: {districts: south, share: 60%}}
pathways:
  referral: {steps: {seen: {service: clinic}}}
)");
  EXPECT_EQ(results.mean("slots offered", "clinic"), 40);
  EXPECT_EQ(results.mean("slots unused", "clinic"), 24) << "nobody comes to the south";
  EXPECT_EQ(results.mean("seen", "clinic"), 16);
  EXPECT_EQ(results.mean("seen", "clinic", "", "district: north"), 16);
  EXPECT_THROW((void)results.mean("seen", "clinic", "", "district: south"), std::runtime_error)
      << "where nobody can come there are no results";
}

TEST(Clinic, takes_the_slots_a_long_visit_needs_from_the_next_session) {
  const Results results(R"(
title: double slots
clock: {start: 2025-01-06, run for: 28 days, report every: whole run, waits in: days}
demand:
  new: {intervals: 0.1 days, enters: referral}
services:
  clinic: {kind: clinic, sessions: 1 per week, days: [Friday], slots: {new: {per session: 3}}}
pathways:
  referral: {steps: {seen: {service: clinic, slots needed: 2}}}
)");
  EXPECT_EQ(results.mean("slots offered", "clinic"), 12);
  EXPECT_EQ(results.mean("seen", "clinic"), 6) << "two, one, two, one";
  EXPECT_EQ(results.mean("slots used", "clinic"), 12);
}

}  // namespace
}  // namespace sendcap::testing
