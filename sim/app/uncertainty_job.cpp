#include "uncertainty_job.hpp"

#include <sstream>

#include "asked.hpp"
#include "sendcap/report/uncertainty_report.hpp"
#include "workbench.hpp"

namespace sendcap::app {

ExitCode do_uncertainty(const UncertaintyOrder& order) {
  Workbench bench(order.common);
  std::vector<experiment::Contrast> contrasts(1);
  for (std::size_t plan = 0; plan < bench.study().plans().size(); ++plan)
    contrasts.push_back({plan, true, {}});
  const std::vector<experiment::Figure> figures = figures_asked(bench.outcomes(), order.outcomes);
  const std::vector<std::size_t> inputs = inputs_asked(bench.study(), contrasts, order.inputs);
  experiment::CarefulTrials trials(bench.trials());
  report::UncertaintyReport report;
  report.uncertainty = experiment::find_uncertainty(trials, contrasts, figures, inputs, order.options);
  report.description = bench.description();
  report.description.level = order.options.level;
  report.study = &bench.study();
  report.spread = order.options.spread;
  report.first_day = bench.first_day();
  report.last_day = bench.last_day();

  std::ostringstream csv;
  std::ostringstream points;
  report::write_uncertainty_csv(csv, report);
  report::write_uncertainty_points_csv(points, report);
  return bench.answer({{"uncertainty.txt", report::uncertainty_text(report)},
                       {"uncertainty.json", report::uncertainty_json(report)},
                       {"uncertainty.csv", csv.str()},
                       {"points.csv", points.str()}},
                      report.uncertainty.interrupted);
}

}  // namespace sendcap::app
