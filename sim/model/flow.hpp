#pragma once

#include <cstdint>
#include <vector>

namespace sendcap::model {

/// Goods at sources to be carried to places with limited room.
struct Transport {
  struct Way {
    std::uint32_t from = 0;  ///< source
    std::uint32_t to = 0;    ///< place
    std::int64_t cost = 0;   ///< for each piece, not negative
  };
  std::vector<std::uint32_t> supply;  ///< by source
  std::vector<std::uint32_t> room;    ///< by place
  std::vector<Way> ways;
};

/// How much goes each way so that as much as possible is carried at the least cost (successive shortest paths
/// with potentials: Edmonds and Karp 1972).
[[nodiscard]] std::vector<std::uint32_t> least_cost(const Transport& transport);

}  // namespace sendcap::model
