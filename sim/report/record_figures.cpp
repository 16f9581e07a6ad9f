#include "record_figures.hpp"

#include <algorithm>
#include <map>

#include "markdown_text.hpp"
#include "scenario_words.hpp"
#include "sendcap/scenario/language/walk.hpp"

namespace sendcap::report {
namespace {

std::string quality_word(scenario::Quality quality) {
  return quality == scenario::Quality::unstated ? "not stated" : word_of(quality);
}

RecordedFigure recorded(const scenario::ValueView& value) {
  RecordedFigure figure;
  figure.path = value.path();
  figure.meaning = value.help();
  figure.value = with_commas(value.is());
  for (const auto& [moment, is] : value.then()) figure.value += ", from " + moment + " " + with_commas(is);
  if (const auto range = value.range())
    figure.range = with_commas(range->least) + " to " + with_commas(range->most);
  figure.source = value.source();
  figure.quality = value.quality();
  return figure;
}

template <class T>
std::vector<RecordedFigure> recorded_of(const T& object) {
  std::vector<RecordedFigure> figures;
  const std::function<void(const scenario::ValueView&)> keep = [&](const scenario::ValueView& value) {
    if (value.quality() != scenario::Quality::unstated || value.range()) figures.push_back(recorded(value));
  };
  scenario::for_each_value(object, keep);
  return figures;
}

}  // namespace

std::vector<RecordedFigure> figures_of(const scenario::Scenario& scenario) {
  return recorded_of(scenario);
}

std::vector<RecordedFigure> figures_of(const scenario::Plan& plan) {
  std::vector<RecordedFigure> figures = recorded_of(plan);
  for (RecordedFigure& figure : figures) figure.path = "plan " + plan.title + ": " + figure.path;
  return figures;
}

std::string sources_table(const std::vector<RecordedFigure>& figures) {
  std::map<std::string, std::size_t> count;
  std::vector<std::string> order;
  for (const RecordedFigure& figure : figures) {
    if (figure.source.empty() || figure.quality == scenario::Quality::assumption) continue;
    if (count[figure.source]++ == 0) order.push_back(figure.source);
  }
  if (order.empty()) return paragraph("The scenario names no source.");
  std::string table = table_row({"Source", "Figures"}) + table_rule(2);
  for (const std::string& source : order) table += table_row({source, std::to_string(count[source])});
  return table + '\n';
}

std::string inputs_table(const std::vector<RecordedFigure>& figures) {
  std::string table = table_row({"Input", "Value", "Range", "Quality"}) + table_rule(4);
  for (const RecordedFigure& figure : figures)
    table += table_row({figure.path, figure.value, figure.range, quality_word(figure.quality)});
  return table + '\n';
}

std::string assumptions_table(const std::vector<RecordedFigure>& figures,
                              const std::vector<Impact>& impacts) {
  const auto impact_of = [&](const std::string& path) {
    const auto found =
        std::find_if(impacts.begin(), impacts.end(), [&](const Impact& one) { return one.path == path; });
    return found == impacts.end() ? std::string("not tried") : found->words;
  };
  std::string table =
      table_row({"Id", "Statement", "Of", "Value", "Range", "Why", "Quality", "Impact over its range"}) +
      table_rule(8);
  std::size_t number = 0;
  for (const RecordedFigure& figure : figures)
    if (figure.quality == scenario::Quality::assumption)
      table += table_row({"A" + std::to_string(++number), figure.meaning, figure.path, figure.value,
                          figure.range, figure.source, quality_word(figure.quality), impact_of(figure.path)});
  if (number == 0) return paragraph("No figure is called an assumption.");
  return table + '\n';
}

}  // namespace sendcap::report
