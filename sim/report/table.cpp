#include "sendcap/report/table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "interval_caveat.hpp"
#include "plan_table.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

std::string heading(const RunDescription& description, const PlanResults& plan, bool several) {
  const auto& dates = plan.model->layout.dates;
  std::string text;
  if (several) {
    text += '\n' + std::string(kTableWidth, '=') + '\n' +
            wrapped(fmt::format("Plan: {}", plan.name), kTableWidth);
    if (!plan.description.empty()) text += wrapped(plan.description, kTableWidth);
  }
  const std::uint32_t replications = plan.outcome.replications;
  text += wrapped(
      fmt::format("{} to {}; {} replication{}, seed {}{}", dates.front().date, dates[dates.size() - 2].date,
                  replications, replications == 1 ? "" : "s", description.seed,
                  replications > 1
                      ? fmt::format("; in brackets the {:.6g}% interval of the mean", description.level * 100)
                      : "; one replication has no interval"),
      kTableWidth);
  if (plan.outcome.interrupted) text += "Stopped early: these are partial results.\n";
  if (!description.precision || plan.outcome.interrupted) return text;
  const std::string reached =
      fmt::format("{} (widest: ±{}, {})", shown(*description.precision, 1, Style::share),
                  shown(plan.outcome.widest, 1, Style::share), plan.outcome.widest_measure);
  return text +
         wrapped(
             (plan.outcome.precision_reached ? "Precision reached: ±" : "Precision not reached: ±") + reached,
             kTableWidth);
}

// `waiting at the end`, `wait of those seen, mean (weeks)`.
std::string headline(const model::Column& column) {
  if (column.measure == model::MeasureId::waiting) return "children waiting at the end";
  if (column.measure == model::MeasureId::children_there) return "children there at the end";
  return fmt::format("{} ({})", column.name, column.unit);
}

std::string subject_of(const model::Column& column) {
  if (column.subject_kind == model::SubjectKind::placement) return "waiting for a place";
  return fmt::format("{} ({})", column.subject, model::word(column.subject_kind));
}

// Whether chance alone may have made a difference; that of one pair has no interval to tell.
bool is_unclear(const engine::Interval& interval) {
  return std::isfinite(interval.half_width()) && interval.low <= 0 && interval.high >= 0;
}

// With the same random numbers, what a plan does not touch is exactly as it was; it is not listed.
std::string differences(const RunDescription& description, const PlanResults& plan,
                        const std::string& baseline) {
  if (plan.differences.empty()) return {};
  constexpr std::size_t kLabel = 45;
  std::string text = '\n' + wrapped(fmt::format("DIFFERENCE of {} to {}", plan.name, baseline), kTableWidth);
  std::string last_subject;
  std::size_t unclear = 0;
  for (const PairedDifference& difference : plan.differences) {
    const engine::Tally& tally = difference.tally;
    if (tally.count() == 0 || (tally.minimum() == 0 && tally.maximum() == 0)) continue;
    const engine::Interval interval = engine::student_t_interval(tally, description.level);
    if (is_unclear(interval)) {
      ++unclear;
      continue;
    }
    const std::string subject = subject_of(*difference.column);
    if (subject != last_subject) text += subject + '\n';
    last_subject = subject;
    text += left_aligned("  " + headline(*difference.column), kLabel) +
            right_aligned(shown(interval, Style::signed_plain), kTableWidth - kLabel) + '\n';
  }
  if (last_subject.empty() && unclear == 0) return text + "Nothing differs.\n";
  if (last_subject.empty()) text += "Nothing differs clearly.\n";
  if (unclear > 0)
    text += wrapped(fmt::format("Unclear, as the interval reaches to both sides of 0: {} further measure{}.",
                                unclear, unclear == 1 ? "" : "s"),
                    kTableWidth);
  return text + "All else is exactly the same.\n";
}

// From what is asked first to the details.
std::string world(const PlanView& view, const PlanResults& plan, double level) {
  std::string text = plans_table(view) + pathways_table(view) + placement_table(view) + clocks_table(view);
  if (plan.inequality != nullptr) text += inequality_table(*plan.inequality, view, level);
  return text + happenings_table(view) + money_table(view) + services_table(view);
}

}  // namespace

std::string table(const RunDescription& description, const std::vector<PlanResults>& plans) {
  std::string text = wrapped(description.title, kTableWidth);
  bool intervals = false;
  for (const PlanResults& plan : plans) {
    const PlanView view(plan, description.level);
    text += heading(description, plan, plans.size() > 1);
    if (plan.targets != nullptr) text += targets_table(*plan.targets, view, description.level);
    text += view.single_period() ? averages_table(view) : world(view, plan, description.level);
    text += places_table(view);
    text += differences(description, plan, plans.front().name);
    intervals = intervals || plan.outcome.replications > 1;
  }
  if (intervals) text += '\n' + wrapped(interval_caveat(), kTableWidth);
  return text;
}

}  // namespace sendcap::report
