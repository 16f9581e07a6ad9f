#include <fmt/format.h>

#include <string>

#include "plan_table.hpp"
#include "shown_number.hpp"
#include "unequal.hpp"

namespace sendcap::report {
namespace {

using experiment::Compared;
using experiment::Inequality;
using model::SubjectKind;

// `Redditch` of `district: Redditch`
std::string value_name(const std::string& group) {
  return group.substr(group.find(": ") + 2);
}

// In lines that begin with two spaces, the further ones with four.
std::string indented(const std::string& text) {
  constexpr std::size_t kIndent = 4;
  const std::string lines = wrapped(text, kTableWidth - kIndent);
  std::string all = "  ";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    all += lines[i];
    if (lines[i] == '\n' && i + 1 < lines.size()) all.append(kIndent, ' ');
  }
  return all;
}

std::string title(const Compared& compared) {
  if (compared.subject_kind == SubjectKind::plans) return "without a place, of those with a plan\n";
  return fmt::format("{} ({})\n", compared.subject, compared.unit);
}

std::string row(const Unequal& one, const model::MeasureLayout& layout) {
  const Style style = one.compared->unit == "share" ? Style::share : Style::plain;
  const auto side = [&](std::size_t group, const engine::Interval& value) {
    return fmt::format("{} ({})", shown_mean(value, style), value_name(layout.groups[group]));
  };
  return indented(fmt::format("{}: {} to {}; gap {}", layout.dimensions[one.dimension].name,
                              side(one.gap.lowest, one.gap.lowest_value),
                              side(one.gap.highest, one.gap.highest_value),
                              shown(one.gap.difference, style)));
}

}  // namespace

std::string inequality_table(const Inequality& inequality, const PlanView& plan, double level) {
  std::string text;
  const Compared* last = nullptr;
  for (const Unequal& one : unequal_at_end(inequality, plan.layout(), level)) {
    if (last == nullptr)
      text = '\n' + wrapped(
                        "UNEQUAL at the end, beyond chance: median waits so far, and shares, of the group "
                        "with the lowest and that with the highest",
                        kTableWidth);
    if (one.compared != last) text += title(*one.compared);
    last = one.compared;
    text += row(one, plan.layout());
  }
  return text;
}

}  // namespace sendcap::report
