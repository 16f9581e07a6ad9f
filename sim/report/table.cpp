#include "sendcap/report/table.hpp"

#include <fmt/format.h>

#include "csv_text.hpp"
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
      fmt::format("{} (widest: ±{}, {})", shown(*description.precision, 1, Style::percent),
                  shown(plan.outcome.widest, 1, Style::percent), plan.outcome.widest_measure);
  return text +
         wrapped(
             (plan.outcome.precision_reached ? "Precision reached: ±" : "Precision not reached: ±") + reached,
             kTableWidth);
}

std::string differences(const RunDescription& description, const PlanResults& plan,
                        const std::string& baseline) {
  if (plan.differences.empty()) return {};
  constexpr std::size_t kLabel = 52;
  std::string text =
      '\n' + wrapped(fmt::format("DIFFERENCE to {}, same random numbers", baseline), kTableWidth);
  for (const PairedDifference& difference : plan.differences) {
    if (difference.tally.count() == 0) continue;
    const model::Column& column = *difference.column;
    const bool in_children = column.measure == model::MeasureId::waiting;
    const std::string what = in_children ? column.name : fmt::format("{} ({})", column.name, column.unit);
    const engine::Interval interval = engine::student_t_interval(difference.tally, description.level);
    const bool none = difference.tally.minimum() == 0 && difference.tally.maximum() == 0;
    const std::string about = column.subject_kind == model::SubjectKind::placement
                                  ? std::string("placement")
                                  : fmt::format("{} ({})", column.subject, kind_name(column.subject_kind));
    text += left_aligned(about, kTableWidth - 1).append("\n");
    text += left_aligned("  " + what, kLabel) +
            right_aligned(none ? "none" : shown(interval, Style::signed_plain), kTableWidth - kLabel) + '\n';
  }
  return text;
}

}  // namespace

std::string table(const RunDescription& description, const std::vector<PlanResults>& plans) {
  std::string text = wrapped(description.title, kTableWidth);
  for (const PlanResults& plan : plans) {
    const PlanView view(plan, description.level);
    text += heading(description, plan, plans.size() > 1);
    text += view.single_period() ? averages_table(view) : lists_table(view);
    text += places_table(view);
    text += differences(description, plan, plans.front().name);
  }
  return text;
}

}  // namespace sendcap::report
