#include "sendcap/engine/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

#include "chi_square.hpp"

namespace sendcap::engine {
namespace {

// The known answers of philox4x32 with 10 rounds that Random123 is published with (kat_vectors).
TEST(Philox, GivesThePublishedAnswers) {
  struct KnownAnswer {
    r123::Philox4x32::ctr_type counter;
    r123::Philox4x32::key_type key;
    r123::Philox4x32::ctr_type answer;
  };
  const KnownAnswer known_answers[] = {
      {{{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
      {{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}},
       {{0xffffffff, 0xffffffff}},
       {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
      {{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
       {{0xa4093822, 0x299f31d0}},
       {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}},
  };
  for (const KnownAnswer& known : known_answers)
    EXPECT_EQ(r123::Philox4x32()(known.counter, known.key), known.answer);
}

TEST(Stream, IsPhiloxOfBlockNumberSourceAndPurpose) {
  const ReplicationKey key(12345, 6);
  Stream stream(key, 0x50, 0x4e, 0x50555250, 9);
  for (std::uint32_t block = 9; block < 12; ++block) {
    const r123::Philox4x32::ctr_type counter = {{block, 0x4e, 0x50, 0x50555250}};
    const r123::Philox4x32::key_type words = {
        {static_cast<std::uint32_t>(key.value()), static_cast<std::uint32_t>(key.value() >> 32U)}};
    const auto expected = r123::Philox4x32()(counter, words);
    EXPECT_EQ(stream(), (std::uint64_t{expected.v[1]} << 32U) | expected.v[0]);
    EXPECT_EQ(stream(), (std::uint64_t{expected.v[3]} << 32U) | expected.v[2]);
  }
}

TEST(Stream, IsTheSameWhoeverDrawsFromOthersInBetween) {
  const ReplicationKey key(1, 0);
  Stream alone(key, 1, 2, 3);
  std::vector<std::uint64_t> expected;
  for (int draw = 0; draw < 10; ++draw) expected.push_back(alone());

  Stream disturbed(key, 1, 2, 3);
  Stream other(key, 1, 2, 4);
  for (const std::uint64_t number : expected) {
    other();
    EXPECT_EQ(disturbed(), number);
    Stream(key, 1, 3, 3)();
  }
}

TEST(Stream, ContinuesWhereALaterBlockBegins) {
  const ReplicationKey key(1, 0);
  Stream whole(key, 1, 2, 3);
  for (int skipped = 0; skipped < 8; ++skipped) whole();
  Stream from_fifth_block(key, 1, 2, 3, 4);
  for (int draw = 0; draw < 5; ++draw) EXPECT_EQ(whole(), from_fifth_block());
}

TEST(Stream, StaysWithinTheUnitIntervalAtItsEnds) {
  // 53 and 52 bits, all set, are the largest numbers that can be drawn.
  EXPECT_LT(static_cast<double>(~std::uint64_t{0} >> 11U) * 0x1.0p-53, 1.0);
  EXPECT_LT((static_cast<double>(~std::uint64_t{0} >> 12U) + 0.5) * 0x1.0p-52, 1.0);
  Stream stream(ReplicationKey(3, 0), 0, 0, 0);
  for (int draw = 0; draw < 100000; ++draw) {
    const double closed = stream.uniform();
    const double open = stream.uniform_open();
    ASSERT_TRUE(closed >= 0 && closed < 1);
    ASSERT_TRUE(open > 0 && open < 1);
  }
}

TEST(ReplicationKey, DiffersForEveryReplicationAndForNeighbouringSeeds) {
  std::set<std::uint64_t> keys;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (std::uint32_t replication = 0; replication < 10000; ++replication)
      keys.insert(ReplicationKey(seed, replication).value());
  EXPECT_EQ(keys.size(), 100000U);
}

TEST(NameHash, IsFnv1aForEver) {
  // The reference values of the authors' test suite.
  EXPECT_EQ(name_hash(""), 0x811c9dc5U);
  EXPECT_EQ(name_hash("a"), 0xe40c292cU);
  EXPECT_EQ(name_hash("foobar"), 0xbf9cf968U);
  static_assert(name_hash("b") == 0xe70c2de5U);
}

// How often a pair of first numbers falls into each cell of a 16 by 16 grid.
template <class FirstOfPair, class SecondOfPair>
double chi_square_of_pairs(FirstOfPair first, SecondOfPair second) {
  constexpr std::uint32_t kPairs = 200000;
  std::vector<double> observed(256);
  for (std::uint32_t pair = 0; pair < kPairs; ++pair) {
    const auto row = static_cast<std::size_t>(16 * first(pair));
    const auto column = static_cast<std::size_t>(16 * second(pair));
    observed[16 * row + column] += 1;
  }
  return chi_square(observed, std::vector<double>(256, kPairs / 256.0));
}

// Each statistic is chi-square with 255 degrees of freedom if neighbours are independent; the seed is fixed,
// and the level of each of the tests is 0.1%.
class Neighbours : public testing::Test {
 protected:
  double first_number(std::uint32_t source, std::uint32_t number, std::uint32_t purpose) const {
    return Stream(key_, source, number, purpose).uniform();
  }
  ReplicationKey key_{2025, 0};
  double limit_ = chi_square_quantile(255, 0.999);
};

TEST_F(Neighbours, InNumberAreIndependent) {
  EXPECT_LT(chi_square_of_pairs([&](std::uint32_t pair) { return first_number(1, 2 * pair, 3); },
                                [&](std::uint32_t pair) { return first_number(1, 2 * pair + 1, 3); }),
            limit_);
}

TEST_F(Neighbours, InPurposeAreIndependent) {
  EXPECT_LT(chi_square_of_pairs([&](std::uint32_t pair) { return first_number(1, pair, 3); },
                                [&](std::uint32_t pair) { return first_number(1, pair, 4); }),
            limit_);
}

TEST_F(Neighbours, InSourceAreIndependent) {
  EXPECT_LT(chi_square_of_pairs([&](std::uint32_t pair) { return first_number(1, pair, 3); },
                                [&](std::uint32_t pair) { return first_number(2, pair, 3); }),
            limit_);
}

TEST_F(Neighbours, InReplicationAreIndependent) {
  EXPECT_LT(
      chi_square_of_pairs(
          [](std::uint32_t pair) { return Stream(ReplicationKey(9, 2 * pair), 1, 2, 3).uniform(); },
          [](std::uint32_t pair) { return Stream(ReplicationKey(9, 2 * pair + 1), 1, 2, 3).uniform(); }),
      limit_);
}

TEST_F(Neighbours, InOneStreamAreIndependent) {
  Stream stream(key_, 1, 2, 3);
  const auto next = [&](std::uint32_t) { return stream.uniform(); };
  EXPECT_LT(chi_square_of_pairs(next, next), limit_);
}

}  // namespace
}  // namespace sendcap::engine
