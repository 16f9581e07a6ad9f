#include <gtest/gtest.h>

#include "program.hpp"

// Pages that the program can print stand in docs/ too, so that they can be read without it; they must not go
// stale.

namespace sendcap::testing {
namespace {

using Documentation = AtTheTerminal;

TEST_F(Documentation, GeneratedPagesAreUpToDate) {
  for (const std::string page : {"reference", "errors", "measures"}) {
    const Answer answer = sendcap({page});
    ASSERT_EQ(answer.exit_code, 0) << page;
    EXPECT_TRUE(answer.out == project_file("docs/" + page + ".md"))
        << "docs/" << page << ".md is stale; renew it with: build/release/sendcap " << page << " > docs/"
        << page << ".md";
  }
}

TEST_F(Documentation, ThePictureOfTheWorldIsTheOneTheProgramDraws) {
  const Answer answer =
      sendcap({"describe", SENDCAP_SOURCE_DIR "/scenarios/worcestershire/baseline.yaml", "--overview"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_NE(project_file("docs/model.md").find("--overview -->\n" + answer.out + "<!-- end -->"),
            std::string::npos)
      << "docs/model.md is stale; between its two comments belongs: build/release/sendcap describe "
         "scenarios/worcestershire/baseline.yaml --overview";
}

}  // namespace
}  // namespace sendcap::testing
