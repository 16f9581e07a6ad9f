#include <fmt/format.h>

#include "plan_table.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;
using MaybeInterval = std::optional<engine::Interval>;

constexpr std::size_t kLabel = 40;

class AveragesTable {
 public:
  explicit AveragesTable(const PlanView& plan) : plan_(plan) {}

  std::string write() {
    for (const model::Column& column : plan_.layout().columns) {
      const bool pathway = column.subject_kind == SubjectKind::pathway;
      if (column.measure != MeasureId::seen || (!pathway && column.subject_kind != SubjectKind::service))
        continue;
      const Subject subject{column.subject_kind, column.subject_index, column.subject};
      if (plan_.has_children(subject)) averages(subject, pathway);
    }
    return std::move(text_);
  }

 private:
  void averages(const Subject& subject, bool pathway) {
    const std::string unit = plan_.wait_unit();
    text_ += fmt::format("\n{}{}\n", subject.name, pathway ? " (pathway)" : "");
    row("arrived", plan_.whole_run(subject, MeasureId::referrals));
    row("seen", plan_.whole_run(subject, MeasureId::seen));
    const bool grows =
        pathway ? meets_growing_list(subject.index) : plan_.demand_of(subject) == Demand::list_grows;
    if (!grows) {
      row(fmt::format("mean wait of those seen ({})", unit),
          plan_.whole_run(subject, MeasureId::wait_of_seen_mean));
      row(fmt::format("9 in 10 of them within ({})", unit),
          plan_.whole_run(subject, MeasureId::wait_of_seen_p90));
      row("waiting, average", plan_.whole_run(subject, MeasureId::waiting_average));
      row("present, average", plan_.whole_run(subject, MeasureId::present_average));
    } else {
      row("waiting at the end", plan_.at_end(subject, MeasureId::waiting));
    }
    row("utilisation", plan_.whole_run(subject, MeasureId::utilisation), Style::share);
    if (pathway) return;
    row("load (demand to capacity)", plan_.whole_run(subject, MeasureId::load), Style::percent);
    const std::string note = note_on(plan_.demand_of(subject));
    if (!note.empty()) text_ += right_aligned(note, kTableWidth) + '\n';
  }

  // A pathway through a service whose list grows has no averages either.
  [[nodiscard]] bool meets_growing_list(model::Index pathway) const {
    for (const model::Step& step : plan_.model().steps)
      for (std::size_t i = 0; step.pathway == pathway && i < step.service_count; ++i)
        if (plan_.demand_of({SubjectKind::service, step.services[i], {}}) == Demand::list_grows) return true;
    return false;
  }

  void row(const std::string& label, const MaybeInterval& number, Style style = Style::plain) {
    if (!number) return;
    text_ += left_aligned("  " + label, kLabel) + right_aligned(shown(*number, style), kTableWidth - kLabel) +
             '\n';
  }

  const PlanView& plan_;
  std::string text_;
};

}  // namespace

std::string averages_table(const PlanView& plan) {
  return AveragesTable(plan).write();
}

}  // namespace sendcap::report
