#include <fmt/format.h>

#include <vector>

#include "plan_table.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using MaybeInterval = std::optional<engine::Interval>;

constexpr std::size_t kLabel = 34;
constexpr std::size_t kStart = 13;
constexpr std::size_t kEnd = kTableWidth - kLabel - kStart;

std::string row(const std::string& label, const std::string& start, const std::string& end) {
  return left_aligned(label, kLabel) + right_aligned(start, kStart) + right_aligned(end, kEnd) + '\n';
}

class ListsTable {
 public:
  explicit ListsTable(const PlanView& plan) : plan_(plan) {}

  std::string write() {
    std::vector<Subject> pathways;
    for (const model::Column& column : plan_.layout().columns)
      if (column.subject_kind == SubjectKind::pathway && column.measure == MeasureId::waiting)
        pathways.push_back({column.subject_kind, column.subject_index, column.subject});
    section("PATHWAYS, until first contact", pathways);
    std::vector<Subject> services;
    for (const model::Column& column : plan_.layout().columns)
      if (column.subject_kind == SubjectKind::service && column.measure == MeasureId::waiting)
        services.push_back({column.subject_kind, column.subject_index, column.subject});
    section("SERVICES, their own queues", services);
    if (plan_.model().has_placement)
      section("PLACEMENT", {{SubjectKind::placement, 0, "waiting for a place"}});
    return std::move(text_);
  }

 private:
  void section(const std::string& title, const std::vector<Subject>& subjects) {
    bool any = false;
    for (const Subject& subject : subjects) {
      if (!plan_.has_children(subject)) continue;
      if (!any) {
        const auto& dates = plan_.layout().dates;
        text_ += '\n' + row(title, "at the start", "at the end");
        text_ += row("", dates.front().date, dates[dates.size() - 2].date);
      }
      any = true;
      list(subject);
    }
  }

  void list(const Subject& subject) {
    const std::string unit = plan_.wait_unit();
    text_ += subject.name + '\n';
    standing(subject, MeasureId::waiting, "children waiting");
    standing(subject, MeasureId::wait_of_waiting_median, fmt::format("median wait so far ({})", unit));
    standing(subject, MeasureId::wait_of_waiting_p90, fmt::format("9 in 10 within ({})", unit));
    if (unit == "weeks")
      standing(subject, MeasureId::waiting_within_18_weeks, "waiting up to 18 weeks", Style::share);
    flow("referred a month", plan_.a_month(subject, MeasureId::referrals));
    flow(subject.kind == SubjectKind::placement ? "placed a month" : "seen a month",
         plan_.a_month(subject, MeasureId::seen));
    const MaybeInterval load = plan_.whole_run(subject, MeasureId::load);
    if (!load) return;
    flow("load (demand to capacity)", load, Style::percent);
    const std::string note = note_on(plan_.demand_of(subject));
    if (!note.empty()) text_ += right_aligned(note, kTableWidth) + '\n';
  }

  // As it stands at the start and at the end.
  void standing(const Subject& subject, MeasureId measure, const std::string& label,
                Style style = Style::plain) {
    const MaybeInterval start = plan_.at_start(subject, measure);
    const MaybeInterval end = plan_.at_end(subject, measure);
    if (!start && !end) return;
    text_ += row("  " + label, start ? shown_mean(*start, style) : "", end ? shown(*end, style) : "");
  }

  void flow(const std::string& label, const MaybeInterval& number, Style style = Style::plain) {
    if (number) text_ += row("  " + label, "", shown(*number, style));
  }

  const PlanView& plan_;
  std::string text_;
};

}  // namespace

std::string lists_table(const PlanView& plan) {
  return ListsTable(plan).write();
}

std::string note_on(Demand demand) {
  switch (demand) {
    case Demand::bearable:
      return {};
    case Demand::perhaps_too_much:
      return "demand may exceed capacity";
    case Demand::some_leave:
      return "demand exceeds capacity: some leave unseen";
    case Demand::list_grows:
      break;
  }
  return "demand exceeds capacity: the list grows";
}

}  // namespace sendcap::report
