#include <algorithm>
#include <vector>

#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {

std::size_t edit_distance(std::string_view left_word, std::string_view right_word) {
  const std::string left = lower_case(left_word);
  const std::string right = lower_case(right_word);
  // Rows of the usual table of distances between prefixes: two back (for swaps), the last, and the present.
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> last(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t column = 0; column <= right.size(); ++column) row[column] = column;
  for (std::size_t line = 1; line <= left.size(); ++line) {
    before.swap(last);
    last.swap(row);
    row[0] = line;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const std::size_t replaced = last[column - 1] + (left[line - 1] == right[column - 1] ? 0 : 1);
      row[column] = std::min({replaced, last[column] + 1, row[column - 1] + 1});
      const bool swapped = line > 1 && column > 1 && left[line - 1] == right[column - 2] &&
                           left[line - 2] == right[column - 1];
      if (swapped) row[column] = std::min(row[column], before[column - 2] + 1);
    }
  }
  return row[right.size()];
}

std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates) {
  std::size_t limit = std::max<std::size_t>(1, name.size() / 3);
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance > limit || (distance == limit && !best.empty())) continue;
    best = candidate;
    limit = distance;
  }
  return best;
}

}  // namespace sendcap::scenario
