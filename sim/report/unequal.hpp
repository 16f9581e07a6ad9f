#pragma once

#include <cstddef>
#include <vector>

#include "sendcap/experiment/inequality.hpp"

namespace sendcap::report {

// Two groups of a dimension that lie apart beyond chance.
struct Unequal {
  const experiment::Compared* compared = nullptr;
  std::size_t dimension = 0;  // of MeasureLayout::dimensions
  experiment::Gap gap;
};

// What the tables and the page tell of inequality: gaps beyond chance at the end of the run, in the median
// waits so far on pathways and in who has no place. In the order of what is compared.
[[nodiscard]] std::vector<Unequal> unequal_at_end(const experiment::Inequality& inequality,
                                                  const model::MeasureLayout& layout, double level);

}  // namespace sendcap::report
