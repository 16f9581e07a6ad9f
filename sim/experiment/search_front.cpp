#include <algorithm>

#include "sendcap/experiment/search.hpp"

namespace sendcap::experiment {

std::vector<Front> front_of(std::size_t plans, const std::function<std::uint32_t(std::size_t)>& replications,
                            const std::function<double(std::size_t, std::uint32_t)>& goal,
                            const std::function<double(std::size_t, std::uint32_t)>& cost, double level) {
  std::vector<Front> front(plans, Front::on_it);
  const double each = 1 - (1 - level) / static_cast<double>(std::max<std::size_t>(plans, 2) - 1);
  const auto less = [&](std::size_t one, std::size_t other, const auto& figure) {
    std::vector<double> differences(std::min(replications(one), replications(other)));
    for (std::uint32_t r = 0; r < differences.size(); ++r) differences[r] = figure(one, r) - figure(other, r);
    return judged(differences, each);
  };
  for (std::size_t i = 0; i < plans; ++i)
    for (std::size_t l = 0; l < plans && front[i] != Front::beaten; ++l) {
      if (l == i) continue;
      const Difference goals = less(l, i, goal);
      const Difference costs = less(l, i, cost);
      if (!(goals.interval.mean <= 0 && costs.interval.mean <= 0)) continue;
      const bool same = goals.verdict == Verdict::exactly_same && costs.verdict == Verdict::exactly_same;
      const bool better = goals.clear();  // and costs no more
      const bool cheaper = costs.clear() && goals.verdict == Verdict::exactly_same;
      if (same ? l < i : better || cheaper)
        front[i] = Front::beaten;
      else if (!same && (goals.interval.mean < 0 || costs.interval.mean < 0))
        front[i] = Front::not_clearly_beaten;
    }
  return front;
}

}  // namespace sendcap::experiment
