#include "store/kept_rows.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temporary_folder.hpp"

namespace sendcap::store {
namespace {

using ::testing::Pair;
using ::testing::UnorderedElementsAre;

using KeptRowsFile = InAFolder;

TEST_F(KeptRowsFile, WhatWasKeptIsFoundAgain) {
  {
    const auto rows = KeptRows::claim(folder_ / "rows");
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->found(), 0U);
    rows->keep("baseline", 0, "one");
    rows->keep("baseline", 7, std::string("\0two", 4));
    rows->keep("plan", 0, "three");
  }
  const auto rows = KeptRows::claim(folder_ / "rows");
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->found(), 3U);
  EXPECT_THAT(rows->found_of("baseline"),
              UnorderedElementsAre(Pair(0U, "one"), Pair(7U, std::string("\0two", 4))));
  EXPECT_EQ(rows->found_one("plan", 0), "three");
  EXPECT_EQ(rows->found_one("plan", 1), std::nullopt);
}

TEST_F(KeptRowsFile, OneProcessHasItAlone) {
  auto rows = KeptRows::claim(folder_ / "rows");
  ASSERT_TRUE(rows);
  EXPECT_FALSE(KeptRows::claim(folder_ / "rows"));
  EXPECT_TRUE(KeptRows::look(folder_ / "rows").in_use);
  rows->keep("baseline", 0, "one");
  rows.reset();
  const KeptRows::Glance glance = KeptRows::look(folder_ / "rows");
  EXPECT_FALSE(glance.in_use);
  EXPECT_EQ(glance.rows, 1U);
  EXPECT_TRUE(KeptRows::claim(folder_ / "rows"));
}

TEST_F(KeptRowsFile, AProcessThatIsKilledLeavesWhatItWroteAndNoLock) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto rows = KeptRows::claim(folder_ / "rows");
    rows->keep("baseline", 0, "one");
    rows->flush();
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  const auto rows = KeptRows::claim(folder_ / "rows");
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->found_one("baseline", 0), "one");
}

TEST_F(KeptRowsFile, ADamagedFileIsBegunAnew) {
  write(folder_ / "rows", "this is no database, and was one before the power failed");
  const auto rows = KeptRows::claim(folder_ / "rows");
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->found(), 0U);
}

TEST_F(KeptRowsFile, NothingIsLeftOnceItIsDiscarded) {
  const auto rows = KeptRows::claim(folder_ / "rows");
  ASSERT_TRUE(rows);
  rows->keep("baseline", 0, "one");
  rows->flush();
  rows->discard();
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

}  // namespace
}  // namespace sendcap::store
