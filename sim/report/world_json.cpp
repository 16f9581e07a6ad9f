#include "sendcap/report/world_json.hpp"

#include <algorithm>
#include <vector>

#include "csv_text.hpp"
#include "diagrams.hpp"
#include "json_text.hpp"
#include "scenario_words.hpp"
#include "sendcap/experiment/backtest.hpp"
#include "sendcap/model/journeys.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

constexpr double kMinutesPerDay = 24 * 60;

template <class T>
Json known(const std::optional<Value<T>>& value) {
  return value ? number(QuantityTraits<T>::number(value->is)) : Json(nullptr);
}

Json districts_of(const Scenario& scenario) {
  Json list = Json::array();
  for (const District& district : scenario.districts)
    list.push_back({{"district", district.name},
                    {"population", known(district.population)},
                    {"journey_within_minutes", number(district.journey_within.is.days * kMinutesPerDay)}});
  return list;
}

std::size_t number_of(const Scenario& scenario, const Name& name) {
  std::size_t number = 0;
  for (const District& district : scenario.districts) {
    if (district.name == name.text) break;
    ++number;
  }
  return number;
}

Json roads_of(const Scenario& scenario) {
  Json list = Json::array();
  for (const Road& road : scenario.roads)
    list.push_back({{"from", road.from.text},
                    {"to", road.to.text},
                    {"minutes", number(road.journey.is.days * kMinutesPerDay)}});
  return list;
}

// By district and district; null where no road leads.
Json journeys_of(const Scenario& scenario) {
  std::vector<model::RoadBetween> roads;
  for (const Road& road : scenario.roads)
    roads.push_back({number_of(scenario, road.from), number_of(scenario, road.to), road.journey.is.days});
  Json list = Json::array();
  for (const std::vector<double>& row : model::quickest_journeys(scenario.districts.size(), roads)) {
    Json minutes = Json::array();
    for (const double days : row) minutes.push_back(number(days * kMinutesPerDay));
    list.push_back(std::move(minutes));
  }
  return list;
}

// The ages of a provision, of its groups together where it has some: `ages 4 to 10`.
std::string ages_of(const Provision& provision) {
  std::optional<AgeSpan> ages = provision.ages;
  for (const PlacesGroup& group : provision.groups) {
    if (!ages) ages = group.ages;
    ages->first.value = std::min(ages->first.value, group.ages.first.value);
    ages->last.value = std::max(ages->last.value, group.ages.last.value);
  }
  return ages ? "ages " + age_words(*ages) : "any age";
}

Json provision_of(const Scenario& scenario) {
  Json list = Json::array();
  for (const Provision& provision : scenario.provision)
    list.push_back({{"provision", provision.name},
                    {"kind", word_of(provision.kind)},
                    {"district", provision.district ? Json(provision.district->text) : Json(nullptr)},
                    {"out_of_county", provision.out_of_county},
                    {"ages", ages_of(provision)}});
  return list;
}

Json graph_of(const Flowchart& chart) {
  Json nodes = Json::array();
  for (const Flowchart::Node& node : chart.nodes())
    nodes.push_back({{"id", node.id}, {"outline", word_of(node.outline)}, {"lines", node.lines}});
  Json ways = Json::array();
  for (const Flowchart::Way& way : chart.ways())
    ways.push_back(
        {{"from", way.from}, {"to", way.to}, {"label", way.label}, {"dotted", way.arrow == Arrow::dotted}});
  return {{"nodes", std::move(nodes)}, {"ways", std::move(ways)}};
}

Json pathways_of(const Scenario& scenario) {
  Json list = Json::array();
  for (const Pathway& pathway : scenario.pathways) {
    Json graph = graph_of(pathway_chart(scenario, pathway));
    list.push_back({{"pathway", pathway.name}, {"nodes", graph["nodes"]}, {"ways", graph["ways"]}});
  }
  return list;
}

// As the results name it, which say what it is where a name stands for several things.
std::string subject_of(const experiment::BacktestSeries& series, const model::MeasureLayout& layout) {
  const std::vector<std::string> names = subject_names(layout);
  const auto found = std::find(layout.groups.begin(), layout.groups.end(), series.group);
  const auto group = static_cast<std::size_t>(found - layout.groups.begin());
  for (const experiment::BacktestPoint& point : series.points)
    for (std::size_t c = 0; point.cell && c < layout.columns.size(); ++c) {
      const model::Column& column = layout.columns[c];
      if (column.name != series.measure || !layout.has_group(column, group)) continue;
      for (std::size_t date = 0; date < layout.dates.size(); ++date)
        if (layout.cell(column, date, group) == *point.cell) return names[c];
    }
  return series.subject;
}

Json published(const Scenario& scenario, const model::MeasureLayout& layout) {
  Json list = Json::array();
  Diagnostics ignored;  // whoever runs a scenario has been told
  const auto found = experiment::find_observed(scenario, layout, {}, ignored);
  if (!found) return list;
  for (const experiment::BacktestSeries& series : found->series) {
    Json points = Json::array();
    for (const experiment::BacktestPoint& point : series.points)
      points.push_back({{"date", format(point.date)}, {"value", number(point.published)}});
    list.push_back({{"title", series.title},
                    {"measure", series.measure},
                    {"subject", subject_of(series, layout)},
                    {"group", series.group},
                    {"unit", series.unit},
                    {"source", series.source},
                    {"points", std::move(points)}});
  }
  return list;
}

}  // namespace

std::string world_json(const Scenario& scenario, const model::MeasureLayout& layout) {
  Json document;
  document["format"] = kResultsFormat;
  document["scenario"] = {{"title", scenario.title}};
  document["districts"] = districts_of(scenario);
  document["roads"] = roads_of(scenario);
  document["journey_minutes"] = journeys_of(scenario);
  document["provision"] = provision_of(scenario);
  document["overview"] = graph_of(overview_chart(scenario));
  document["pathways"] = pathways_of(scenario);
  document["published"] = published(scenario, layout);
  return readable(document);
}

}  // namespace sendcap::report
