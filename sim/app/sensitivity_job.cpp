#include "sensitivity_job.hpp"

#include <fmt/format.h>

#include <sstream>
#include <utility>

#include "asked.hpp"
#include "interruption.hpp"
#include "sendcap/report/sensitivity_report.hpp"
#include "workbench.hpp"

namespace sendcap::app {
namespace {

using experiment::Contrast;
using experiment::Figure;

class SensitivityJob {
 public:
  explicit SensitivityJob(const SensitivityOrder& order)
      : order_(order), bench_(order.common), trials_(bench_.trials()) {
    report_.description = bench_.description();
    report_.description.level = order.options.level;
    report_.study = &bench_.study();
    report_.seconds = order.options.seconds;
    report_.first_day = bench_.first_day();
    report_.last_day = bench_.last_day();
    report_.break_even_replications = order.options.replications;
  }

  ExitCode run() {
    if (order_.break_even)
      break_even();
    else
      tornadoes();
    report_.interrupted = report_.sensitivity.interrupted || interruption_asked();
    std::ostringstream csv;
    if (order_.break_even)
      report::write_break_even_csv(csv, report_);
    else
      report::write_sensitivity_csv(csv, report_);
    return bench_.answer({{"sensitivity.txt", report::sensitivity_text(report_)},
                          {"sensitivity.json", report::sensitivity_json(report_)},
                          {"sensitivity.csv", csv.str()}},
                         report_.interrupted, report::impacts(report_));
  }

 private:
  // Of the scenario as it stands, or the effect of each plan.
  [[nodiscard]] std::vector<Contrast> contrasts() const {
    std::vector<Contrast> asked;
    for (std::size_t plan = 0; plan < bench_.study().plans().size(); ++plan)
      asked.push_back({plan, true, {}});
    if (asked.empty()) asked.push_back({});
    return asked;
  }

  void tornadoes() {
    const std::vector<Contrast> asked = contrasts();
    const std::vector<Figure> figures = figures_asked(bench_.outcomes(), order_.outcomes);
    const std::vector<std::size_t> inputs = inputs_asked(bench_.study(), asked, order_.inputs);
    report_.sensitivity = experiment::find_sensitivity(trials_, asked, figures, inputs, order_.options,
                                                       [&] { return bench_.elapsed_seconds(); });
    for (const experiment::Tornado& tornado : report_.sensitivity.tornadoes) {
      report_.steadiness.emplace_back();
      const bool clear = tornado.contrast.difference && tornado.side == experiment::Verdict::clear;
      if (clear && !report_.sensitivity.interrupted)
        report_.steadiness.back() = experiment::find_steadiness(
            trials_, tornado, report_.sensitivity.replications, order_.options.level);
    }
    if (!report_.sensitivity.interrupted) effects_of_plans(asked, inputs);
  }

  // How large each of a plan's own uncertain figures must be for it to pay for itself.
  void effects_of_plans(const std::vector<Contrast>& asked, const std::vector<std::size_t>& inputs) {
    const std::optional<Figure> spending = experiment::all_spending(bench_.outcomes());
    if (!spending) return;
    report_.break_even_replications = report_.sensitivity.replications;
    for (const Contrast& contrast : asked)
      for (const std::size_t input : inputs) {
        const experiment::Input& one = bench_.study().inputs()[input];
        if (one.plan && one.plan == contrast.plan && !interruption_asked())
          report_.break_evens.push_back(experiment::find_break_even(
              trials_, contrast, *spending, input, one.range->least, one.range->most,
              report_.break_even_replications, order_.options.level));
      }
  }

  void break_even() {
    const std::size_t plans = bench_.study().plans().size();
    if (plans == 0 || plans > 2)
      throw UsageFault("--break-even wants one plan, or two to be compared with each other",
                       "sendcap sensitivity SCENARIO PLAN --break-even PATH");
    const std::size_t index = input_asked(bench_.study(), "--break-even", *order_.break_even);
    const experiment::Input& input = bench_.study().inputs()[index];
    const auto [from, to] = between(input);
    Contrast contrast{0, true, {}};
    if (plans == 2) contrast.other = 1;
    std::vector<Figure> figures;
    const std::optional<Figure> spending = experiment::all_spending(bench_.outcomes());
    if (order_.outcomes.empty() && spending)
      figures.push_back(*spending);
    else
      figures = figures_asked(bench_.outcomes(), order_.outcomes);
    for (const Figure& figure : figures)
      report_.break_evens.push_back(experiment::find_break_even(
          trials_, contrast, figure, index, from, to, order_.options.replications, order_.options.level));
  }

  [[nodiscard]] std::pair<double, double> between(const experiment::Input& input) const {
    if (!input.range && !(order_.from && order_.to))
      throw UsageFault(fmt::format("{} has no range", input.name()),
                       "say where to look with --from and --to");
    const double from = order_.from ? value_asked(input, "--from", *order_.from) : input.range->least;
    const double to = order_.to ? value_asked(input, "--to", *order_.to) : input.range->most;
    if (!(from < to))
      throw UsageFault(fmt::format("nothing lies between {} and {}", input.text(from), input.text(to)),
                       "--from is the smaller one");
    return {from, to};
  }

  const SensitivityOrder& order_;
  Workbench bench_;
  experiment::CarefulTrials trials_;
  report::SensitivityReport report_;
};

}  // namespace

ExitCode do_sensitivity(const SensitivityOrder& order) {
  return SensitivityJob(order).run();
}

}  // namespace sendcap::app
