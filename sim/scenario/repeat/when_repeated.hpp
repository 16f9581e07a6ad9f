#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sendcap/scenario/language/shape.hpp"

namespace sendcap::scenario {

/// What becomes of a number when the world is made larger or smaller.
enum class Scaling : std::uint8_t {
  stays,
  grows,               ///< in proportion to the size
  grows_if_larger,     ///< stays in a smaller world
  shrinks_if_smaller,  ///< stays in a larger world
  in_whole_numbers     ///< in proportion, and a whole number
};

/// What a name is of, a bit each, where every area has its own. No bit: the name is of something that all
/// areas share, or of a part of its own block (a step, an outcome, a slot kind).
enum Names : std::uint32_t {
  kShared = 0,
  kDistrict = 1U << 0,
  kMix = 1U << 1,
  kService = 1U << 2,
  kPathway = 1U << 3,
  kProvision = 1U << 4,
  kHappening = 1U << 5,
  kOwn = 1U << 6,     ///< of something to which nothing refers
  kAsField = 1U << 7  ///< what the field that holds the block says
};

/// What making a world again does to one field.
struct WhenRepeated {
  Scaling scaling = Scaling::stays;
  std::uint32_t names = kShared;
};

/// What becomes of a field of a block. Empty when nothing is said about the field, which is right only where
/// nothing has to be: see `must_be_said`.
[[nodiscard]] std::optional<WhenRepeated> when_repeated(std::string_view block, std::string_view key);

/// Whether it has to be said what becomes of a field: it holds a number that could be a count of children or
/// of capacity, or money, or names. Durations, shares, growth, dates and texts stay in any case.
[[nodiscard]] bool must_be_said(const FieldShape& field);

}  // namespace sendcap::scenario
