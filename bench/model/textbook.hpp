#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "limits/limits.hpp"
#include "sendcap/model/model.hpp"

namespace sendcap::bench {

/// A textbook model: the scenario file that tells it to sendcap, and the loop that was written for it alone.
struct Textbook {
  std::string name;  ///< `mm1`, `network`, `stations-100` …
  double customers_an_hour = 0;
  std::size_t stations =
      0;  ///< side by side, in a file written when it is wanted; 0: a file of bench/scenarios
  std::function<limits::Found(std::uint64_t customers)> limit;
};

[[nodiscard]] const std::vector<Textbook>& textbooks();
/// Throws std::out_of_range for a name that none of them has.
[[nodiscard]] const Textbook& textbook(const std::string& name);

/// Read from its file, for as long a run as such a number of customers needs on average.
[[nodiscard]] model::Model model_of(const Textbook& textbook, std::uint64_t customers);

}  // namespace sendcap::bench
