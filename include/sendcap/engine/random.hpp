#pragma once

#include <Random123/philox.h>

#include <cstdint>
#include <string_view>

namespace sendcap::engine {

/// A number for a name, the same for ever and on every machine, so that a stream of random numbers can be
/// known by name. 32-bit FNV-1a (Fowler, Noll and Vo).
constexpr std::uint32_t name_hash(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : name) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 16777619U;
  }
  return hash;
}

/// What distinguishes the random numbers of one replication from those of all others with the same seed: no
/// two replications of a seed share a key.
class ReplicationKey {
 public:
  constexpr ReplicationKey(std::uint64_t seed, std::uint32_t replication)
      : value_(mixed(mixed(seed) + kGoldenRatio * replication)) {}

  constexpr std::uint64_t value() const { return value_; }

 private:
  static constexpr std::uint64_t kGoldenRatio = 0x9e3779b97f4a7c15U;

  // The finaliser of SplitMix64 (Steele, Lea and Flood 2014), a bijection.
  static constexpr std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
  }

  std::uint64_t value_;
};

/// A stream of random numbers: a pure function of replication, source, number and purpose, so that nobody
/// else's draws ever move it. A uniform random bit generator in the sense of C++ and Boost.Random.
///
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"): the
/// counter is (block, number, source, purpose), and each block gives two numbers of 64 bits. Construction
/// costs nothing; a block is worked out when it is first needed.
class Stream {
 public:
  using result_type = std::uint64_t;

  /// `source` and `purpose` are commonly `name_hash`es; `number` counts what comes from the source.
  /// `first_block` lets one stream be used in stages that do not disturb each other.
  Stream(ReplicationKey key, std::uint32_t source, std::uint32_t number, std::uint32_t purpose,
         std::uint32_t first_block = 0)
      : key_(key.value()), block_(first_block), number_(number), source_(source), purpose_(purpose) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }

  result_type operator()() {
    if (has_second_) {
      has_second_ = false;
      return second_;
    }
    const r123::Philox4x32::ctr_type counter = {{block_++, number_, source_, purpose_}};
    const r123::Philox4x32::key_type key = {
        {static_cast<std::uint32_t>(key_), static_cast<std::uint32_t>(key_ >> 32U)}};
    const auto block = r123::Philox4x32()(counter, key);
    second_ = (std::uint64_t{block.v[3]} << 32U) | block.v[2];
    has_second_ = true;
    return (std::uint64_t{block.v[1]} << 32U) | block.v[0];
  }

  /// Uniform on [0, 1), a multiple of 2^-53.
  double uniform() { return static_cast<double>((*this)() >> 11U) * 0x1.0p-53; }

  /// Uniform on (0, 1), an odd multiple of 2^-53: neither 0 nor 1, so that its logarithm is finite.
  double uniform_open() { return (static_cast<double>((*this)() >> 12U) + 0.5) * 0x1.0p-52; }

 private:
  std::uint64_t key_;
  std::uint32_t block_;
  std::uint32_t number_;
  std::uint32_t source_;
  std::uint32_t purpose_;
  std::uint64_t second_ = 0;
  bool has_second_ = false;
};

}  // namespace sendcap::engine
