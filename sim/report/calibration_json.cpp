#include <array>
#include <string_view>

#include "json_text.hpp"
#include "sendcap/report/calibration_report.hpp"

namespace sendcap::report {
namespace {

constexpr std::array<std::string_view, 4> kStops{"converged", "most evaluations", "time over", "interrupted"};

Json value_of(const CalibrationReport& report, const experiment::FittedValue& value) {
  const experiment::Input& input = report.study->inputs()[value.of.input];
  Json json;
  json["input"] = input.name();
  json["before"] = input.text(value.before);
  json["fitted"] = input.text(value.value);
  if (report.calibration->complete) {
    json["low"] = input.text(value.interval.low);
    json["high"] = input.text(value.interval.high);
    json["standard_error"] = number(value.standard_error);
    json["monte_carlo_share"] = number(value.monte_carlo);
    json["at_bound"] = value.at_bound;
  }
  json["looked_for"] = {input.text(value.of.least), input.text(value.of.most)};
  json["base_unit"] = {{"before", number(value.before)},
                       {"fitted", number(value.value)},
                       {"low", number(value.interval.low)},
                       {"high", number(value.interval.high)}};
  return json;
}

Json figure_of(const CalibrationReport& report, const experiment::FittedFigure& figure) {
  const experiment::Outcome& outcome = (*report.outcomes)[figure.observed.outcome];
  Json json;
  json["date"] = outcome.of_whole_run() ? outcome.label : outcome.date;
  json["measure"] = outcome.name;
  json["service"] = outcome.subject;
  json["kind"] = model::word(outcome.subject_kind);
  json["group"] = outcome.group;
  json["unit"] = outcome.unit;
  json["observed"] = number(figure.observed.value);
  json["before"] = number(figure.before);
  json["fitted"] = interval(figure.mean);
  json["residual"] = number(figure.residual());
  json["chance"] = number(figure.chance);
  json["error"] = number(figure.error);
  return json;
}

}  // namespace

std::string calibration_json(const CalibrationReport& report) {
  const experiment::Calibration& calibration = *report.calibration;
  Json document;
  document["format"] = kResultsFormat;
  document.update(described(report.description));
  document["observed"] = report.observed;
  document["tolerance"] = report.options.tolerance;
  document["replications"] = report.options.replications;
  document["worlds"] = calibration.worlds;
  document["stopped"] = kStops[static_cast<std::size_t>(calibration.stop)];
  document["partial"] = !calibration.complete;
  document["values"] = Json::array();
  for (const experiment::FittedValue& value : calibration.values)
    document["values"].push_back(value_of(report, value));
  document["correlation"] = calibration.correlation;
  document["collinearity_index"] = number(calibration.collinearity);
  document["sum_of_squares"] = {{"before", number(calibration.objective_before)},
                                {"fitted", number(calibration.objective)}};
  Json goodness;
  goodness["judged"] = calibration.goodness.judged;
  if (calibration.goodness.judged) {
    goodness["expected"] = number(calibration.goodness.expected);
    goodness["probability"] = number(calibration.goodness.probability);
    goodness["bad"] = calibration.goodness.bad();
    goodness["intervals_widened"] = number(calibration.widened);
  }
  document["goodness_of_fit"] = std::move(goodness);
  document["figures"] = Json::array();
  for (const experiment::FittedFigure& figure : calibration.figures)
    document["figures"].push_back(figure_of(report, figure));
  return readable(document);
}

}  // namespace sendcap::report
