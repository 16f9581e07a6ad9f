// More or fewer staff.

#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

TEST(ChangeStaffing, adds_staff) {
  const Applied applied = apply_text("  - {kind: change staffing, team: therapy, by: 2.5, from: day 100}\n");
  EXPECT_EQ(applied.said, "");
  const Team& team = std::get<Team>(applied.changed.services.find("therapy")->is);
  EXPECT_DOUBLE_EQ(team.staff.then.at(0).is.value, 12.5);
}

}  // namespace
}  // namespace sendcap::scenario
