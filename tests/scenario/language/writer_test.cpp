#include "sendcap/scenario/language/writer.hpp"

#include <gtest/gtest.h>

#include <string>

#include "reading.hpp"
#include "toy_clinic.hpp"

namespace sendcap::scenario {
namespace {

using toy::County;

TEST(Writer, WritesWhatReadsBackAsTheSameWorld) {
  const Reading<County> first{std::string(toy::kGoodCounty)};
  ASSERT_TRUE(first.good);
  for (const Defaults defaults : {Defaults::left_out, Defaults::written}) {
    const std::string text = to_yaml(write(first.value, defaults));
    const Reading<County> again(text);
    ASSERT_TRUE(again.good) << text << render(again.diagnostics, again.sources);
    EXPECT_TRUE(same_content(write(first.value, Defaults::written), write(again.value, Defaults::written)))
        << text;
  }
}

TEST(Writer, LeavesDefaultsOutAndKeepsShortForms) {
  const Reading<County> file(
      "title: x\nservices:\n  a:\n    kind: clinic\n    sessions: 12 per week\n"
      "    cancelled: 0%\n    districts: {north: {share: 100%}}\nbank holidays: yes\nsteps: [a]\n");
  ASSERT_TRUE(file.good) << render(file.diagnostics, file.sources);
  EXPECT_EQ(to_yaml(write(file.value)),
            "title: x\nservices:\n  a:\n    kind: clinic\n    sessions: 12 per week\n"
            "    districts:\n      north: 100%\nsteps: a\n");
}

TEST(Writer, CanWriteDefaultsToo) {
  const Reading<toy::Clinic> file("sessions: 12 per week\n");
  EXPECT_EQ(to_yaml(write(file.value, Defaults::written)),
            "sessions: 12 per week\ncancelled: 0%\norder: first come\ndays: []\n");
}

TEST(Writer, KeepsTextsThatLookLikeSomethingElse) {
  for (const char* title :
       {"no", "2025", "null", "~", "- x", "a: b", "it's", "x #y", "[a]", "£1,200", " y ", "two\nlines"}) {
    County county;
    county.title = title;
    const Reading<County> again(to_yaml(write(county)));
    ASSERT_TRUE(again.good) << title << render(again.diagnostics, again.sources);
    EXPECT_EQ(again.value.title, title);
  }
}

}  // namespace
}  // namespace sendcap::scenario
