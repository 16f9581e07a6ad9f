#include "sendcap/engine/block_pairs.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstddef>
#include <cstdint>

namespace sendcap::engine {
namespace {

RC_GTEST_PROP(BlockPairs, give_the_numbers_of_two_streams, (std::uint64_t seed, std::uint32_t replication)) {
  const ReplicationKey key(seed, replication);
  const auto counter = [] {
    return BlockPairs::Counter{*rc::gen::arbitrary<std::uint32_t>(), *rc::gen::arbitrary<std::uint32_t>(),
                               *rc::gen::arbitrary<std::uint32_t>(), *rc::gen::arbitrary<std::uint32_t>()};
  };
  const BlockPairs::Counter left = counter();
  const BlockPairs::Counter right = counter();
  const auto blocks = BlockPairs(key).numbers(left, right);
  Stream first(key, left.source, left.number, left.purpose, left.block);
  Stream second(key, right.source, right.number, right.purpose, right.block);
  for (const std::size_t number : {std::size_t{0}, std::size_t{1}}) {
    RC_ASSERT(blocks[0][number] == first());
    RC_ASSERT(blocks[1][number] == second());
  }
}

TEST(BlockPairs, make_uniform_numbers_as_a_stream_does) {
  const ReplicationKey key(1, 0);
  for (std::uint32_t number = 0; number < 100; ++number) {
    const std::uint64_t drawn = Stream(key, 1, number, 2)();
    EXPECT_EQ(BlockPairs::uniform(drawn), Stream(key, 1, number, 2).uniform());
    EXPECT_EQ(BlockPairs::uniform_open(drawn), Stream(key, 1, number, 2).uniform_open());
  }
}

TEST(StreamInPairs, gives_the_numbers_of_a_stream_from_the_first_on) {
  const ReplicationKey key(7, 3);
  const BlockPairs pairs(key);
  StreamInPairs in_pairs(pairs, 11, 12, 13);
  Stream stream(key, 11, 12, 13);
  for (int number = 0; number < 20; ++number) ASSERT_EQ(in_pairs.uniform(), stream.uniform()) << number;
}

}  // namespace
}  // namespace sendcap::engine
