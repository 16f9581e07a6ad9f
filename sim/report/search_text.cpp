#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "outcome_words.hpp"
#include "plan_table.hpp"
#include "sendcap/report/search_report.hpp"

namespace sendcap::report {
namespace {

using experiment::Fate;
using experiment::Front;
using experiment::Outcome;
using experiment::SearchResult;
using experiment::SelectionEnd;
using experiment::TriedPlan;

constexpr std::size_t kMostRows = 12;  // of a table of plans; all of them stand in the CSV
constexpr std::size_t kHalf = 38;

class SearchText {
 public:
  explicit SearchText(const SearchReport& report)
      : report_(report),
        result_(*report.result),
        order_(*report.order),
        outcome_((*report.outcomes)[report.order->goal.outcome]) {}

  std::string write() {
    heading();
    if (result_.best)
      best();
    else if (result_.in_the_race.empty())
      nobody();
    else
      open();
    front();
    others();
    effort();
    return std::move(text_);
  }

 private:
  void line(const std::string& sentence) { text_ += wrapped(sentence, kTableWidth); }
  void item(const std::string& sentence) { text_ += hanging("  - ", sentence, kTableWidth); }

  void heading() {
    line(report_.title);
    line(report_.description.title);
    line(fmt::format("{} to {}; seed {}, common random numbers; in brackets the {:.6g}% interval",
                     report_.first_day, report_.last_day, report_.description.seed, order_.confidence * 100));
    text_ += '\n';
    line(fmt::format("Goal: the {} {}, {}{}, {}; worth having: a difference of {}",
                     order_.goal.least ? "least" : "most", measure_words(outcome_), subject_words(outcome_),
                     outcome_.is_total() ? "" : ", " + outcome_.group, when_words(outcome_), worth()));
    if (order_.purse.limit)
      line(fmt::format("Budget: at most {}{} beyond the scenario as it stands, give or take {}{}",
                       pounds(order_.purse.limit->at_most), a_year(), pounds(order_.purse.limit->tolerance),
                       report_.paid_by.empty() ? "" : "; paid by " + report_.paid_by));
    line(result_.all_tried
             ? fmt::format("All {} plans that the levers allow were tried.", result_.plans)
             : fmt::format("{} of {} plans that the levers allow were tried: those that a random "
                           "search (adaptive hyperbox, {} starts) looked at.",
                           result_.tried.size(), shown(static_cast<double>(result_.plans), 0),
                           result_.climbs));
  }

  [[nodiscard]] std::string worth() const {
    if (outcome_.unit == "share") return fmt::format("{:.6g} percentage points", order_.worth_having * 100);
    return fmt::format("{:.6g} {}", order_.worth_having, outcome_.unit);
  }
  static std::string pounds(double amount) { return pounds_shown({amount, amount, amount}); }
  [[nodiscard]] std::string a_year() const { return order_.purse.a_year ? " a year" : " in all"; }

  [[nodiscard]] std::string goal_shown(const engine::Interval& goal) const {
    return outcome_.unit == "share" ? shown(goal, Style::share) : shown(goal);
  }

  void best() {
    const TriedPlan& plan = result_.tried[*result_.best];
    text_ += "\nBEST\n";
    text_ += hanging("  ", plan.title, kTableWidth);
    item(changed(plan) + ".");
    item(costs(plan) + ".");
    item(fmt::format(
        "Promise: if one of the {} plans tried{} is better than all others by {} or more, the best "
        "is found with at least {:.6g}% confidence. Plans nearer to each other than that count as "
        "equally good. Of plans never tried nothing is promised.",
        result_.tried.size(), order_.purse.limit ? " and within the budget" : "", worth(),
        order_.confidence * 100));
    item(fmt::format(
        "Given what was seen, the chance that it is the best of these is at least {}; that none of "
        "them is better by more than {}, at least {}.",
        chance(result_.chance_best), worth(), chance(result_.chance_good)));
  }

  // A chance that is not certain is not shown as if it were.
  static std::string chance(double value) {
    if (value >= 1) return "100%";
    return value > 0.999 ? "99.9%" : shown(std::floor(value * 1000) / 1000, 1, Style::share);
  }

  [[nodiscard]] std::string changed(const TriedPlan& plan) const {
    const experiment::Difference& change = plan.change;
    const std::string value = fmt::format("{}: {}", measure_words(outcome_), goal_shown(plan.goal));
    if (change.verdict == experiment::Verdict::exactly_same)
      return value + ", exactly as in the scenario as it stands";
    const Amount amount = amount_of(change.interval, outcome_.unit);
    return fmt::format("{}, which is {} {} than in the scenario as it stands{}", value, amount.text,
                       amount.less ? (outcome_.unit == "children" ? "fewer" : "less") : "more",
                       change.clear() ? "" : " (unclear)");
  }

  [[nodiscard]] std::string costs(const TriedPlan& plan) const {
    if (order_.purse.spent.empty()) return "The scenario knows no spending";
    const engine::Interval& cost = plan.extra_cost;
    if (cost.low == 0 && cost.high == 0) return "It costs as much as the scenario as it stands";
    const bool saves = cost.mean < 0;
    const engine::Interval size = saves ? engine::Interval{-cost.mean, -cost.high, -cost.low} : cost;
    return fmt::format("It {} {}{} beyond the scenario as it stands{}", saves ? "saves" : "costs",
                       pounds_shown(size), a_year(),
                       report_.paid_by.empty() ? "" : ", paid by " + report_.paid_by);
  }

