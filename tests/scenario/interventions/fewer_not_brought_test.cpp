// Fewer children not brought.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

using ::testing::HasSubstr;

TEST(FewerNotBrought, takes_off_points_but_never_below_none) {
  const Applied applied = apply_text(
      "  - {kind: fewer not brought, clinics: clinic, points: 4%, from: 2025-03-01}\n"
      "  - {kind: fewer not brought, clinics: [clinic], points: 8%, from: 2025-06-01}\n");
  EXPECT_EQ(applied.said, "");
  const Value<Fraction>& not_brought = clinic_of(applied.changed).not_brought;
  EXPECT_EQ(not_brought.is.value, 0.1);
  ASSERT_EQ(not_brought.then.size(), 2u);
  EXPECT_DOUBLE_EQ(not_brought.then[0].is.value, 0.06);
  EXPECT_EQ(not_brought.then[1].is.value, 0);
}

TEST(FewerNotBrought, is_about_clinics) {
  EXPECT_THAT(
      apply_text("  - {kind: fewer not brought, clinics: therapy, points: 4%, from: 2025-03-01}\n").said,
      HasSubstr("has no appointments"));
}

}  // namespace
}  // namespace sendcap::scenario
