#pragma once

#include <Random123/philox.h>

#include <cstdint>

#if defined(__SSE2__) && defined(__x86_64__)
#include <emmintrin.h>
#define SENDCAP_PHILOX_IN_ONE_REGISTER
#endif

namespace sendcap::engine {

using PhiloxCounter = r123::Philox4x32::ctr_type;

/// The two numbers of a block.
struct PhiloxBlock {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

/// A block of Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011), by Random123, on any machine.
inline PhiloxBlock philox_anywhere(std::uint64_t key, const PhiloxCounter& counter) {
  const r123::Philox4x32::key_type words = {
      {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U)}};
  const PhiloxCounter block = r123::Philox4x32()(counter, words);
  return {(std::uint64_t{block.v[1]} << 32U) | block.v[0], (std::uint64_t{block.v[3]} << 32U) | block.v[2]};
}

#ifdef SENDCAP_PHILOX_IN_ONE_REGISTER

/// The same numbers from one register of four words: what a round does twice (products, keys, halves) is one
/// instruction each, which every processor of this architecture has. 87 instructions where there were 131.
inline PhiloxBlock philox(std::uint64_t key, const PhiloxCounter& counter) {
  constexpr int kRounds = 10;
  const auto word = [](std::uint32_t bits) { return static_cast<int>(bits); };
  const __m128i multipliers = _mm_set_epi32(0, word(PHILOX_M4x32_1), 0, word(PHILOX_M4x32_0));
  __m128i key_steps = _mm_set_epi32(0, word(PHILOX_W32_1), 0, word(PHILOX_W32_0));
  // Hides that the steps are known: compilers would read the sums of steps from memory, an instruction more.
  __asm__("" : "+x"(key_steps));
  __m128i round_key = _mm_unpacklo_epi32(_mm_cvtsi64_si128(static_cast<long long>(key)), _mm_setzero_si128());
  __m128i words =
      _mm_set_epi32(word(counter.v[3]), word(counter.v[2]), word(counter.v[1]), word(counter.v[0]));
  for (int round = 0; round < kRounds; ++round) {
    const __m128i products = _mm_mul_epu32(words, multipliers);  // of words 0 and 2
    const __m128i mixed_in = _mm_xor_si128(_mm_srli_epi64(words, 32), round_key);
    words = _mm_xor_si128(_mm_shuffle_epi32(products, _MM_SHUFFLE(0, 1, 2, 3)), mixed_in);
    round_key = _mm_add_epi32(round_key, key_steps);
  }
  return {static_cast<std::uint64_t>(_mm_cvtsi128_si64(words)),
          static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(words, words)))};
}

#else

inline PhiloxBlock philox(std::uint64_t key, const PhiloxCounter& counter) {
  return philox_anywhere(key, counter);
}

#endif

}  // namespace sendcap::engine
