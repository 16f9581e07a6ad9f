#include "sendcap/experiment/steadiness.hpp"

#include <algorithm>

namespace sendcap::experiment {
namespace {

struct Case {
  std::size_t input;
  double end;
  ContrastWorlds worlds;
};

}  // namespace

Steadiness find_steadiness(CarefulTrials& careful, const Tornado& tornado, std::uint32_t replications,
                           double level) {
  Trials& trials = careful.trials();
  const bool positive = tornado.as_it_stands.mean > 0;
  const auto keeps = [&](const Difference& there) {
    return there.clear() && (there.interval.mean > 0) == positive;
  };
  std::vector<Case> open;
  std::vector<std::size_t> worlds;
  for (const std::vector<Swing>* swings : {&tornado.leading, &tornado.others})
    for (const Swing& swing : *swings)
      for (const End* end : {&swing.low, &swing.high}) {
        if (end->change.verdict == Verdict::exactly_same) continue;
        if (end->side == Verdict::clear && (end->figure.mean > 0) == positive) continue;
        open.push_back(
            {swing.input, end->value, worlds_of(trials, tornado.contrast, {{swing.input, end->value}})});
        worlds.push_back(open.back().worlds.world);
        if (open.back().worlds.other) worlds.push_back(*open.back().worlds.other);
      }
  Steadiness found;
  if (open.empty()) return found;
  (void)careful.extend(worlds, replications);
  for (const Case& one : open) {
    const Difference there = judged(values_of(trials, one.worlds, tornado.figure), level);
    if (keeps(there)) continue;
    if (!there.clear()) {
      found.doubts.push_back({one.input, one.end, there.verdict == Verdict::exactly_same});
      continue;
    }
    const double is = trials.study().inputs()[one.input].is;
    found.turns.push_back({one.input, one.end,
                           find_break_even(careful, tornado.contrast, tornado.figure, one.input,
                                           std::min(is, one.end), std::max(is, one.end), replications, level)
                               .found});
  }
  return found;
}

}  // namespace sendcap::experiment
