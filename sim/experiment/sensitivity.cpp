#include "sendcap/experiment/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "sendcap/experiment/input_spread.hpp"

namespace sendcap::experiment {
namespace {

std::vector<double> minus(const std::vector<double>& left, const std::vector<double>& right) {
  std::vector<double> differences(std::min(left.size(), right.size()));
  for (std::size_t r = 0; r < differences.size(); ++r) differences[r] = left[r] - right[r];
  return differences;
}

Difference positive(Difference difference) {
  engine::Interval& interval = difference.interval;
  if (interval.mean < 0) interval = {-interval.mean, -interval.high, -interval.low};
  return difference;
}

// The furthest that the interval of a width reaches to either side.
double reach(const Difference& width) {
  if (width.verdict == Verdict::exactly_same) return 0;
  return std::max(std::fabs(width.interval.low), std::fabs(width.interval.high));
}

// An input with a contrast at both ends of its range.
struct Ends {
  ContrastWorlds low;
  ContrastWorlds high;
};

class OneAtATime {
 public:
  OneAtATime(CarefulTrials& careful, const std::vector<Contrast>& contrasts,
             const std::vector<Figure>& figures, const std::vector<std::size_t>& inputs,
             const SensitivityOptions& options, const std::function<double()>& elapsed)
      : careful_(careful),
        trials_(careful.trials()),
        contrasts_(contrasts),
        figures_(figures),
        options_(options),
        elapsed_(elapsed) {
    answer_.inputs = inputs;
    for (const Contrast& contrast : contrasts_) {
      as_it_stands_.push_back(worlds_of(trials_, contrast, {}));
      std::map<std::size_t, Ends> ends;
      const std::vector<std::size_t> concerned = uncertain_inputs(trials_.study(), contrast);
      for (const std::size_t input : inputs) {
        if (!std::binary_search(concerned.begin(), concerned.end(), input)) continue;
        const auto& range = *trials_.study().inputs()[input].range;
        ends[input] = {worlds_of(trials_, contrast, {{input, range.least}}),
                       worlds_of(trials_, contrast, {{input, range.most}})};
      }
      ends_.push_back(std::move(ends));
    }
  }

  Sensitivity run() {
    const std::uint32_t first = std::min(options_.first_replications, options_.replications);
    std::set<std::size_t> all(answer_.inputs.begin(), answer_.inputs.end());
    bool go_on = extend(all, first);
    if (go_on && first < options_.replications) go_on = extend(best(2), (first + options_.replications) / 2);
    if (go_on) go_on = extend(best(1), options_.replications);
    while (go_on && options_.seconds && !time_is_over()) go_on = extend(best(1), next());
    answer_.interrupted = !go_on;
    answer_.time_over = options_.seconds && go_on;
    answer_.first_replications = least_replications(all);
    answer_.replications = static_cast<std::uint32_t>(trials_.rows(as_it_stands_.front().world).size());
    answer_.impossible_reason = careful_.reason();
    for (const std::size_t input : answer_.inputs)
      if (is_impossible(input)) answer_.impossible.push_back(input);
    for (std::size_t c = 0; c < contrasts_.size(); ++c)
      for (const Figure& figure : figures_) answer_.tornadoes.push_back(tornado(c, figure));
    return std::move(answer_);
  }

 private:
  static void add(const ContrastWorlds& worlds, std::vector<std::size_t>& to) {
    to.push_back(worlds.world);
    if (worlds.other) to.push_back(*worlds.other);
  }

  bool extend(const std::set<std::size_t>& inputs, std::uint32_t replications) {
    std::vector<std::size_t> worlds;
    for (const ContrastWorlds& one : as_it_stands_) add(one, worlds);
    for (const auto& ends : ends_)
      for (const auto& [input, both] : ends) {
        if (inputs.count(input) == 0) continue;
        add(both.low, worlds);
        add(both.high, worlds);
      }
    reached_ = replications;
    return careful_.extend(worlds, replications);
  }

  [[nodiscard]] bool time_is_over() const {
    return elapsed_() >= *options_.seconds || reached_ >= options_.most_replications;
  }

  // As many more as fit, at most as many again as there are.
  [[nodiscard]] std::uint32_t next() const {
    const double left = *options_.seconds - elapsed_();
    const double fits = left / std::max(elapsed_(), 1e-3) * reached_;
    const double next = std::clamp(reached_ + std::floor(fits), reached_ + 1.0, 2.0 * reached_);
    return static_cast<std::uint32_t>(std::min<double>(next, options_.most_replications));
  }

  [[nodiscard]] bool is_impossible(std::size_t input) const {
    return std::any_of(ends_.begin(), ends_.end(), [&](const auto& ends) {
      const auto found = ends.find(input);
      return found != ends.end() &&
             (careful_.is_impossible(found->second.low) || careful_.is_impossible(found->second.high));
    });
  }

  // The widest for any figure, so many times as many as shall lead.
  [[nodiscard]] std::set<std::size_t> best(std::size_t times) const {
    std::set<std::size_t> found;
    for (std::size_t c = 0; c < contrasts_.size(); ++c)
      for (const Figure& figure : figures_) {
        std::vector<Swing> swings = swings_of(c, figure);
        for (std::size_t i = 0; i < std::min(swings.size(), times * options_.leading); ++i)
          if (swings[i].width.verdict != Verdict::exactly_same) found.insert(swings[i].input);
      }
    return found;
  }

