#include <fmt/format.h>

#include <string>

#include "outcome_words.hpp"
#include "plan_table.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

constexpr std::size_t kLabel = 48;
constexpr std::size_t kChance = kTableWidth - kLabel;

Style style_of(const std::string& unit) {
  return unit == "share" ? Style::share : Style::plain;
}

}  // namespace

std::string targets_table(const experiment::TargetRecord& record, const PlanView& plan, double level) {
  if (record.targets().empty()) return {};
  std::string text =
      '\n' + left_aligned("TARGETS", kLabel) + right_aligned("chance that it is met", kChance) + '\n';
  for (std::size_t t = 0; t < record.targets().size(); ++t) {
    const experiment::TargetCell& target = record.targets()[t];
    const model::Column& column = plan.layout().columns[target.column];
    const bool known = record.value(t).count() > 0;
    const std::string chance = known ? shown(record.chance(t, level), Style::share) : "nobody to measure";
    const bool fits = width(target.name) < kLabel;
    if (!fits) text += wrapped(target.name, kTableWidth);
    text += left_aligned(fits ? target.name : "", kLabel) + right_aligned(chance, kChance) + '\n';
    text += fmt::format("  {}: {} wanted", plan.layout().dates[target.date].date,
                        wanted_words(target, column.unit));
    if (known)
      text +=
          "; expected " + shown(engine::student_t_interval(record.value(t), level), style_of(column.unit));
    text += '\n';
  }
  return text;
}

}  // namespace sendcap::report
