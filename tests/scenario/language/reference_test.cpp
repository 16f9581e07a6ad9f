#include "sendcap/scenario/language/reference.hpp"

#include <gtest/gtest.h>

#include <string>

#include "toy_clinic.hpp"

namespace sendcap::scenario {
namespace {

TEST(ReferencePage, HasASectionForEachBlockAndARowForEachKey) {
  const std::string page = reference_markdown<toy::County>("Scenario files");
  const auto has = [&](const std::string& text) { return page.find(text) != std::string::npos; };
  EXPECT_EQ(page.rfind("# Scenario files\n", 0), 0U);
  for (const char* title :
       {"county", "service", "clinic", "team", "share", "step", "distribution", "gamma"}) {
    EXPECT_TRUE(has(std::string("\n## ") + title + "\n")) << title;
  }
  EXPECT_TRUE(has("| `contacts` | whole number | `1` | between 1 and 20 | Visits for each child. |  |\n"));
  EXPECT_TRUE(has(
      "| `sessions` | value: rate | required | at least 0 per week | Sessions held. | `12 per week` |\n"));
  EXPECT_TRUE(
      has("| `order` | `first come` or `longest wait` | `first come` |  | Who is taken next. |  |\n"));
  EXPECT_TRUE(has("| `kind` | of a `kind`: [clinic](#clinic), [team](#team) | required |"));
  EXPECT_TRUE(has("| `districts` | by name: [share](#share) |"));
  EXPECT_TRUE(has("May be written as its `share` alone."));
  EXPECT_TRUE(has("| `otherwise` | list of [step](#step) |")) << "blocks may hold themselves";
}

}  // namespace
}  // namespace sendcap::scenario
