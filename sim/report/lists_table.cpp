#include <fmt/format.h>

#include <vector>

#include "plan_table.hpp"
#include "standing_rows.hpp"

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
    return rows_.text();
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

  void list(const Subject& subject) {
    const std::string unit = plan_.wait_unit();
    rows_.line(subject.name);
    rows_.standing("children waiting", subject, MeasureId::waiting);
    rows_.standing(fmt::format("median wait so far ({})", unit), subject, MeasureId::wait_of_waiting_median);
    rows_.standing(fmt::format("9 in 10 within ({})", unit), subject, MeasureId::wait_of_waiting_p90);
    if (unit == "weeks")
      rows_.standing("waiting up to 18 weeks", subject, MeasureId::waiting_within_18_weeks, Style::share);
    rows_.flow("referred a month", plan_.a_month(subject, MeasureId::referrals));
    rows_.flow(subject.kind == SubjectKind::placement ? "placed a month" : "seen a month",
               plan_.a_month(subject, MeasureId::seen));
    const std::optional<engine::Interval> load = plan_.whole_run(subject, MeasureId::load);
    if (!load) return;
    rows_.flow("load (demand to capacity)", load, Style::percent);
    const std::string note = note_on(plan_.demand_of(subject));
    if (!note.empty()) rows_.line(right_aligned(note, kTableWidth));
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
