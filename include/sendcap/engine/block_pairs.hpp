#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "sendcap/engine/random.hpp"

namespace sendcap::engine {

/// Works out two blocks of random numbers at once, for those who need several blocks none of which waits for
/// another: the attributes of a child, its tolerances. The numbers are exactly those of a Stream. The two go
/// side by side through each round, in the lanes of a register: some 60 instructions a block where a Stream
/// takes 131.
class BlockPairs {
 public:
  /// What a block of a Stream is known by.
  struct Counter {
    std::uint32_t source;
    std::uint32_t number;
    std::uint32_t purpose;
    std::uint32_t block;
  };
  /// The two numbers of a block, in the order in which a Stream gives them.
  using Block = std::array<std::uint64_t, 2>;

  explicit BlockPairs(ReplicationKey key) {
    std::uint64_t low = key.value() & kLowHalf;
    std::uint64_t high = key.value() >> 32U;
    for (RoundKeys& round : round_keys_) {
      round = {both(low), both(high)};
      low = (low + kLowStep) & kLowHalf;
      high = (high + kHighStep) & kLowHalf;
    }
  }

  [[nodiscard]] std::array<Block, 2> numbers(const Counter& left, const Counter& right) const {
    Pair first{left.block, right.block};
    Pair second{left.number, right.number};
    Pair third{left.source, right.source};
    Pair fourth{left.purpose, right.purpose};
    for (const RoundKeys& keys : round_keys_) {
      const Pair of_first = product(first, kFirstFactor);
      const Pair of_third = product(third, kThirdFactor);
      first = (of_third >> 32U) ^ second ^ keys.low;
      second = of_third;
      third = (of_first >> 32U) ^ fourth ^ keys.high;
      fourth = of_first;
    }
    const Pair given_first = (second << 32U) | (first & both(kLowHalf));
    const Pair given_second = (fourth << 32U) | (third & both(kLowHalf));
    return {Block{given_first[0], given_second[0]}, Block{given_first[1], given_second[1]}};
  }

  /// Uniform on [0, 1) and on (0, 1), as those of a Stream.
  [[nodiscard]] static double uniform(std::uint64_t number) {
    return static_cast<double>(number >> 11U) * 0x1.0p-53;
  }
  [[nodiscard]] static double uniform_open(std::uint64_t number) {
    return (static_cast<double>(number >> 12U) + 0.5) * 0x1.0p-52;
  }

 private:
  /// A word of each of the two blocks. Only the lower halves count; what is in the upper ones is let be.
  using Pair [[gnu::vector_size(16)]] = std::uint64_t;
  struct RoundKeys {
    Pair low;
    Pair high;
  };
  // The constants of Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011).
  static constexpr std::size_t kRounds = 10;
  static constexpr std::uint64_t kFirstFactor = 0xD2511F53U;
  static constexpr std::uint64_t kThirdFactor = 0xCD9E8D57U;
  static constexpr std::uint64_t kLowStep = 0x9E3779B9U;
  static constexpr std::uint64_t kHighStep = 0xBB67AE85U;
  static constexpr std::uint64_t kLowHalf = 0xffffffffU;

  [[nodiscard]] static Pair both(std::uint64_t word) { return Pair{word, word}; }
  /// Of the lower halves with a factor; the compiler does not see by itself that one instruction does it.
  [[nodiscard]] static Pair product(Pair words, std::uint64_t factor) {
#ifdef __SSE2__
    return reinterpret_cast<Pair>(
        _mm_mul_epu32(reinterpret_cast<__m128i>(words), reinterpret_cast<__m128i>(both(factor))));
#else
    return (words & both(kLowHalf)) * both(factor);
#endif
  }

  std::array<RoundKeys, kRounds> round_keys_;
};

/// The numbers of a Stream from its first on, worked out two blocks at a time.
class StreamInPairs {
 public:
  StreamInPairs(const BlockPairs& pairs, std::uint32_t source, std::uint32_t number, std::uint32_t purpose)
      : pairs_(pairs), next_block_{source, number, purpose, 0} {}

  double uniform() {
    if (next_ == numbers_.size()) work_out();
    return BlockPairs::uniform(numbers_[next_++]);
  }

 private:
  void work_out() {
    BlockPairs::Counter following = next_block_;
    ++following.block;
    const auto blocks = pairs_.numbers(next_block_, following);
    numbers_ = {blocks[0][0], blocks[0][1], blocks[1][0], blocks[1][1]};
    next_ = 0;
    next_block_.block += 2;
  }

  const BlockPairs& pairs_;
  BlockPairs::Counter next_block_;
  std::array<std::uint64_t, 4> numbers_{};
  std::size_t next_ = numbers_.size();
};

}  // namespace sendcap::engine
