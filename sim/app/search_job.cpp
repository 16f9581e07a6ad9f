#include "search_job.hpp"

#include <fmt/format.h>

#include <sstream>
#include <string>
#include <utility>

#include "sendcap/experiment/search.hpp"
#include "sendcap/report/search_report.hpp"
#include "sendcap/scenario/language/writer.hpp"
#include "sendcap/scenario/language/yaml.hpp"
#include "workbench.hpp"

namespace sendcap::app {
namespace {

experiment::SearchOrder order_of(const SearchJob& job, const PreparedSearch& prepared) {
  experiment::SearchOrder order;
  order.space = prepared.space.get();
  order.goal = prepared.goal;
  order.purse = prepared.purse;
  order.confidence = job.confidence;
  order.most_replications = job.most_replications;
  order.most_plans = job.most_plans;
  order.seconds = job.seconds;
  const auto& said = prepared.search.goal.worth_having;
  if (!job.worth_having && !said)
    throw UsageFault("the search does not say what difference is worth having",
                     "write `worth having: 2` within `goal`, in the unit of the measure, or give --worth 2");
  order.worth_having = job.worth_having ? *job.worth_having : said->value;
  return order;
}

std::string payers_of(const std::optional<scenario::Budget>& budget) {
  std::string text;
  if (budget)
    for (const scenario::Payer payer : budget->paid_by)
      text += (text.empty() ? "" : ", ") +
              std::string(scenario::enum_words(scenario::Payer{})[static_cast<std::size_t>(payer)]);
  return text;
}

// As a file for `sendcap compare`.
std::string plan_file(const PreparedSearch& prepared, const experiment::SearchResult& result,
                      const report::RunDescription& description) {
  const experiment::TriedPlan& best = result.tried[*result.best];
  scenario::Plan plan = prepared.space->plan(best.point);
  plan.description =
      fmt::format("Found by sendcap search {}: {}. Seed {}; the best of {} plans.",
                  description.program_version, prepared.search.title, description.seed, result.tried.size());
  return scenario::to_yaml(scenario::write(plan));
}

experiment::SearchResult searched(Workbench& bench, const experiment::SearchOrder& order) {
  try {
    return experiment::search(bench.trials(), order, [&] { return bench.elapsed_seconds(); });
  } catch (const experiment::GoalWithoutValue& fault) {
    throw UsageFault(fault.what(), "take a measure that always has one, such as how many are waiting");
  }
}

}  // namespace

ExitCode do_search(const SearchJob& job) {
  Workbench bench(job.common);
  const experiment::SearchOrder order = order_of(job, bench.search());
  const experiment::SearchResult result = searched(bench, order);
  report::SearchReport report;
  report.description = bench.description();
  report.description.level = job.confidence;
  report.title = bench.search().search.title;
  report.result = &result;
  report.order = &order;
  report.outcomes = &bench.outcomes();
  report.first_day = bench.first_day();
  report.last_day = bench.last_day();
  report.paid_by = payers_of(bench.search().search.budget);
  std::ostringstream csv;
  report::write_search_csv(csv, report);
  std::vector<Answer> answers{{"search.txt", report::search_text(report)},
                              {"search.json", report::search_json(report)},
                              {"search.csv", csv.str()}};
  if (result.best)
    answers.push_back({"best-plan.yaml", plan_file(bench.search(), result, report.description)});
  return bench.answer(answers, result.end == experiment::SelectionEnd::interrupted);
}

}  // namespace sendcap::app
