#include <fmt/format.h>

#include <vector>

#include "pace.hpp"
#include "plan_table.hpp"
#include "standing_rows.hpp"
#include "year_ends.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;

class ListsTable {
 public:
  explicit ListsTable(const PlanView& plan) : plan_(plan), rows_(plan) {}

  std::string pathways() {
    std::vector<Subject> shown;
    for (const Subject& pathway : subjects(SubjectKind::pathway))
      if (plan_.leads_to_somebody(pathway)) shown.push_back(pathway);
    section("PATHWAYS, until first contact", shown);
    if (rows_.text().empty()) return {};
    return rows_.text() + '\n' + wrapped(how_to_read(), kTableWidth);
  }

  std::string services() {
    section("SERVICES, their own queues", subjects(SubjectKind::service));
    return rows_.text();
  }

  std::string placement() {
    if (plan_.model().has_placement)
      section("PLACEMENT", {{SubjectKind::placement, 0, "waiting for a place"}});
    return rows_.text();
  }

 private:
  [[nodiscard]] std::vector<Subject> subjects(SubjectKind kind) const {
    std::vector<Subject> all;
    for (const model::Column& column : plan_.layout().columns)
      if (column.subject_kind == kind && column.measure == MeasureId::waiting)
        all.push_back({column.subject_kind, column.subject_index, column.subject});
    return all;
  }

  void section(const std::string& title, const std::vector<Subject>& subjects) {
    bool any = false;
    for (const Subject& subject : subjects) {
      if (!plan_.has_children(subject)) continue;
      if (!any) rows_.heading(title);
      any = true;
      list(subject);
    }
  }

  // Of a service only its queue: children may come to it several times, so that what they face stands with
  // the pathways.
  void list(const Subject& subject) {
    const std::string unit = plan_.wait_unit();
    const bool of_children = subject.kind != SubjectKind::service;
    rows_.line(subject.name);
    rows_.standing("children waiting", subject, MeasureId::waiting);
    if (of_children) rows_.year_before(subject, MeasureId::waiting);
    rows_.standing(fmt::format("median wait so far ({})", unit), subject, MeasureId::wait_of_waiting_median);
    if (of_children) rows_.year_before(subject, MeasureId::wait_of_waiting_median);
    if (of_children)
      rows_.standing(fmt::format("mean wait so far ({})", unit), subject, MeasureId::wait_of_waiting_mean);
    rows_.standing(fmt::format("9 in 10 within ({})", unit), subject, MeasureId::wait_of_waiting_p90);
    if (unit == "weeks")
      rows_.standing("waiting up to 18 weeks", subject, MeasureId::waiting_within_18_weeks, Style::share);
    rows_.flow("referred a month", plan_.a_month(subject, MeasureId::referrals));
    const std::string seen = subject.kind == SubjectKind::placement ? "placed" : "seen";
    rows_.flow(seen + " a month", plan_.a_month(subject, MeasureId::seen));
    if (of_children) seen_and_pace(subject, seen, unit);
    const std::optional<engine::Interval> load = plan_.whole_run(subject, MeasureId::load);
    if (!load) return;
    rows_.flow("load (demand to capacity)", load, Style::percent);
    const std::string note = note_on(plan_.demand_of(subject));
    if (!note.empty()) rows_.line(right_aligned(note, kTableWidth));
  }

  // The waits of those who have it behind them, and what the list comes to at the pace of late.
  void seen_and_pace(const Subject& subject, const std::string& seen, const std::string& unit) {
    rows_.flow(fmt::format("of those {}, median ({})", seen, unit),
               plan_.whole_run(subject, MeasureId::wait_of_seen_median));
    rows_.flow(fmt::format("of those {}, mean ({})", seen, unit),
               plan_.whole_run(subject, MeasureId::wait_of_seen_mean));
    const std::optional<Pace> pace = pace_of(plan_, subject);
    if (!pace) return;
    rows_.flow(fmt::format("list by those {} (months)", seen), without_interval(pace->months_by_seen()));
    rows_.flow("list by all who leave (months)", without_interval(pace->months_by_leaving()));
  }

  static std::optional<engine::Interval> without_interval(const std::optional<double>& number) {
    if (!number) return std::nullopt;
    return engine::Interval{*number, *number, *number};
  }

  [[nodiscard]] std::string how_to_read() const {
    const auto& dates = plan_.layout().dates;
    const auto year = year_before_end(plan_.layout());
    std::string text = fmt::format(
        "So far: of those waiting on the day. Of those seen: their whole waits, over the run. List by those "
        "seen: children waiting at the end divided by those seen a month in {}; by all who leave: by those "
        "seen "
        "or gone unseen. That is arithmetic, no forecast. At the start lists are as the scenario gives them: "
        "cases under way with their wait since referral, those that join then with none.",
        year ? "the year from " + dates[*year].date : "the run");
    if (in_one_month(plan_.layout())) return text;
    text += " Start and end lie in different months, and school years move lists";
    if (year) text += fmt::format(": {} is a year before the end", dates[*year].date);
    return text + '.';
  }

  const PlanView& plan_;
  StandingRows rows_;
};

}  // namespace

std::string pathways_table(const PlanView& plan) {
  return ListsTable(plan).pathways();
}

std::string services_table(const PlanView& plan) {
  return ListsTable(plan).services();
}

std::string placement_table(const PlanView& plan) {
  return ListsTable(plan).placement();
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
