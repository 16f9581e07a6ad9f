#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "../plan_view.hpp"
#include "../scenario_words.hpp"
#include "../year_ends.hpp"
#include "cells.hpp"
#include "sheets.hpp"
#include "summary_rows.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;
using model::SubjectKind;

// One group of three columns: how things stand at a date, or what happened in a year.
struct Period {
  std::string words;
  std::size_t date = 0;  // of MeasureLayout::dates
};

std::string day_words(const std::string& iso) {
  const auto date = scenario::parse<scenario::Date>(iso);
  return date ? date_words(*date) : iso;
}

// Dates that a reader looks for: the start, milestones, the end.
std::vector<Period> standing_dates(const model::MeasureLayout& layout) {
  std::vector<Period> periods;
  const std::size_t last = layout.dates.size() - 2;
  for (std::size_t d = 0; d <= last; ++d) {
    const model::ReportDate& date = layout.dates[d];
    std::string words = d == 0 ? "at the start" : d == last ? "at the end" : "";
    if (date.milestone && date.label.size() > date.date.size())
      words += (words.empty() ? "" : ", ") + date.label.substr(date.date.size() + 1);
    if (!words.empty()) periods.push_back({words + ", " + day_words(date.date), d});
  }
  return periods;
}

std::vector<Period> as_periods(const std::vector<YearEnd>& years) {
  std::vector<Period> periods;
  for (const YearEnd& year : years) periods.push_back({year.label, year.date});
  return periods;
}

// The rows of one block, written only when it has any.
class Block {
 public:
  Block(std::string title, std::string about, std::vector<Period> periods)
      : title_(std::move(title)), about_(std::move(about)), periods_(std::move(periods)) {}

  [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }
  void add(Row row) { rows_.push_back(std::move(row)); }

  void write_to(SummaryRows& summary) const {
    if (rows_.empty()) return;
    summary.heading(title_, about_);
    Row names = labels({"", "", "", ""});
    Row parts = labels({"of", "measure", "plan", "unit"});
    for (const Period& period : periods_) {
      names.emplace_back(period.words, Look::label);
      for (const char* part : {"mean", "low", "high"}) parts.emplace_back(part, Look::label);
      names.insert(names.end(), {Cell("", Look::label), Cell("", Look::label)});
    }
    summary.row(std::move(names));
    summary.row(std::move(parts));
    for (const Row& row : rows_) summary.row(row);
  }

 private:
  std::string title_;
  std::string about_;
  std::vector<Period> periods_;
  std::vector<Row> rows_;
};

// What is written of a measure.
struct Wanted {
  MeasureId measure;
  std::string words;
  std::string unit;  // `children`, `weeks`, `share` …
  bool in_millions = false;
};

class RunSummary {
 public:
  RunSummary(const RunDescription& description, const std::vector<PlanResults>& plans)
      : description_(description), plans_(plans) {
    for (const PlanResults& plan : plans) views_.emplace_back(plan, description.level);
  }

  SummaryRows write() {
    if (plans_.empty()) {
      rows_.title(description_.title);
      rows_.note("Stopped before anything was complete.");
      return std::move(rows_);
    }
    front();
    targets();
    lists();
    flows();
    clocks();
    places();
    money();
    return std::move(rows_);
  }

 private:
  [[nodiscard]] const model::MeasureLayout& layout() const { return views_.front().layout(); }

  void front() {
    const auto& dates = layout().dates;
    add_front(rows_, description_, description_.level, dates.front().date, dates[dates.size() - 2].date);
    for (const PlanResults& plan : plans_)
      rows_.fact("replications, " + plan.name,
                 plan.outcome.interrupted
                     ? Cell(fmt::format("{}, stopped early: partial results", plan.outcome.replications))
                     : Cell(plan.outcome.replications, Look::whole));
    rows_.note("Children at the start stand for real ones, so of groups of them nothing is given there.");
    if (detail_that_fits(plans_) == Detail::totals)
      rows_.note(
          "The sheet Results gives all children only: the groups have more rows than a sheet can hold, and "
          "stand in estimates.csv (--out).");
    if (plans_.size() == 1) return;
    std::vector<std::string> names;
    std::vector<std::string> abouts;
    for (const PlanResults& plan : plans_) {
      names.push_back(plan.name);
      abouts.push_back(plan.description);
    }
    add_plans(rows_, names, abouts);
  }

