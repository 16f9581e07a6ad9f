#include <fmt/format.h>

#include <string>
#include <vector>

#include "plan_table.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using experiment::Compared;
using experiment::Inequality;
using model::MeasureId;
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

class InequalityTable {
 public:
  InequalityTable(const Inequality& inequality, const PlanView& plan, double level)
      : inequality_(inequality), plan_(plan), level_(level) {}

  std::string write() {
    for (std::size_t c = 0; c < inequality_.compared().size(); ++c)
      if (is_headline(inequality_.compared()[c])) write(c);
    return text_;
  }

 private:
  // At the end of the run: median waits on pathways, and those without a place.
  [[nodiscard]] bool is_headline(const Compared& compared) const {
    const model::Column& column = plan_.layout().columns[compared.value.front().column];
    if (compared.date + 2 != plan_.layout().dates.size()) return false;
    if (column.measure == MeasureId::without_a_place) return true;
    return column.measure == MeasureId::wait_of_waiting_median &&
           column.subject_kind == SubjectKind::pathway &&
           plan_.leads_to_somebody({column.subject_kind, column.subject_index, column.subject});
  }

  void write(std::size_t c) {
    bool any = false;
    for (std::size_t d = 0; d < inequality_.dimensions(); ++d) {
      if (!inequality_.has_gap(c, d)) continue;
      const experiment::Gap gap = inequality_.gap(c, d, level_);
      if (!(gap.difference.low > 0)) continue;
      if (!any) title(inequality_.compared()[c]);
      any = true;
      row(inequality_.compared()[c], plan_.layout().dimensions[d].name, gap);
    }
  }

  void title(const Compared& compared) {
    if (text_.empty())
      text_ = '\n' + wrapped(
                         "UNEQUAL at the end, beyond chance: median waits so far, and shares, of the group "
                         "with the lowest and that with the highest",
                         kTableWidth);
    text_ += compared.subject_kind == SubjectKind::plans
                 ? "without a place, of those with a plan\n"
                 : fmt::format("{} ({})\n", compared.subject, compared.unit);
  }

  void row(const Compared& compared, const std::string& dimension, const experiment::Gap& gap) {
    const Style style = compared.unit == "share" ? Style::share : Style::plain;
    const auto side = [&](std::size_t group, const engine::Interval& value) {
      return fmt::format("{} ({})", shown_mean(value, style), value_name(plan_.layout().groups[group]));
    };
    text_ += indented(fmt::format("{}: {} to {}; gap {}", dimension, side(gap.lowest, gap.lowest_value),
                                  side(gap.highest, gap.highest_value), shown(gap.difference, style)));
  }

  const Inequality& inequality_;
  const PlanView& plan_;
  double level_;
  std::string text_;
};

}  // namespace

std::string inequality_table(const Inequality& inequality, const PlanView& plan, double level) {
  return InequalityTable(inequality, plan, level).write();
}

}  // namespace sendcap::report
