#include <array>
#include <string_view>

#include "figure_json.hpp"
#include "figure_words.hpp"
#include "json_text.hpp"
#include "sendcap/report/sensitivity_report.hpp"

namespace sendcap::report {
namespace {

using experiment::Swing;
using experiment::Tornado;

constexpr std::array<std::string_view, 7> kFound{"crossing", "perhaps",      "several", "nowhere",
                                                 "unclear",  "exactly zero", "unknown"};

Json end_of(const experiment::Input& input, const experiment::End& end) {
  Json json;
  json["value"] = input.text(end.value);
  json["figure"] = interval(end.figure);
  json["change"] = difference_json(end.change);
  return json;
}

Json swing_of(const experiment::Study& study, const Swing& swing) {
  const experiment::Input& input = study.inputs()[swing.input];
  Json json;
  json["input"] = input.name();
  json["is"] = input.text(input.is);
  json["low_end"] = end_of(input, swing.low);
  json["high_end"] = end_of(input, swing.high);
  json["width"] = difference_json(swing.width);
  return json;
}

Json found_of(const experiment::Input& input, const experiment::BreakEven& found) {
  Json json;
  json["found"] = kFound[static_cast<std::size_t>(found.found)];
  json["root"] = Json();
  if (found.root)
    json["root"] = {{"at", input.text(found.root->mean)},
                    {"low", found.open_below ? Json() : Json(input.text(found.root->low))},
                    {"high", found.open_above ? Json() : Json(input.text(found.root->high))}};
  json["points"] = Json::array();
  for (const experiment::BreakEven::Point& point : found.points)
    json["points"].push_back({{"at", input.text(point.at)}, {"difference", difference_json(point.value)}});
  return json;
}

Json steadiness_of(const experiment::Study& study, const experiment::Steadiness& steadiness) {
  Json json;
  json["holds_throughout"] = steadiness.turns.empty() && steadiness.doubts.empty();
  json["turns"] = Json::array();
  for (const auto& turn : steadiness.turns) {
    const experiment::Input& input = study.inputs()[turn.input];
    Json one;
    one["input"] = input.name();
    one["end"] = input.text(turn.end);
    one["break_even"] = found_of(input, turn.found);
    json["turns"].push_back(std::move(one));
  }
  json["unclear"] = Json::array();
  for (const auto& doubt : steadiness.doubts) {
    const experiment::Input& input = study.inputs()[doubt.input];
    json["unclear"].push_back(
        {{"input", input.name()}, {"end", input.text(doubt.end)}, {"exactly_zero", doubt.nothing}});
  }
  return json;
}

Json tornado_of(const SensitivityReport& report, std::size_t index) {
  const Tornado& tornado = report.sensitivity.tornadoes[index];
  const experiment::Study& study = *report.study;
  Json json = figure_json(study, tornado.contrast, tornado.figure);
  json["as_it_stands"] = interval(tornado.as_it_stands);
  if (tornado.contrast.difference) json["verdict"] = verdict_word(tornado.side);
  if (report.steadiness[index]) json["steadiness"] = steadiness_of(study, *report.steadiness[index]);
  json["leading"] = Json::array();
  for (const Swing& swing : tornado.leading) json["leading"].push_back(swing_of(study, swing));
  json["others"] = Json::array();
  for (const Swing& swing : tornado.others) json["others"].push_back(swing_of(study, swing));
  json["others_at_most"] = number(tornado.others_at_most);
  json["untouching"] = Json::array();
  for (const std::size_t input : tornado.untouching)
    json["untouching"].push_back(study.inputs()[input].name());
  return json;
}

}  // namespace

std::string sensitivity_json(const SensitivityReport& report) {
  const experiment::Study& study = *report.study;
  Json document;
  document["format"] = kResultsFormat;
  document.update(described(report.description));
  document["partial"] = report.interrupted;
  document["first_replications"] = report.sensitivity.first_replications;
  document["replications"] = report.sensitivity.replications;
  document["inputs"] = report.sensitivity.inputs.size();
  document["impossible"] = Json::array();
  for (const std::size_t input : report.sensitivity.impossible)
    document["impossible"].push_back(study.inputs()[input].name());
  document["tornadoes"] = Json::array();
  for (std::size_t t = 0; t < report.sensitivity.tornadoes.size(); ++t)
    document["tornadoes"].push_back(tornado_of(report, t));
  document["break_even_replications"] = report.break_even_replications;
  document["break_evens"] = Json::array();
  for (const experiment::InputBreakEven& one : report.break_evens) {
    Json json = figure_json(study, one.contrast, one.figure);
    json["input"] = study.inputs()[one.input].name();
    json["finding"] = break_even_sentence(report, one);
    json.update(found_of(study.inputs()[one.input], one.found));
    document["break_evens"].push_back(std::move(json));
  }
  return readable(document);
}

}  // namespace sendcap::report
