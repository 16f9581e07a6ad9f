#include "json_text.hpp"
#include "search_words.hpp"
#include "sendcap/report/search_report.hpp"

namespace sendcap::report {
namespace {

using experiment::SearchResult;
using experiment::TriedPlan;

Json goal_of(const SearchReport& report) {
  const experiment::Outcome& outcome = (*report.outcomes)[report.order->goal.outcome];
  Json goal;
  goal["measure"] = outcome.name;
  goal["service"] = outcome.subject;
  goal["kind"] = model::word(outcome.subject_kind);
  goal["group"] = outcome.group;
  goal["unit"] = outcome.unit;
  goal["date"] = outcome.of_whole_run() ? outcome.label : outcome.date;
  goal["want"] = report.order->goal.least ? "least" : "most";
  goal["worth_having"] = report.order->worth_having;
  return goal;
}

Json budget_of(const SearchReport& report) {
  const experiment::Purse& purse = report.order->purse;
  if (!purse.limit) return nullptr;
  Json budget;
  budget["at_most"] = purse.limit->at_most;
  budget["give_or_take"] = purse.limit->tolerance;
  budget["over"] = purse.a_year ? "a year" : "whole run";
  budget["paid_by"] = report.paid_by.empty() ? Json("all") : Json(report.paid_by);
  return budget;
}

Json plan_of(const SearchReport& report, std::size_t index) {
  const SearchResult& result = *report.result;
  const TriedPlan& tried = result.tried[index];
  const scenario::SearchSpace& space = *report.order->space;
  Json plan;
  plan["plan"] = tried.title;
  for (std::size_t lever = 0; lever < space.levers(); ++lever)
    plan["levers"][space.lever(lever)] = space.way(lever, tried.point[lever]);
  plan["fate"] = fate_word(result, index);
  if (tried.standing.by) plan["lost_to"] = result.tried[*tried.standing.by].title;
  if (tried.standing.after > 0) plan["after"] = tried.standing.after;
  plan["replications"] = tried.replications;
  plan["goal"] = interval(tried.goal);
  plan["change"] = interval(tried.change.interval);
  plan["extra_cost"] = interval(tried.extra_cost);
  if (result.best && result.best != index) plan["chance_better"] = number(tried.chance_better);
  plan["front"] = kFronts[static_cast<std::size_t>(tried.front)];
  return plan;
}

}  // namespace

std::string search_json(const SearchReport& report) {
  const SearchResult& result = *report.result;
  Json document;
  document["format"] = kResultsFormat;
  document.update(described(report.description));
  document["search"] = report.title;
  document["goal"] = goal_of(report);
  document["budget"] = budget_of(report);
  document["ended"] = kSearchEnds[static_cast<std::size_t>(result.end)];
  document["partial"] = result.end == experiment::SelectionEnd::interrupted;
  document["best"] = result.best ? Json(result.tried[*result.best].title) : Json();
  document["could_be_best"] = Json::array();
  for (const std::size_t i : result.in_the_race) document["could_be_best"].push_back(result.tried[i].title);
  document["chance_best"] = result.best ? number(result.chance_best) : Json();
  document["chance_best_or_within_worth_having"] = result.best ? number(result.chance_good) : Json();
  document["plans_possible"] = result.plans;
  document["plans_tried"] = result.tried.size();
  document["method"] = result.all_tried ? "all plans" : "adaptive hyperbox, then selection";
  document["replications"] = result.replications;
  document["replications_before_selection"] = result.replications_before;
  document["replications_of_equal_allocation"] = number(result.equal_allocation);
  document["plans"] = Json::array();
  for (std::size_t i = 0; i < result.tried.size(); ++i) document["plans"].push_back(plan_of(report, i));
  document["impossible"] = Json::array();
  for (const experiment::ImpossiblePlan& plan : result.impossible)
    document["impossible"].push_back(Json{{"plan", plan.title}, {"reason", plan.reason}});
  return readable(document);
}

}  // namespace sendcap::report
