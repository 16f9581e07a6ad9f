#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sendcap::model {

/// A number over time to which several parts of a world add, each told from the beginning of the run to its
/// end. The changes are kept, and told in order of time when all parts are over.
class NumberAcrossParts {
 public:
  void clear() {
    changes_.clear();
    told_ = 0;
    of_part_ = in_all_ = 0;
  }
  /// What follows is of another part, in which the number is 0 so far.
  void begin_part() { of_part_ = 0; }
  /// From `time` (days) on the number of this part is `number`.
  void set(double time, std::size_t number) {
    const auto present = static_cast<std::int64_t>(number);
    changes_.push_back({time, present - of_part_});
    of_part_ = present;
  }

  /// No part is to come.
  void put_in_order() {
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const Change& left, const Change& right) { return left.time < right.time; });
  }
  /// Calls back with time and number of all parts together for each moment of change before `until` that has
  /// not been told. REQUIRES: they are in order.
  template <class Tell>
  void tell_until(double until, const Tell& tell) {
    while (told_ < changes_.size() && changes_[told_].time < until) {
      const double time = changes_[told_].time;
      for (; told_ < changes_.size() && !(changes_[told_].time > time); ++told_)
        in_all_ += changes_[told_].by;
      tell(time, static_cast<std::size_t>(in_all_));
    }
  }

 private:
  struct Change {
    double time = 0;
    std::int64_t by = 0;
  };
  std::vector<Change> changes_;
  std::size_t told_ = 0;
  std::int64_t of_part_ = 0;
  std::int64_t in_all_ = 0;
};

}  // namespace sendcap::model
