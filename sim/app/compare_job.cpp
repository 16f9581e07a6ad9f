#include "compare_job.hpp"

#include <sstream>
#include <utility>

#include "sendcap/report/comparison_report.hpp"
#include "sendcap/report/inputs_list.hpp"
#include "workbench.hpp"

namespace sendcap::app {

ExitCode do_compare(const CompareOrder& order) {
  Workbench bench(order.common);
  experiment::Trials& trials = bench.trials();
  report::ComparisonReport report;
  report.names = {"the scenario as it stands"};
  report.abouts = {bench.study().baseline().description};
  std::vector<std::size_t> worlds{trials.world({})};
  for (std::size_t plan = 0; plan < bench.study().plans().size(); ++plan) {
    report.names.push_back(bench.study().plans()[plan].title);
    report.abouts.push_back(bench.study().plans()[plan].description);
    worlds.push_back(trials.world({plan, {}}));
  }
  report.outcome =
      experiment::compare(trials, worlds, order.options, [&] { return bench.elapsed_seconds(); });

  std::vector<const std::vector<experiment::Row>*> rows;
  for (const std::size_t world : worlds) rows.push_back(&trials.rows(world));
  const experiment::Comparison comparison(bench.outcomes(), bench.targets(), std::move(rows),
                                          order.options.level);
  report.description = bench.description();
  report.description.level = order.options.level;
  report.description.precision = order.options.precision;
  report.comparison = &comparison;
  report.seconds = order.options.seconds;
  report.first_day = bench.first_day();
  report.last_day = bench.last_day();
  report.years = bench.years();
  report.once = bench.spent_once();
  report.notes = bench.notes();

  std::ostringstream csv;
  report::write_comparison_csv(csv, report);
  const std::vector<experiment::Input> inputs = report::listed_inputs(bench.study());
  bench.write_workbook([&] { return report::comparison_workbook(report, inputs); });
  return bench.answer({{"comparison.txt", report::comparison_text(report)},
                       {"comparison.json", report::comparison_json(report)},
                       {"comparison.csv", csv.str()}},
                      report.outcome.stop == experiment::Stop::interrupted);
}

}  // namespace sendcap::app
