#include "sendcap/experiment/break_even.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "sendcap/engine/interval.hpp"

namespace sendcap::experiment {
namespace {

struct Stretch {
  double low;
  double high;
};

// Two neighbouring arguments, and a straight line between them in each replication.
class Segment {
 public:
  Segment(double left, const std::vector<double>& at_left, double right, const std::vector<double>& at_right)
      : left_(left), width_(right - left) {
    engine::Tally begin;
    engine::Tally rise;
    engine::Tally end;
    for (std::size_t r = 0; r < std::min(at_left.size(), at_right.size()); ++r) {
      if (std::isnan(at_left[r]) || std::isnan(at_right[r])) continue;
      begin.add(at_left[r]);
      end.add(at_right[r]);
      rise.add(at_right[r] - at_left[r]);
    }
    pairs_ = static_cast<double>(begin.count());
    if (begin.count() < 2) return;
    begin_ = begin.mean();
    rise_ = rise.mean();
    var_begin_ = begin.variance();
    var_rise_ = rise.variance();
    covariance_ = (end.variance() - var_begin_ - var_rise_) / 2;
  }

  // Where the mean is 0.
  [[nodiscard]] std::optional<double> root() const {
    if (pairs_ < 2 || rise_ == 0) return std::nullopt;
    const double share = -begin_ / rise_;
    if (!(share >= 0 && share <= 1)) return std::nullopt;
    return left_ + share * width_;
  }

  // Where a t test can not tell the mean from 0: a s^2 + b s + c <= 0, with s the share of the way.
  void add_unclear(double level, std::vector<Stretch>& stretches) const {
    if (pairs_ < 2) return add(0, 1, stretches);
    const double t = engine::student_t_quantile(pairs_ - 1, (1 + level) / 2);
    const double k = t * t / pairs_;
    const double a = rise_ * rise_ - k * var_rise_;
    const double b = 2 * (begin_ * rise_ - k * covariance_);
    const double c = begin_ * begin_ - k * var_begin_;
    const double root = b * b - 4 * a * c;
    if (std::fabs(a) < 1e-12 * (std::fabs(b) + std::fabs(c))) {
      if (b == 0) return c <= 0 ? add(0, 1, stretches) : void();
      return b > 0 ? add(0, -c / b, stretches) : add(-c / b, 1, stretches);
    }
    if (root < 0) return a < 0 ? add(0, 1, stretches) : void();
    // The stable pair of solutions (Press et al. 2007, Numerical Recipes, 5.6).
    const double q = -(b + std::copysign(std::sqrt(root), b)) / 2;
    const double one = q / a;
    const double other = q == 0 ? 0 : c / q;
    const auto [low, high] = std::minmax(one, other);
    if (a > 0) return add(low, high, stretches);
    add(0, low, stretches);
    add(high, 1, stretches);
  }

 private:
  void add(double low, double high, std::vector<Stretch>& stretches) const {
    low = std::max(low, 0.0);
    high = std::min(high, 1.0);
    if (low <= high) stretches.push_back({left_ + low * width_, left_ + high * width_});
  }

  double left_;
  double width_;
  double pairs_ = 0;
  double begin_ = 0;
  double rise_ = 0;
  double var_begin_ = 0;
  double var_rise_ = 0;
  double covariance_ = 0;
};

class Search {
 public:
  Search(const Curve& curve, const BreakEvenOptions& options) : curve_(curve), options_(options) {}

  BreakEven run() {
    std::vector<double> grid;
    const auto steps = static_cast<double>(options_.at_first - 1);
    for (std::size_t i = 0; i < options_.at_first; ++i)
      grid.push_back(options_.from + (options_.to - options_.from) * static_cast<double>(i) / steps);
    bool go_on = look(grid);
    for (std::size_t i = 0; i < options_.refinements && go_on; ++i) {
      const std::vector<double> next = about_the_root();
      if (next.empty()) break;
      go_on = look(next);
    }
    return said();
  }

 private:
  bool look(const std::vector<double>& wanted) {
    std::vector<double> at;
    for (const double one : wanted) {
      const double argument = options_.whole ? std::round(one) : one;
      if (is_near_known(argument) || std::find(at.begin(), at.end(), argument) != at.end()) continue;
      at.push_back(argument);
    }
    if (at.empty()) return true;
    std::vector<std::vector<double>> values;
    const bool complete = curve_(at, values);
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i].size() >= 2) known_[at[i]] = values[i];
    return complete;
  }

