#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "counts.hpp"
#include "sendcap/model/child.hpp"

namespace sendcap::model {

/// Those on a waiting list, or with an open case on a pathway, in the order in which they joined. A report
/// reads a roll from end to end, shortest wait first, with neither a look at the cases (which lie far apart)
/// nor sorting: that took half of the time of a report. Joining adds a line; leaving strikes one out.
class Roll {
 public:
  /// Whether the time waited is time without support.
  enum class Support : std::uint8_t {
    none,      ///< since the line was added, or since the period began
    given,     ///< likewise
    see_case,  ///< a flag of the child changed within the period
  };
  struct Line {
    double since = 0;       ///< joined, or referred
    Positions positions{};  ///< of the child's groups on this list, up to `groups_until`
    std::uint8_t mark = 0;  ///< the user's
    Support support = Support::none;
    float groups_until = 0;    ///< not after Child::groups_until
    Index case_index = kNone;  ///< kNone when struck out
  };

  void clear() {
    lines_.clear();
    struck_out_ = 0;
  }
  [[nodiscard]] std::size_t size() const { return lines_.size() - struck_out_; }
  [[nodiscard]] Line& line(std::uint32_t position) { return lines_[position]; }

  /// Adds a line at the end, for a child whose groups stand at these positions. Returns where it is.
  std::uint32_t add(double since, Index case_index, std::uint8_t mark, const Positions& positions,
                    double groups_until) {
    lines_.push_back({since, positions, mark, Support::none, no_later(groups_until), case_index});
    return static_cast<std::uint32_t>(lines_.size() - 1);
  }
  void strike_out(std::uint32_t position) {
    lines_[position].case_index = kNone;
    ++struck_out_;
  }
  static void set_positions(Line& line, const Positions& positions, double groups_until) {
    line.positions = positions;
    line.groups_until = no_later(groups_until);
  }

  /// Whether so many lines are struck out that the roll should be written out fair.
  [[nodiscard]] bool is_worn() const { return struck_out_ > kFew && 2 * struck_out_ > lines_.size(); }
  /// Leaves out what is struck out; calls back with each line and its new position.
  template <class Moved>
  void write_fair(const Moved& moved) {
    std::size_t kept = 0;
    for (const Line& line : lines_)
      if (line.case_index != kNone) lines_[kept++] = line;
    lines_.resize(kept);
    struck_out_ = 0;
    for (std::uint32_t position = 0; position < kept; ++position) moved(lines_[position], position);
  }
  /// Puts those present at the start in the order in which they joined; calls back likewise.
  template <class Moved>
  void sort(const Moved& moved) {
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const Line& left, const Line& right) { return left.since < right.since; });
    write_fair(moved);
  }

  /// Calls back with each line, from the last who joined to the first.
  template <class Visit>
  void visit_from_last(const Visit& visit) {
    for (std::size_t i = lines_.size(); i > 0; --i)
      if (lines_[i - 1].case_index != kNone) visit(lines_[i - 1]);
  }
  template <class Visit>
  void visit_from_last(const Visit& visit) const {
    for (std::size_t i = lines_.size(); i > 0; --i)
      if (lines_[i - 1].case_index != kNone) visit(lines_[i - 1]);
  }

 private:
  /// Few enough that the rolls of a thousand services stay in the cache.
  static constexpr std::size_t kFew = 16;

  /// A day and a millionth earlier covers what rounding may add. (std::nextafter is a call, and was felt.)
  static float no_later(double time) {
    return std::isfinite(time) ? static_cast<float>(time - 1 - std::abs(time) * 1e-6)
                               : static_cast<float>(time);
  }

  std::vector<Line> lines_;
  std::size_t struck_out_ = 0;
};

}  // namespace sendcap::model
