#include "calibrate_job.hpp"

#include <iostream>
#include <sstream>
#include <utility>

#include "fitted_files.hpp"
#include "fitted_inputs.hpp"
#include "minimise.hpp"
#include "sendcap/report/calibration_report.hpp"
#include "sendcap/scenario/language/rewrite.hpp"
#include "workbench.hpp"

namespace sendcap::app {
namespace {

scenario::Sources& named(scenario::Sources& sources, const char* option,
                         const std::optional<std::string>& text, std::optional<scenario::Name>& name) {
  if (text) name = scenario::Name{*text, {sources.add(option, *text), 1, 1}};
  return sources;
}

// Reads the observed figures, and says what is wrong with them.
std::vector<experiment::Observation> read_observed(const CalibrateOrder& order,
                                                   const model::MeasureLayout& layout, InputFiles& files,
                                                   Reading& reading, experiment::Outcomes& outcomes) {
  files.expect(order.observed);
  std::optional<std::string> text = files.read(order.observed);
  if (!text) throw MachineFault("'" + order.observed + "' can not be read", "check who may read it");
  const std::uint32_t file = reading.sources.add(order.observed, std::move(*text));
  experiment::ObservedSubject about;
  named(reading.sources, "--measure", order.measure, about.measure);
  named(reading.sources, "--subject", order.subject, about.subject);
  named(reading.sources, "--group", order.group, about.group);
  scenario::Diagnostics diagnostics;
  std::optional<std::vector<experiment::Observation>> observations =
      experiment::read_observations(reading.sources, file, about, layout, outcomes, diagnostics);
  if (observations) return std::move(*observations);
  std::cerr << scenario::render(diagnostics, reading.sources);
  complain("nothing was fitted; mend the mistakes above first");
  throw BadFiles();
}

}  // namespace

ExitCode do_calibrate(const CalibrateOrder& order) {
  std::vector<experiment::Observation> observations;
  std::vector<experiment::FittedInput> inputs;
  Workbench bench(order.common, [&](const experiment::Study& study, const model::MeasureLayout& layout,
                                    InputFiles& files, Reading& reading, experiment::Outcomes& outcomes) {
    inputs = fitted_inputs(study, order.fits, reading.sources);
    observations = read_observed(order, layout, files, reading, outcomes);
  });
  const experiment::Study& study = bench.study();
  if (order.common.out) refuse_originals(*order.common.out, order.common.scenario, bench.sources());
  const auto round = [&](std::size_t input, double value, double error) {
    const experiment::Input& one = study.inputs()[input];
    return scenario::rounded_quantity(one.kind, value, error, one.is);
  };
  const experiment::Calibration calibration =
      experiment::calibrate(bench.trials(), inputs, observations, order.options, minimise_with_nlopt, round,
                            [&] { return bench.elapsed_seconds(); });

  report::CalibrationReport report{
      bench.description(), &calibration,  &study, &bench.outcomes(), order.observed, bench.first_day(),
      bench.last_day(),    order.options, inputs, observations};
  report.description.level = order.options.level;
  if (calibration.refusal.any()) {
    bench.end_progress();
    std::cerr << report::calibration_refusal(report);
    return kBadInput;
  }
  std::vector<Answer> answers{{"calibration.txt", report::calibration_text(report)},
                              {"calibration.json", report::calibration_json(report)}};
  std::ostringstream csv;
  report::write_fit_csv(csv, report);
  answers.push_back({"fit.csv", csv.str()});
  std::string fitted;
  if (order.common.out && calibration.complete)
    fitted = write_fitted_files(*order.common.out, order.common.scenario, order.common.overrides,
                                bench.sources(), report);
  const ExitCode code = bench.answer(answers, calibration.stop == experiment::CalibrationStop::interrupted);
  if (!fitted.empty() && !order.common.quiet)
    std::cerr << "The scenario with the fitted values is " << fitted << '\n';
  return code;
}

}  // namespace sendcap::app
