#include "sendcap/model/shares.hpp"

#include <algorithm>
#include <utility>

namespace sendcap::model {

Shares::Shares(std::vector<Timeline> cumulative) : cumulative_(std::move(cumulative)) {
  const auto constant = [](const Timeline& share) { return share.constant(); };
  if (!std::all_of(cumulative_.begin(), cumulative_.end(), constant)) return;
  for (std::size_t i = 0; i + 1 < cumulative_.size(); ++i) bounds_.push_back(cumulative_[i].at(0));
  // No lot of a place is below a bound of an earlier place, by the same arithmetic: rounding does no harm.
  first_to_look_at_.resize(cumulative_.size());
  std::uint32_t way = 0;
  for (std::size_t place = 0; place < first_to_look_at_.size(); ++place) {
    while (way < bounds_.size() && place_of(bounds_[way]) < place) ++way;
    first_to_look_at_[place] = way;
  }
}

}  // namespace sendcap::model
