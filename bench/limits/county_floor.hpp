#pragma once

#include <cstddef>
#include <cstdint>

namespace sendcap::limits {

/// How much a replication of the county's baseline does, counted in one of them. Months are those at which a
/// report is due.
struct CountyWork {
  std::uint64_t events = 146'569;
  std::size_t children = 19'000;                ///< present at once; each has an event pending
  std::size_t at_start = 16'000;                ///< children put in before the first event
  std::size_t attributes = 6;                   ///< drawn of each child
  std::uint64_t read_at_months_ends = 837'000;  ///< waits, open cases and ended visits, over all months
  std::size_t months = 18;
  std::size_t groups = 6;  ///< in which each of these counts: all, and one of each dimension
};

/// The least that any program does which tells of every child by group and gives each child random numbers of
/// its own (so that plans can be compared child by child): take an event, schedule the next, draw the two
/// numbers keyed by its child, look at the child and at its case in memory, count once in each group; put in
/// those present at the start; read what stands at the ends of months, once for each group. There is no
/// pathway, service, queue, rule, place or money in it. What is returned is how often it counted.
[[nodiscard]] std::uint64_t floor_of_county(const CountyWork& work, std::uint32_t replication);

}  // namespace sendcap::limits
