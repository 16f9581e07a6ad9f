#include "sendcap/experiment/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sendcap/experiment/latin_hypercube.hpp"

namespace sendcap::experiment {
namespace {

// So many points are finished together.
constexpr std::size_t kPointsAtOnce = 20;
constexpr std::size_t kFewest = 3;

bool is_complete(const std::vector<double>& values, std::uint32_t replications) {
  return values.size() >= replications &&
         std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

class AllAtOnce {
 public:
  AllAtOnce(CarefulTrials& careful, const std::vector<Contrast>& contrasts,
            const std::vector<Figure>& figures, const std::vector<std::size_t>& inputs,
            const UncertaintyOptions& options)
      : careful_(careful),
        trials_(careful.trials()),
        contrasts_(contrasts),
        figures_(figures),
        options_(options) {
    answer_.inputs = inputs;
    answer_.asked_points = options.points;
    answer_.replications = options.replications;
  }

  Uncertainty run() {
    sample();
    std::vector<std::size_t> base;
    for (const Contrast& contrast : contrasts_) add(worlds_of(trials_, contrast, {}), base);
    bool go_on = careful_.extend(base, options_.replications);
    for (std::size_t first = 0; first < settings_.size() && go_on; first += kPointsAtOnce) {
      std::vector<std::size_t> worlds;
      const std::size_t end = std::min(first + kPointsAtOnce, settings_.size());
      for (std::size_t p = first; p < end; ++p) {
        worlds_.emplace_back();
        for (const Contrast& contrast : contrasts_) {
          worlds_.back().push_back(worlds_of(trials_, contrast, settings_[p]));
          add(worlds_.back().back(), worlds);
        }
      }
      go_on = careful_.extend(worlds, options_.replications);
    }
    answer_.interrupted = !go_on;
    answer_.impossible_reason = careful_.reason();
    keep_complete_points();
    for (std::size_t c = 0; c < contrasts_.size(); ++c)
      for (const Figure& figure : figures_) answer_.figures.push_back(looked_at(c, figure));
    if (contrasts_.size() > 2) regret();
    return std::move(answer_);
  }

 private:
  static void add(const ContrastWorlds& worlds, std::vector<std::size_t>& to) {
    to.push_back(worlds.world);
    if (worlds.other) to.push_back(*worlds.other);
  }

  void sample() {
    std::vector<std::string> names;
    for (const std::size_t input : answer_.inputs) names.push_back(trials_.study().inputs()[input].name());
    for (const std::vector<double>& point : latin_hypercube(options_.points, names, trials_.seed())) {
      std::vector<Setting> settings;
      for (std::size_t d = 0; d < point.size(); ++d) {
        const std::size_t input = answer_.inputs[d];
        settings.push_back({input, quantile(trials_.study().inputs()[input], options_.spread, point[d])});
      }
      settings_.push_back(std::move(settings));
    }
  }

  void keep_complete_points() {
    for (std::size_t p = 0; p < worlds_.size(); ++p) {
      bool possible = true;
      bool complete = true;
      for (const ContrastWorlds& worlds : worlds_[p]) {
        possible = possible && !careful_.is_impossible(worlds);
        for (const std::size_t world : {worlds.world, worlds.other.value_or(worlds.world)})
          complete = complete && trials_.rows(world).size() >= options_.replications;
      }
      if (!possible) ++answer_.impossible;
      if (!possible || !complete) continue;
      std::vector<double> values;
      for (const Setting& setting : settings_[p]) values.push_back(setting.value);
      answer_.points.push_back(std::move(values));
      answer_.numbers.push_back(p);
    }
  }

  [[nodiscard]] const ContrastWorlds& worlds_at(std::size_t point, std::size_t contrast) const {
    return worlds_[answer_.numbers[point]][contrast];
  }

  UncertainFigure looked_at(std::size_t index, const Figure& figure) {
    const Contrast& contrast = contrasts_[index];
    UncertainFigure found;
    found.contrast = contrast;
    found.figure = figure;
    const Difference here =
        judged(values_of(trials_, worlds_of(trials_, contrast, {}), figure), options_.level);
    found.as_it_stands = here.interval;
    found.as_it_stands_side = here.verdict;
    std::vector<std::vector<double>> table;
    std::vector<std::vector<double>> sample;
    for (std::size_t p = 0; p < answer_.points.size(); ++p) {
      std::vector<double> values = values_of(trials_, worlds_at(p, index), figure);
      if (!is_complete(values, options_.replications)) continue;
      values.resize(options_.replications);
      found.points.push_back(p);
      sample.push_back(answer_.points[p]);
      table.push_back(std::move(values));
    }
    if (table.size() < kFewest || options_.replications < kFewest) return found;
    found.components = variance_components(table, options_.level);
    found.means = means_without_chance(table);
    found.percentile_5 = sample_quantile(found.means, 0.05);
    found.percentile_95 = sample_quantile(found.means, 0.95);
    found.drivers = find_drivers(sample, found.means, options_.level, options_.most_drivers);
    if (contrast.difference && figure.about.better != Better::neither) judge(table, found);
    return found;
  }

  void judge(const std::vector<std::vector<double>>& table, UncertainFigure& found) const {
    const double sign = found.figure.about.better == Better::lower ? -1 : 1;
    std::uint64_t better = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const Difference there = judged(table[i], options_.level);
      if (there.verdict == Verdict::exactly_same)
        ++found.exactly_same;
      else if (sign * found.means[i] > 0)
        ++better;
      if (there.clear()) ++(sign * there.interval.mean > 0 ? found.clearly_better : found.clearly_worse);
      if (found.worst && sign * found.means[i] >= sign * found.means[*found.worst]) continue;
      found.worst = i;
      found.at_worst = there.interval;
    }
    found.chance_better = engine::wilson_interval(better, table.size(), options_.level);
  }

  // The scenario as it stands is what the first contrast is about; each further one a plan.
  void regret() {
    for (const Figure& figure : figures_) {
      if (figure.about.better == Better::neither || answer_.points.empty()) continue;
      const double sign = figure.about.better == Better::lower ? 1 : -1;
      Regret regret;
      regret.figure = figure;
      regret.mean.assign(contrasts_.size(), 0);
      regret.most.assign(contrasts_.size(), 0);
      regret.best_in.assign(contrasts_.size(), 0);
      double used = 0;
      for (std::size_t p = 0; p < answer_.points.size(); ++p) used += add_regret(p, figure, sign, regret);
      if (!(used > 0)) continue;
      for (double& mean : regret.mean) mean /= used;
      for (double& share : regret.best_in) share /= used;
      answer_.regrets.push_back(std::move(regret));
    }
  }

  // 1 when the point has all values.
  double add_regret(std::size_t point, const Figure& figure, double sign, Regret& regret) {
    std::vector<double> means;
    for (std::size_t c = 0; c < contrasts_.size(); ++c) {
      const std::vector<double> values = values_of(trials_, {worlds_at(point, c).world, {}}, figure);
      if (!is_complete(values, options_.replications)) return 0;
      double sum = 0;
      for (const double value : values) sum += sign * value;
      means.push_back(sum / static_cast<double>(values.size()));
    }
    const double best = *std::min_element(means.begin(), means.end());
    const auto ties = static_cast<double>(std::count(means.begin(), means.end(), best));
    for (std::size_t w = 0; w < means.size(); ++w) {
      regret.mean[w] += means[w] - best;
      regret.most[w] = std::max(regret.most[w], means[w] - best);
      if (means[w] == best) regret.best_in[w] += 1 / ties;
    }
    return 1;
  }

  CarefulTrials& careful_;
  Trials& trials_;
  const std::vector<Contrast>& contrasts_;
  const std::vector<Figure>& figures_;
  const UncertaintyOptions& options_;
  std::vector<std::vector<Setting>> settings_;       // by point
  std::vector<std::vector<ContrastWorlds>> worlds_;  // by point begun, and contrast
  Uncertainty answer_;
};

}  // namespace

Uncertainty find_uncertainty(CarefulTrials& trials, const std::vector<Contrast>& contrasts,
                             const std::vector<Figure>& figures, const std::vector<std::size_t>& inputs,
                             const UncertaintyOptions& options) {
  return AllAtOnce(trials, contrasts, figures, inputs, options).run();
}

double sample_quantile(std::vector<double> values, double share) {
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace sendcap::experiment