  [[nodiscard]] bool is_near_known(double argument) const {
    const double near = options_.whole ? 0.5 : (options_.to - options_.from) / 500;
    return std::any_of(known_.begin(), known_.end(),
                       [&](const auto& one) { return std::fabs(one.first - argument) < near; });
  }

  [[nodiscard]] std::vector<Segment> segments() const {
    std::vector<Segment> found;
    for (auto right = known_.begin(); right != known_.end(); ++right)
      if (right != known_.begin())
        found.emplace_back(std::prev(right)->first, std::prev(right)->second, right->first, right->second);
    return found;
  }

  [[nodiscard]] std::vector<double> roots() const {
    std::vector<double> found;
    for (const Segment& segment : segments())
      if (const auto root = segment.root(); root && (found.empty() || found.back() < *root))
        found.push_back(*root);
    return found;
  }

  // In order, with those that touch joined.
  [[nodiscard]] std::vector<Stretch> unclear() const {
    std::vector<Stretch> raw;
    for (const Segment& segment : segments()) segment.add_unclear(options_.level, raw);
    std::vector<Stretch> joined;
    const double touch = (options_.to - options_.from) * 1e-9;
    for (const Stretch& one : raw)
      if (!joined.empty() && one.low <= joined.back().high + touch)
        joined.back().high = std::max(joined.back().high, one.high);
      else
        joined.push_back(one);
    return joined;
  }

  [[nodiscard]] std::vector<double> about_the_root() const {
    std::vector<double> next = roots();
    if (next.empty()) return {};
    for (const Stretch& one : unclear()) {
      next.push_back(one.low);
      next.push_back(one.high);
    }
    std::vector<double> fresh;
    for (const double one : next) {
      if (options_.whole)
        for (const double argument : {std::floor(one), std::ceil(one)}) fresh.push_back(argument);
      else
        fresh.push_back(one);
    }
    fresh.erase(std::remove_if(fresh.begin(), fresh.end(), [&](double one) { return is_near_known(one); }),
                fresh.end());
    return fresh;
  }

  [[nodiscard]] BreakEven said() const {
    BreakEven answer;
    bool zero = true;
    for (const auto& [at, values] : known_) {
      answer.points.push_back({at, judged(values, options_.level)});
      zero = zero && answer.points.back().value.verdict == Verdict::exactly_same;
    }
    if (answer.points.size() < 2) return answer;
    answer.found = BreakEven::Found::exactly_zero;
    if (!zero) settle(answer);
    return answer;
  }

  void settle(BreakEven& answer) const {
    const std::vector<Stretch> stretches = unclear();
    const double first = answer.points.front().at;
    const double last = answer.points.back().at;
    const double touch = (last - first) * 1e-9;
    const std::vector<double> crossings = roots();
    if (stretches.empty()) {
      answer.found = crossings.empty() ? BreakEven::Found::nowhere : BreakEven::Found::several;
      return;
    }
    answer.open_below = stretches.front().low <= first + touch;
    answer.open_above = stretches.back().high >= last - touch;
    if (stretches.size() > 1) {
      answer.found = BreakEven::Found::several;
      if (crossings.size() != 1) return;
      // Clear on both sides of one crossing, unclear once more without crossing.
      const auto mine = std::find_if(stretches.begin(), stretches.end(), [&](const Stretch& one) {
        return one.low <= crossings.front() && crossings.front() <= one.high;
      });
      if (mine == stretches.end()) return;
      answer.found = BreakEven::Found::crossing;
      answer.open_below = mine->low <= first + touch;
      answer.open_above = mine->high >= last - touch;
      answer.root = engine::Interval{crossings.front(), mine->low, mine->high};
      return;
    }
    const Stretch& one = stretches.front();
    if (!crossings.empty())
      answer.root = engine::Interval{crossings[crossings.size() / 2], one.low, one.high};
    if (answer.open_below && answer.open_above)
      answer.found = BreakEven::Found::unclear;
    else if (answer.open_below || answer.open_above || crossings.empty())
      answer.found = BreakEven::Found::perhaps;
    else
      answer.found = BreakEven::Found::crossing;
  }

  const Curve& curve_;
  const BreakEvenOptions& options_;
  std::map<double, std::vector<double>> known_;
};

}  // namespace

BreakEven find_break_even(const Curve& curve, const BreakEvenOptions& options) {
  return Search(curve, options).run();
}

}  // namespace sendcap::experiment
