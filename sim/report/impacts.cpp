#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "figure_words.hpp"
#include "sendcap/report/sensitivity_report.hpp"

// How much each input was found to matter, for the log of assumptions.

namespace sendcap::report {
namespace {

using experiment::Swing;
using experiment::Tornado;

// How wide it swings beside the input that swings the figure most: figures of different units can so be held
// together.
double share_of_widest(const Tornado& tornado, const Swing& swing) {
  double widest = 0;
  for (const std::vector<Swing>* swings : {&tornado.leading, &tornado.others})
    for (const Swing& one : *swings)
      if (std::isfinite(one.width.interval.mean)) widest = std::max(widest, one.width.interval.mean);
  const double width = swing.width.interval.mean;
  return widest > 0 && std::isfinite(width) ? width / widest : 0;
}

// `the effect of more clinics: waiting, autism assessment, on 2026-07-01: −320 to +210`.
std::string words_of(const experiment::Study& study, const Tornado& tornado, const Swing& swing) {
  const std::string& unit = tornado.figure.about.unit;
  const auto change = [&](const experiment::End& end) {
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    return change_words({end.change.interval.mean, kUnknown, kUnknown}, unit);
  };
  const std::string of = tornado.contrast.difference ? contrast_words(study, tornado.contrast) + ": " : "";
  return of + figure_words(tornado.figure) + ": " + change(swing.low) + " to " + change(swing.high) +
         (swing.width.clear() ? "" : " (unclear)");
}

class Impacts {
 public:
  explicit Impacts(const SensitivityReport& report) : report_(report) {
    for (const Tornado& tornado : report.sensitivity.tornadoes) {
      for (const std::vector<Swing>* swings : {&tornado.leading, &tornado.others})
        for (const Swing& swing : *swings) note(tornado, swing);
      for (const std::size_t input : tornado.untouching)
        note(input, 0, "changes nothing that was asked about");
    }
  }

  [[nodiscard]] std::vector<Impact> take() { return std::move(impacts_); }

 private:
  void note(const Tornado& tornado, const Swing& swing) {
    note(swing.input, share_of_widest(tornado, swing), words_of(*report_.study, tornado, swing));
  }

  // The figure among whose inputs it stands highest stands for it, in each place where the input is used.
  void note(std::size_t input, double size, const std::string& words) {
    const experiment::Input& used = report_.study->inputs()[input];
    for (const std::string& used_path : used.paths) {
      const std::string path = used.plan ? "plan " + used.plan_title + ": " + used_path : used_path;
      const auto known =
          std::find_if(impacts_.begin(), impacts_.end(), [&](const Impact& one) { return one.path == path; });
      if (known == impacts_.end()) {
        impacts_.push_back({path, words});
        sizes_.push_back(size);
      } else if (double& largest = sizes_[static_cast<std::size_t>(known - impacts_.begin())];
                 size > largest) {
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
