// A base that opens.

#include <gtest/gtest.h>

#include "applied.hpp"

namespace sendcap::scenario {
namespace {

TEST(OpenAutismBase, opens_its_places_in_tranches) {
  const Applied applied = apply_text(R"(
  - kind: open an autism base
    base: Redditch base
    district: Redditch
    ages: 4 to 10
    tranches: [{opens: 2025-09-01, places: 4}, {opens: 2026-09-01, places: 8}]
)");
  EXPECT_EQ(applied.said, "");
  const Provision& base = *applied.changed.provision.find("Redditch base");
  EXPECT_EQ(base.kind, ProvisionKind::autism_base);
  EXPECT_EQ(base.places->is.value, 0);
  ASSERT_EQ(base.places->then.size(), 2u);
  EXPECT_EQ(base.places->then[0].is.value, 4);
  EXPECT_EQ(base.places->then[1].is.value, 12);
  EXPECT_EQ(applied.baseline->provision.size(), 1u);
}

}  // namespace
}  // namespace sendcap::scenario