  // The plans of a target stand together.
  void targets() {
    std::vector<std::string> names;
    std::vector<TargetFare> fares;
    for (const PlanResults& plan : plans_)
      for (std::size_t t = 0; plan.targets != nullptr && t < plan.targets->targets().size(); ++t) {
        const std::string& name = plan.targets->targets()[t].name;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        fares.push_back(fare_of(plan, t));
      }
    const auto place = [&](const TargetFare& fare) {
      return std::find(names.begin(), names.end(), fare.target->name) - names.begin();
    };
    std::stable_sort(fares.begin(), fares.end(), [&](const TargetFare& left, const TargetFare& right) {
      return place(left) < place(right);
    });
    add_targets(rows_, fares);
  }

  [[nodiscard]] TargetFare fare_of(const PlanResults& plan, std::size_t number) const {
    const experiment::TargetCell& target = plan.targets->targets()[number];
    return {plan.name, &target, plan.model->layout.dates[target.date].date,
            engine::student_t_interval(plan.targets->value(number), description_.level),
            plan.targets->chance(number, description_.level)};
  }

  // What has a measure in any of the plans, each once.
  [[nodiscard]] std::vector<Subject> subjects(SubjectKind kind, MeasureId measure) const {
    std::vector<Subject> all;
    for (const PlanView& view : views_)
      for (const model::Column& column : view.layout().columns) {
        const bool known = std::any_of(all.begin(), all.end(),
                                       [&](const Subject& one) { return one.name == column.subject; });
        if (column.subject_kind == kind && column.measure == measure && !known)
          all.push_back({kind, column.subject_index, column.subject});
      }
    return all;
  }

  // The same subject in a plan, where it may have another number; nothing where the plan does not have it.
  [[nodiscard]] static std::optional<Subject> in(const PlanView& view, const Subject& subject) {
    for (const model::Column& column : view.layout().columns)
      if (column.subject_kind == subject.kind && column.subject == subject.name)
        return Subject{subject.kind, column.subject_index, subject.name};
    return std::nullopt;
  }

  // Lists on which somebody waits for something, in any plan.
  [[nodiscard]] std::vector<Subject> lists_of(SubjectKind kind) const {
    std::vector<Subject> shown;
    for (const Subject& subject : subjects(kind, MeasureId::waiting))
      if (std::any_of(views_.begin(), views_.end(), [&](const PlanView& view) {
            const std::optional<Subject> here = in(view, subject);
            return here && view.has_children(*here) &&
                   (kind != SubjectKind::pathway || view.leads_to_somebody(*here));
          }))
        shown.push_back(subject);
    return shown;
  }

  static std::string name_of(const Subject& subject) {
    return subject.kind == SubjectKind::placement ? "waiting for a place" : subject.name;
  }

  // A row for each plan that has values.
  void add(Block& block, const Subject& subject, const Wanted& wanted) const {
    for (std::size_t p = 0; p < views_.size(); ++p) {
      const std::optional<Subject> here = in(views_[p], subject);
      if (!here) continue;
      Row row{name_of(subject), wanted.words, plans_[p].name, wanted.unit};
      bool any = false;
      for (const Period& period : block.periods()) {
        const auto value = views_[p].at(*here, wanted.measure, period.date);
        any = any || value;
        if (!value)
          row.resize(row.size() + 3);
        else if (wanted.in_millions)
          add_interval(row, *value, Look::millions, Style::millions);
        else
          add_value(row, *value, wanted.unit);
      }
      if (any) block.add(std::move(row));
    }
  }

  void lists() {
    const std::string weeks = views_.front().wait_unit();
    const std::vector<Wanted> wanted{{MeasureId::waiting, "children waiting", "children"},
                                     {MeasureId::wait_of_waiting_median, "median wait so far", weeks},
                                     {MeasureId::wait_of_waiting_p90, "9 in 10 have waited up to", weeks},
                                     {MeasureId::waiting_within_18_weeks, "waiting up to 18 weeks", "share"}};
    const auto write = [&](const std::string& title, SubjectKind kind) {
      Block block(title, "", standing_dates(layout()));
      for (const Subject& subject : lists_of(kind))
        for (const Wanted& one : wanted) add(block, subject, one);
      block.write_to(rows_);
    };
    write("Lists and waits: pathways, until first contact", SubjectKind::pathway);
    write("Lists and waits: for a school place", SubjectKind::placement);
    write("Lists and waits: services, their own queues", SubjectKind::service);
  }