  [[nodiscard]] std::uint32_t least_replications(const std::set<std::size_t>& inputs) const {
    std::size_t least = reached_;
    for (const auto& ends : ends_)
      for (const auto& [input, both] : ends)
        if (inputs.count(input) > 0 && !is_impossible(input))
          least =
              std::min({least, trials_.rows(both.low.world).size(), trials_.rows(both.high.world).size()});
    return static_cast<std::uint32_t>(least);
  }

  [[nodiscard]] End end_of(double value, const std::vector<double>& there,
                           const std::vector<double>& here) const {
    End end;
    end.value = value;
    const Difference figure = judged(there, options_.level);
    end.figure = figure.interval;
    end.side = figure.verdict;
    end.change = judged(minus(there, here), options_.level);
    return end;
  }

  // The widest first; equals in the order of the inputs.
  [[nodiscard]] std::vector<Swing> swings_of(std::size_t contrast, const Figure& figure) const {
    const std::vector<double> here = values_of(trials_, as_it_stands_[contrast], figure);
    std::vector<Swing> swings;
    for (const auto& [input, ends] : ends_[contrast]) {
      if (is_impossible(input)) continue;
      const auto& range = *trials_.study().inputs()[input].range;
      const std::vector<double> low = values_of(trials_, ends.low, figure);
      const std::vector<double> high = values_of(trials_, ends.high, figure);
      Swing swing;
      swing.input = input;
      swing.low = end_of(range.least, low, here);
      swing.high = end_of(range.most, high, here);
      if (swing.low.change.pairs == 0 || swing.high.change.pairs == 0) continue;
      const Difference across = positive(judged(minus(high, low), options_.level));
      swing.width = across;
      for (const End* end : {&swing.low, &swing.high})
        if (const Difference one = positive(end->change); one.interval.mean > swing.width.interval.mean)
          swing.width = one;
      // Chance alone can move the mean of the ends away and back.
      if (swing.width.verdict == Verdict::exactly_same &&
          (swing.low.change.verdict != Verdict::exactly_same ||
           swing.high.change.verdict != Verdict::exactly_same))
        swing.width = positive(swing.low.change);
      swings.push_back(swing);
    }
    std::stable_sort(swings.begin(), swings.end(), [](const Swing& left, const Swing& right) {
      return left.width.interval.mean > right.width.interval.mean;
    });
    return swings;
  }

  [[nodiscard]] Tornado tornado(std::size_t contrast, const Figure& figure) const {
    Tornado tornado;
    tornado.contrast = contrasts_[contrast];
    tornado.figure = figure;
    const Difference here = judged(values_of(trials_, as_it_stands_[contrast], figure), options_.level);
    tornado.as_it_stands = here.interval;
    tornado.side = here.verdict;
    for (const Swing& swing : swings_of(contrast, figure)) {
      if (swing.width.verdict == Verdict::exactly_same) {
        tornado.untouching.push_back(swing.input);
      } else if (tornado.leading.size() < options_.leading && swing.width.pairs >= answer_.replications) {
        tornado.leading.push_back(swing);
      } else {
        tornado.others.push_back(swing);
        tornado.others_at_most = std::max(tornado.others_at_most, reach(swing.width));
      }
    }
    return tornado;
  }

  CarefulTrials& careful_;
  Trials& trials_;
  const std::vector<Contrast>& contrasts_;
  const std::vector<Figure>& figures_;
  const SensitivityOptions& options_;
  const std::function<double()>& elapsed_;
  std::vector<ContrastWorlds> as_it_stands_;       // by contrast
  std::vector<std::map<std::size_t, Ends>> ends_;  // by contrast and input
  std::uint32_t reached_ = 0;
  Sensitivity answer_;
};

}  // namespace

Sensitivity find_sensitivity(CarefulTrials& trials, const std::vector<Contrast>& contrasts,
                             const std::vector<Figure>& figures, const std::vector<std::size_t>& inputs,
                             const SensitivityOptions& options, const std::function<double()>& elapsed) {
  return OneAtATime(trials, contrasts, figures, inputs, options, elapsed).run();
}

InputBreakEven find_break_even(CarefulTrials& careful, const Contrast& contrast, const Figure& figure,
                               std::size_t input, double from, double to, std::uint32_t replications,
                               double level) {
  Trials& trials = careful.trials();
  InputBreakEven answer{contrast, figure, input, {}};
  BreakEvenOptions options;
  options.from = from;
  options.to = to;
  options.level = level;
  options.whole = is_whole(trials.study().inputs()[input]);
  const Curve curve = [&](const std::vector<double>& at, std::vector<std::vector<double>>& values) {
    std::vector<ContrastWorlds> asked;
    std::vector<std::size_t> worlds;
    for (const double value : at) {
      asked.push_back(worlds_of(trials, contrast, {{input, value}}));
      worlds.push_back(asked.back().world);
      if (asked.back().other) worlds.push_back(*asked.back().other);
    }
    const bool complete = careful.extend(worlds, replications);
    for (const ContrastWorlds& one : asked) values.push_back(values_of(trials, one, figure));
    return complete;
  };
  answer.found = find_break_even(curve, options);
  return answer;
}

double largest_hidden_share(std::uint32_t replications, double level) {
  return 1 - std::pow(1 - level, 1.0 / replications);
}

}  // namespace sendcap::experiment
