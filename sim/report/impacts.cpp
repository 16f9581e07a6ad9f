#include <algorithm>
#include <cmath>
#include <limits>

#include "figure_words.hpp"
#include "sendcap/report/sensitivity_report.hpp"

// How much each input was found to matter, for the log of assumptions.

namespace sendcap::report {
namespace {

using experiment::Swing;
using experiment::Tornado;

// How far the figure moves, beside what it is; so that figures of different units can be held together.
double relative(const Tornado& tornado, const Swing& swing) {
  constexpr double kNothing = 1e-9;
  return std::abs(swing.width.interval.mean) / std::max(std::abs(tornado.as_it_stands.mean), kNothing);
}

// `waiting, autism assessment, on 2026-07-01: −320 to +210`.
std::string words_of(const Tornado& tornado, const Swing& swing) {
  const std::string& unit = tornado.figure.about.unit;
  const auto change = [&](const experiment::End& end) {
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    return change_words({end.change.interval.mean, kUnknown, kUnknown}, unit);
  };
  return figure_words(tornado.figure) + ": " + change(swing.low) + " to " + change(swing.high);
}

class Impacts {
 public:
  explicit Impacts(const SensitivityReport& report) : report_(report) {
    for (const Tornado& tornado : report.sensitivity.tornadoes) {
      for (const std::vector<Swing>* swings : {&tornado.leading, &tornado.others})
        for (const Swing& swing : *swings) note(tornado, swing);
      for (const std::size_t input : tornado.untouching) note(input, 0, "changes nothing that was asked about");
    }
  }

  [[nodiscard]] std::vector<Impact> take() { return std::move(impacts_); }

 private:
  void note(const Tornado& tornado, const Swing& swing) {
    note(swing.input, relative(tornado, swing), words_of(tornado, swing));
  }

  // The figure that an input moves most stands for it, in each place where the input is used.
  void note(std::size_t input, double size, const std::string& words) {
    for (const std::string& path : report_.study->inputs()[input].paths) {
      const auto known = std::find_if(impacts_.begin(), impacts_.end(),
                                      [&](const Impact& one) { return one.path == path; });
      if (known == impacts_.end()) {
        impacts_.push_back({path, words});
        sizes_.push_back(size);
      } else if (double& largest = sizes_[static_cast<std::size_t>(known - impacts_.begin())]; size > largest) {
        known->words = words;
        largest = size;
      }
    }
  }

  const SensitivityReport& report_;
  std::vector<Impact> impacts_;
  std::vector<double> sizes_;
};

}  // namespace

std::vector<Impact> impacts(const SensitivityReport& report) {
  return Impacts(report).take();
}

}  // namespace sendcap::report
