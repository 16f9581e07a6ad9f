#include "figure_json.hpp"
#include "figure_words.hpp"
#include "json_text.hpp"
#include "sendcap/report/uncertainty_report.hpp"

namespace sendcap::report {
namespace {

using experiment::UncertainFigure;

Json components_of(const UncertainFigure& figure) {
  const experiment::VarianceComponents& components = *figure.components;
  Json json;
  json["mean"] = interval(components.mean_interval);
  json["percentile_5"] = number(figure.percentile_5);
  json["percentile_95"] = number(figure.percentile_95);
  json["variance_of_inputs"] = number(components.of_inputs);
  json["variance_of_chance"] = number(components.of_chance);
  json["share_of_inputs"] = interval(components.share);
  return json;
}

Json worst_of(const UncertaintyReport& report, const UncertainFigure& figure) {
  const experiment::Uncertainty& all = report.uncertainty;
  const std::size_t point = figure.points[*figure.worst];
  Json json;
  json["point"] = all.numbers[point] + 1;
  json["difference"] = interval(figure.at_worst);
  json["inputs"] = Json::object();
  for (std::size_t d = 0; d < all.inputs.size(); ++d) {
    const experiment::Input& input = report.study->inputs()[all.inputs[d]];
    json["inputs"][input.name()] = input.text(all.points[point][d]);
  }
  return json;
}

Json figure_of(const UncertaintyReport& report, const UncertainFigure& figure) {
  Json json = figure_json(*report.study, figure.contrast, figure.figure);
  json["as_it_stands"] = interval(figure.as_it_stands);
  json["points"] = figure.points.size();
  if (!figure.components) return json;
  json.update(components_of(figure));
  if (figure.worst) {
    json["chance_better"] = interval(figure.chance_better);
    json["clearly_better"] = figure.clearly_better;
    json["clearly_worse"] = figure.clearly_worse;
    json["exactly_same"] = figure.exactly_same;
    json["worst"] = worst_of(report, figure);
  }
  json["drivers"] = Json::array();
  for (const experiment::Driver& driver : figure.drivers)
    json["drivers"].push_back(
        {{"input", report.study->inputs()[report.uncertainty.inputs[driver.dimension]].name()},
         {"rank_correlation", interval(driver.correlation)},
         {"explains", number(driver.explains)}});
  return json;
}

Json regret_of(const UncertaintyReport& report, const experiment::Regret& regret) {
  Json json = figure_json(*report.study, {}, regret.figure);
  json.erase("about");
  json.erase("plan");
  json["worlds"] = Json::array();
  for (std::size_t w = 0; w < regret.mean.size(); ++w)
    json["worlds"].push_back(
        {{"plan", plan_words(*report.study, w == 0 ? std::nullopt : std::optional(w - 1))},
         {"mean", number(regret.mean[w])},
         {"most", number(regret.most[w])},
         {"best_in", number(regret.best_in[w])}});
  return json;
}

}  // namespace

std::string uncertainty_json(const UncertaintyReport& report) {
  const experiment::Uncertainty& all = report.uncertainty;
  Json document;
  document["format"] = kResultsFormat;
  document.update(described(report.description));
  document["partial"] = all.interrupted;
  document["inputs"] = all.inputs.size();
  document["spread"] = report.spread == experiment::Spread::triangular ? "triangular" : "uniform";
  document["points"] = all.points.size();
  document["asked_points"] = all.asked_points;
  document["impossible_points"] = all.impossible;
  document["replications"] = all.replications;
  document["figures"] = Json::array();
  for (const UncertainFigure& figure : all.figures) document["figures"].push_back(figure_of(report, figure));
  document["regret"] = Json::array();
  for (const experiment::Regret& regret : all.regrets)
    document["regret"].push_back(regret_of(report, regret));
  return readable(document);
}

}  // namespace sendcap::report
