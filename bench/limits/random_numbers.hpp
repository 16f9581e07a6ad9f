#pragma once

#include <array>
#include <cmath>
#include <cstdint>

namespace sendcap::limits {

/// One running stream of random numbers, as fast as they come: what a simulation pays that does not ask for
/// the same child to live the same life under every plan. xoshiro256++ (Blackman and Vigna 2021).
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) {
    for (std::uint64_t& word : state_) word = split_mix(seed);
  }

  std::uint64_t bits() {
    const std::uint64_t result = rotated(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotated(state_[3], 45);
    return result;
  }

  /// Uniform on [0, 1).
  double uniform() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }

  /// Exponential with mean 1, by the ziggurat (Marsaglia and Tsang 2000): layers of equal area, and nearly
  /// every point of a layer lies under the curve.
  double exponential() {
    for (;;) {
      const std::uint64_t drawn = bits();
      const std::size_t layer = drawn & (kLayers - 1);
      const double x = static_cast<double>(drawn >> 11U) * 0x1.0p-53 * kZiggurat.edge[layer];
      if (x < kZiggurat.edge[layer + 1]) return x;
      // Beyond the last edge the exponential distribution begins anew.
      if (layer == 0) return kTail + exponential();
      const double low = kZiggurat.height[layer];
      if (low + uniform() * (kZiggurat.height[layer + 1] - low) < std::exp(-x)) return x;
    }
  }

 private:
  static constexpr std::size_t kLayers = 256;
  static constexpr double kTail = 7.69711747013104972;
  static constexpr double kArea = 0.0039496598225815571993;

  struct Ziggurat {
    std::array<double, kLayers + 1> edge{};
    std::array<double, kLayers + 1> height{};
    Ziggurat() {
      edge[0] = kArea / std::exp(-kTail);  // the lowest layer has the tail's area too
      edge[1] = kTail;
      for (std::size_t i = 2; i < kLayers; ++i)
        edge[i] = -std::log(std::exp(-edge[i - 1]) + kArea / edge[i - 1]);
      for (std::size_t i = 0; i <= kLayers; ++i) height[i] = std::exp(-edge[i]);
    }
  };
  static inline const Ziggurat kZiggurat;

  static std::uint64_t rotated(std::uint64_t word, unsigned by) {
    return (word << by) | (word >> (64U - by));
  }

  static std::uint64_t split_mix(std::uint64_t& seed) {
    std::uint64_t bits = seed += 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
  }

  std::array<std::uint64_t, 4> state_{};
};

}  // namespace sendcap::limits
