#include <array>
#include <string_view>

#include "gap_changes.hpp"
#include "json_text.hpp"
#include "moved_on.hpp"
#include "sendcap/report/comparison_report.hpp"
#include "who_gains.hpp"

namespace sendcap::report {
namespace {

using experiment::Comparison;
using experiment::Difference;
using experiment::Outcome;

constexpr std::array<std::string_view, 5> kStops{"as asked", "precision reached", "time over",
                                                 "most replications", "interrupted"};
constexpr std::array<std::string_view, 3> kVerdicts{"same", "unclear", "clear"};

Json difference_of(const Difference& difference) {
  Json json = interval(difference.interval);
  json["pairs"] = difference.pairs;
  json["verdict"] = kVerdicts[static_cast<std::size_t>(difference.verdict)];
  return json;
}

Json gains_of(const ComparisonReport& report, std::size_t world) {
  Json list = Json::array();
  for (const GainsAndLosses& one : gains_and_losses(report, world)) {
    Json entry = {{"of", one.of},
                  {"dimension", one.dimension},
                  {"unit", one.unit},
                  {"words", one.words},
                  {"but", one.but}};
    entry["groups"] = Json::array();
    for (const GainsAndLosses::Group& group : one.groups) {
      Json json = {{"group", group.name},
                   {"gains", group.gains},
                   {"as_it_stands", number(group.as_it_stands)},
                   {"share", number(group.share)}};
      json.update(interval(group.change));
      entry["groups"].push_back(std::move(json));
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json gap_of(const GapChange::Gap& gap) {
  Json json = interval(gap.value);
  json["lowest"] = gap.lowest;
  json["highest"] = gap.highest;
  return json;
}

Json gaps_of(const Comparison& comparison, std::size_t world) {
  Json list = Json::array();
  for (const GapChange& one : gap_changes(comparison, world))
    list.push_back({{"of", one.of},
                    {"dimension", one.dimension},
                    {"unit", one.unit},
                    {"as_it_stands", gap_of(one.as_it_stands)},
                    {"with_plan", gap_of(one.with_plan)},
                    {"difference", interval(one.change)},
                    {"words", one.words}});
  return list;
}

Json moved_on_of(const ComparisonReport& report, std::size_t world) {
  Json list = Json::array();
  for (const MovedOn& moved : moved_on(report, world)) {
    const Outcome& outcome = report.comparison->outcomes()[moved.list];
    list.push_back({{"list", outcome.subject},
                    {"date", outcome.date},
                    {"later", moved.later},
                    {"kind", moved.later_kind},
                    {"more", interval(moved.more)},
                    {"in_all", difference_of(moved.both)},
                    {"words", moved.words}});
  }
  return list;
}

Json plan_of(const ComparisonReport& report, std::size_t world) {
  const Comparison& comparison = *report.comparison;
  Json plan;
  plan["plan"] = report.names[world];
  plan["description"] = report.abouts[world];
  if (world > 0) {
    const Findings found = findings(report, world);
    plan["findings"] = found.all();
    plan["findings_told_first"] = found.first.size();
    plan["findings_of_the_rest"] = found.rest.size();
  }
  Json targets = Json::array();
  for (std::size_t t = 0; t < comparison.targets().size(); ++t) {
    Json target;
    const experiment::TargetCell& cell = comparison.targets()[t];
    const auto bound = [](const std::optional<double>& value) { return value ? Json(*value) : Json(); };
    target["target"] = cell.name;
    target["unit"] = cell.unit;
    target["at_least"] = bound(cell.at_least);
    target["at_most"] = bound(cell.at_most);
    target["source"] = cell.source;
    target["value"] = interval(comparison.target_value(world, t));
    target["chance"] = interval(comparison.target_chance(world, t));
    targets.push_back(std::move(target));
  }
  plan["targets"] = std::move(targets);
  if (world > 0) plan["extra_cost"] = difference_of(comparison.extra_cost(world));
  if (world > 0) plan["moved_on"] = moved_on_of(report, world);
  if (world > 0) plan["widest_gaps"] = gaps_of(comparison, world);
  if (world > 0) plan["gains_and_losses"] = gains_of(report, world);
  return plan;
}

Json outcome_of(const ComparisonReport& report, std::size_t index) {
  const Comparison& comparison = *report.comparison;
  const Outcome& outcome = comparison.outcomes()[index];
  Json json;
  json["measure"] = outcome.name;
  json["service"] = outcome.subject;
  json["kind"] = model::word(outcome.subject_kind);
  json["unit"] = outcome.unit;
  json["date"] = outcome.of_whole_run() ? outcome.label : outcome.date;
  json["values"] = Json::array();
  json["differences"] = Json::array();
  json["cost_of_gain"] = Json::array();
  for (std::size_t w = 0; w < comparison.worlds(); ++w) {
    json["values"].push_back(interval(comparison.value(w, index)));
    if (w == 0) continue;
    json["differences"].push_back(difference_of(comparison.difference(w, index)));
    const auto cost = comparison.cost_of_gain(w, index);
    json["cost_of_gain"].push_back(cost ? interval(*cost) : Json());
  }
  json["chance_best"] = comparison.chance_best(index);
  json["not_beaten"] = Json::array();
  for (const std::size_t world : comparison.unbeaten(index))
    json["not_beaten"].push_back(report.names[world]);
  return json;
}

// Those whose cases wait for a time and not for anybody: who is on them is on no list.
Json pathways_to_nobody(const Comparison& comparison) {
  Json names = Json::array();
  for (const Outcome& outcome : comparison.outcomes().all())
    if (outcome.measure == model::MeasureId::waiting && !outcome.leads_to_somebody && outcome.is_total() &&
        (names.empty() || names.back() != outcome.subject))
      names.push_back(outcome.subject);
  return names;
}

}  // namespace

std::string comparison_json(const ComparisonReport& report) {
  const Comparison& comparison = *report.comparison;
  Json document;
  document["format"] = kResultsFormat;
  document.update(described(report.description));
  document["replications"] = comparison.replications();
  document["stopped"] = kStops[static_cast<std::size_t>(report.outcome.stop)];
  document["partial"] = report.outcome.stop == experiment::Stop::interrupted;
  document["plans"] = Json::array();
  for (std::size_t w = 0; w < comparison.worlds(); ++w) document["plans"].push_back(plan_of(report, w));
  document["pathways_to_nobody"] = pathways_to_nobody(comparison);
  document["calendar_years"] = Json::array();
  for (const WorldNotes::CalendarYear& year : report.notes.calendar_years)
    document["calendar_years"].push_back({{"date", year.ends}, {"year", year.year}});
  document["outcomes"] = Json::array();
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o)
    if (comparison.outcomes()[o].is_total()) document["outcomes"].push_back(outcome_of(report, o));
  return readable(document);
}

}  // namespace sendcap::report
