#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "sendcap/model/child.hpp"

namespace sendcap::model {

/// Calls back with a number of dimensions that the compiler knows, so that loops over the groups of a child
/// are written out: going round them was half of what a month's end took.
template <class Work>
void with_number_of(std::size_t dimensions, const Work& work) {
  const auto try_each = [&]<std::size_t... kNumbers>(std::index_sequence<kNumbers...>) {
    const auto try_one = [&](auto number) {
      if (dimensions == number) work(number);
    };
    (try_one(std::integral_constant<std::size_t, kNumbers>{}), ...);
  };
  try_each(std::make_index_sequence<kMaxAttributes + 2>{});
}

}  // namespace sendcap::model