  void flows() {
    Block block("Referred and seen, over the run", "", {{"over the run", layout().dates.size() - 1}});
    const std::string weeks = views_.front().wait_unit();
    for (const SubjectKind kind : {SubjectKind::pathway, SubjectKind::placement, SubjectKind::service})
      for (const Subject& subject : lists_of(kind)) {
        add(block, subject, {MeasureId::referrals, "referred", "children"});
        add(block, subject,
            {MeasureId::seen, kind == SubjectKind::placement ? "placed" : "seen", "children"});
        add(block, subject, {MeasureId::wait_of_seen_mean, "wait of those seen, mean", weeks});
        add(block, subject, {MeasureId::waiting_average, "waiting, average over time", "children"});
        add(block, subject, {MeasureId::load, "load (demand to capacity)", "ratio"});
      }
    block.write_to(rows_);
  }

  void clocks() {
    const std::vector<Subject> all = subjects(SubjectKind::clock, MeasureId::overdue);
    Block in_time("Done in time, by calendar year",
                  "Of what was done in the year; exceptions of the law left out.",
                  as_periods(calendar_years(layout())));
    Block overdue("Open beyond their time", "", standing_dates(layout()));
    for (const Subject& clock : all) {
      add(in_time, clock, {MeasureId::share_in_time_excepted_in_year, "in time", "share"});
      add(overdue, clock, {MeasureId::overdue, "open beyond their time", "cases"});
    }
    in_time.write_to(rows_);
    overdue.write_to(rows_);
  }

  void places() {
    const std::vector<Period> dates = standing_dates(layout());
    Block plans("Children with a plan", "", dates);
    for (const Subject& one : subjects(SubjectKind::plans, MeasureId::plans_held)) {
      add(plans, one, {MeasureId::plans_held, "have a plan", "children"});
      add(plans, one, {MeasureId::without_a_place, "of these without a place", "children"});
      add(plans, one, {MeasureId::share_in_county, "placed in county", "share"});
      add(plans, one, {MeasureId::share_independent, "independent, of special places", "share"});
    }
    plans.write_to(rows_);
    Block kinds("Children by kind of provision", "", dates);
    for (const Subject& kind : subjects(SubjectKind::provision_kind, MeasureId::children_there))
      add(kinds, kind, {MeasureId::children_there, "children there", "children"});
    kinds.write_to(rows_);
    Block places("Places against children", "", dates);
    for (const Subject& provision : subjects(SubjectKind::provision, MeasureId::occupied)) {
      add(places, provision, {MeasureId::capacity, "places", "places"});
      add(places, provision, {MeasureId::occupied, "children there", "children"});
    }
    places.write_to(rows_);
  }

  void money() {
    if (std::none_of(plans_.begin(), plans_.end(),
                     [](const PlanResults& plan) { return plan.model->has_costs; }))
      return;
    Block block("Money, by financial year", "Shown in millions; the cells hold pounds.",
                as_periods(financial_years(layout())));
    for (const Subject& payer : subjects(SubjectKind::money, MeasureId::spent_in_year)) {
      add(block, payer, {MeasureId::spent_in_year, "spent", "pounds", true});
      add(block, payer, {MeasureId::block_income_in_year, "income", "pounds", true});
      add(block, payer, {MeasureId::block_balance_in_year, "balance at the end", "pounds", true});
    }
    block.write_to(rows_);
  }

  const RunDescription& description_;
  const std::vector<PlanResults>& plans_;
  std::vector<PlanView> views_;
  SummaryRows rows_;
};

}  // namespace

Sheet run_summary_sheet(const RunDescription& description, const std::vector<PlanResults>& plans) {
  Sheet sheet{"Summary", {40, 30, 24, 12}, false, {}};
  sheet.widths.resize(sheet.widths.size() + 30, 12);
  sheet.rows = [&description, &plans](const Sheet::RowTaker& take) {
    const SummaryRows rows = RunSummary(description, plans).write();
    for (const Row& row : rows.all()) take(row);
  };
  return sheet;
}

}  // namespace sendcap::report
