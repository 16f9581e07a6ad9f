#include "standing_rows.hpp"

#include "plan_table.hpp"
#include "year_ends.hpp"

namespace sendcap::report {
namespace {

constexpr std::size_t kLabel = 34;
constexpr std::size_t kStart = 13;
constexpr std::size_t kEnd = kTableWidth - kLabel - kStart;

// A label too long for its column stands on a line of its own.
std::string row(const std::string& label, const std::string& start, const std::string& end) {
  // Two numbers too long for their columns stay two numbers.
  const std::string between = width(end) >= kEnd && !start.empty() ? " " : "";
  const std::string numbers = right_aligned(start, kStart) + between + right_aligned(end, kEnd) + '\n';
  if (width(label) > kLabel) return label + '\n' + std::string(kLabel, ' ') + numbers;
  return left_aligned(label, kLabel) + numbers;
}

}  // namespace

void StandingRows::heading(const std::string& title, const std::string& start, const std::string& end) {
  text_ += '\n' + row(title, start, end);
}

void StandingRows::heading(const std::string& title) {
  const auto& dates = plan_.layout().dates;
  heading(title, "at the start", "at the end");
  text_ += row("", dates.front().date, dates[dates.size() - 2].date);
}

void StandingRows::standing(const std::string& label, const Subject& subject, model::MeasureId measure,
                            Style style) {
  const auto start = plan_.at_start(subject, measure);
  const auto end = plan_.at_end(subject, measure);
  if (!start && !end) return;
  text_ += row("  " + label, start ? shown_mean(*start, style) : "", end ? shown(*end, style) : "");
}

void StandingRows::year_before(const Subject& subject, model::MeasureId measure, Style style) {
  const std::optional<std::size_t> date = year_before_end(plan_.layout());
  if (date && !in_one_month(plan_.layout()))
    flow("  on " + plan_.layout().dates[*date].date, plan_.at(subject, measure, *date), style);
}

void StandingRows::flow(const std::string& label, const std::optional<engine::Interval>& number,
                        Style style) {
  if (number) text_ += row("  " + label, "", shown(*number, style));
}

}  // namespace sendcap::report
