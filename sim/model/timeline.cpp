#include "sendcap/model/timeline.hpp"

#include <algorithm>

namespace sendcap::model {

void Timeline::change(double time, double value) {
  if (time <= 0 && times_.empty()) {
    values_.front() = first_ = value;
    return;
  }
  times_.push_back(time);
  values_.push_back(value);
}

double Timeline::greatest() const {
  return *std::max_element(values_.begin(), values_.end());
}

double Timeline::least() const {
  return *std::min_element(values_.begin(), values_.end());
}

double Timeline::integral(double from, double to) const {
  double sum = 0;
  double begin = from;
  while (begin < to) {
    const double end = std::min(next_change(begin), to);
    sum += at(begin) * (end - begin);
    begin = end;
  }
  return sum;
}

}  // namespace sendcap::model