  void nobody() {
    text_ += '\n';
    if (result_.tried.empty()) return line("No plan can be: the changes of none go together.");
    const auto cheapest = std::min_element(
        result_.tried.begin(), result_.tried.end(),
        [](const TriedPlan& a, const TriedPlan& b) { return a.extra_cost.mean < b.extra_cost.mean; });
    line(fmt::format(
        "NO PLAN IS WITHIN THE BUDGET: even the cheapest, '{}', costs {}{} beyond the scenario as it "
        "stands.",
        cheapest->title, pounds_shown(cheapest->extra_cost), a_year()));
  }

  void open() {
    text_ += '\n';
    const std::string why = result_.end == SelectionEnd::time_over     ? "the time was over"
                            : result_.end == SelectionEnd::interrupted ? "it was stopped early"
                                                                       : "replications ran out";
    line(fmt::format("NOT SETTLED, as {}: these {} plans could be best.", why, result_.in_the_race.size()));
    table(result_.in_the_race);
  }

  [[nodiscard]] std::string change_shown(const TriedPlan& plan) const {
    if (plan.change.verdict == experiment::Verdict::exactly_same) return "the same";
    if (!plan.change.clear()) return "unclear";
    return signed_amount(plan.change.interval, outcome_.unit);
  }

  // Two lines for each plan: figures, then what it is.
  void table(std::vector<std::size_t> plans) {
    const auto unseen = [&](std::size_t i) { return result_.tried[i].replications == 0; };  // stopped early
    plans.erase(std::remove_if(plans.begin(), plans.end(), unseen), plans.end());
    std::stable_sort(plans.begin(), plans.end(), [&](std::size_t a, std::size_t b) {
      return result_.tried[a].extra_cost.mean < result_.tried[b].extra_cost.mean;
    });
    text_ += right_aligned("extra cost" + a_year(), kHalf) + "  " +
             right_aligned("change of the goal", kTableWidth - kHalf - 2) + '\n';
    std::size_t rows = 0;
    for (const std::size_t i : plans) {
      if (++rows > kMostRows && result_.best != i) continue;
      const TriedPlan& plan = result_.tried[i];
      text_ += left_aligned(result_.best == i ? "*" : "", 2) +
               right_aligned(pounds_shown(plan.extra_cost), kHalf - 2) + "  " +
               right_aligned(change_shown(plan), kTableWidth - kHalf - 2) + '\n' +
               hanging("    ", plan.title, kTableWidth);
    }
    if (rows > kMostRows) text_ += fmt::format("  and {} more, in search.csv\n", rows - kMostRows);
  }

  void front() {
    std::vector<std::size_t> on_it;
    std::size_t near = 0;
    for (std::size_t i = 0; i < result_.tried.size(); ++i) {
      if (result_.tried[i].front == Front::on_it) on_it.push_back(i);
      if (result_.tried[i].front == Front::not_clearly_beaten) ++near;
    }
    if (on_it.empty() || order_.purse.spent.empty()) return;
    text_ += '\n';
    line("COST AGAINST BENEFIT, plans that no other beats on both, within budget or not");
    table(std::move(on_it));
    if (near > 0)
      line(fmt::format("{} more {} seem{} beaten by one of these, but not clearly so: see search.csv.", near,
                       near == 1 ? "plan" : "plans", near == 1 ? "s" : ""));
  }

  void others() {
    std::size_t dear = 0;
    std::size_t beaten = 0;
    std::size_t same = 0;
    for (const TriedPlan& plan : result_.tried) {
      if (plan.standing.fate == Fate::too_dear) ++dear;
      if (plan.standing.fate == Fate::beaten) ++beaten;
      if (plan.standing.fate == Fate::as_good) ++same;
    }
    if (dear + beaten + same + result_.impossible.size() == 0) return;
    text_ += "\nWHY OTHERS FELL OUT\n";
    const auto told = [&](std::size_t count, const std::string& why) {
      if (count > 0) item(fmt::format("{} {} {}.", count, count == 1 ? "plan" : "plans", why));
    };
    told(beaten, "clearly beaten by one within the budget");
    told(same, "exactly as good as another that costs no more, in every replication");
    told(dear, "over the budget");
    told(result_.impossible.size(), "not possible, as the changes do not go together");
  }

  void effort() {
    text_ += "\nWHAT IT TOOK\n";
    std::string sentence =
        fmt::format("{} replications in all", shown(static_cast<double>(result_.replications), 0));
    if (result_.replications_before > 0)
      sentence += fmt::format(", {} of them to find the plans worth trying",
                              shown(static_cast<double>(result_.replications_before), 0));
    if (result_.equal_allocation > 0)
      sentence += fmt::format(
          ". As many of each plan would have needed about {} for the same promise (estimated "
          "after Clark and Yang 1986)",
          shown(result_.equal_allocation, 0));
    item(sentence + ".");
    item(fmt::format("Chosen with the procedure KN (Kim and Nelson 2001){}{}.",
                     order_.purse.limit ? ", the budget checked after Andradóttir and Kim (2010)" : "",
                     result_.all_tried
                         ? ""
                         : ", among plans found with the adaptive hyperbox algorithm (Xu, Nelson "
                           "and Hong 2013)"));
  }

  const SearchReport& report_;
  const SearchResult& result_;
  const experiment::SearchOrder& order_;
  const Outcome& outcome_;
  std::string text_;
};

}  // namespace

std::string search_text(const SearchReport& report) {
  return SearchText(report).write();
}

}  // namespace sendcap::report
