// Jobs are held back when they are too far ahead of the earliest that is not done.

#include "sendcap/experiment/job_line.hpp"

#include <gtest/gtest.h>

namespace sendcap::testing {
namespace {

using experiment::Job;
using experiment::JobLine;

TEST(JobLine, holds_back_what_is_more_than_four_for_each_worker_ahead) {
  std::uint32_t given = 0;
  const experiment::NextJob next = [&] {
    return given < 20 ? std::optional(Job{0, {}, given++, 1}) : std::nullopt;
  };
  JobLine line(next, 2);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(line.take()->number, i);
  EXPECT_FALSE(line.take());
  for (std::size_t i = 1; i < 8; ++i) line.done(i);
  EXPECT_FALSE(line.take()) << "the first is still under way";
  EXPECT_FALSE(line.exhausted());
  line.done(0);
  for (std::uint32_t i = 8; i < 16; ++i) EXPECT_EQ(line.take()->job.first_replication, i);
  EXPECT_FALSE(line.take());
  EXPECT_EQ(line.under_way(), 8U);
  for (std::size_t i = 8; i < 16; ++i) line.done(i);
  for (std::uint32_t i = 16; i < 20; ++i) EXPECT_EQ(line.take()->job.first_replication, i);
  EXPECT_FALSE(line.take());
  EXPECT_TRUE(line.exhausted());
}

}  // namespace
}  // namespace sendcap::testing
