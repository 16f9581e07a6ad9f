#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "../outcome_words.hpp"
#include "cells.hpp"
#include "sheets.hpp"
#include "summary_rows.hpp"

namespace sendcap::report {
namespace {

using experiment::Better;
using experiment::Comparison;
using experiment::Difference;
using experiment::Outcome;
using experiment::Verdict;

std::string verdict_of(const Difference& difference, Better better) {
  if (difference.pairs == 0) return {};
  if (difference.verdict == Verdict::exactly_same) return "the same in every run";
  if (difference.verdict == Verdict::unclear) return "unclear: may be chance";
  if (better == Better::neither) return difference.interval.mean < 0 ? "clearly less" : "clearly more";
  const bool less = difference.interval.mean < 0;
  return less == (better == Better::lower) ? "clearly better" : "clearly worse";
}

class ComparisonSummary {
 public:
  explicit ComparisonSummary(const ComparisonReport& report)
      : report_(report), comparison_(*report.comparison) {}

  SummaryRows write() {
    add_front(rows_, report_.description, comparison_.level(), report_.first_day, report_.last_day);
    rows_.fact("replications of each plan", Cell(comparison_.replications(), Look::whole));
    if (report_.outcome.stop == experiment::Stop::interrupted)
      rows_.note("Stopped early: these are partial results.");
    add_plans(rows_, report_.names, report_.abouts);
    words();
    outcomes();
    costs();
    targets();
    return std::move(rows_);
  }

 private:
  void words() {
    rows_.heading("What each plan changes, in words", "");
    for (std::size_t w = 1; w < comparison_.worlds(); ++w)
      for (const std::string& sentence : findings(report_, w).all()) rows_.fact(report_.names[w], sentence);
  }

  void outcomes() {
    rows_.heading(
        "Each plan beside the scenario as it stands",
        fmt::format(
            "All measures of a plan are judged together: of those called clear at most {} are expected not "
            "to be.",
            shown(1 - comparison_.level(), 0, Style::share)));
    Row names = labels({"", "", "", "", "as it stands", "", ""});
    Row parts = labels({"of", "measure", "when", "unit", "mean", "low", "high"});
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) {
      names.emplace_back(report_.names[w], Look::label);
      for (std::size_t blank = 1; blank < kColumnsOfAPlan; ++blank) names.emplace_back("", Look::label);
      const Row of_plan = labels({"mean", "difference", "low", "high", "verdict"});
      parts.insert(parts.end(), of_plan.begin(), of_plan.end());
    }
    rows_.row(std::move(names));
    rows_.row(std::move(parts));
    for (const std::size_t o : told_outcomes(comparison_)) outcome(o);
  }

  void outcome(std::size_t index) {
    const Outcome& outcome = comparison_.outcomes()[index];
    Row row{subject_words(outcome), outcome.name,
            outcome.of_whole_run() ? Cell("over the run") : date_cell(outcome.date, outcome.label),
            outcome.unit};
    add_value(row, comparison_.value(0, index), outcome.unit);
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) {
      const double mean = comparison_.value(w, index).mean;
      row.push_back(number_cell(mean, look_of(outcome.unit, mean)));
      const Difference& difference = comparison_.difference(w, index);
      if (difference.pairs > 0)
        add_change(row, difference.interval, outcome.unit);
      else
        row.resize(row.size() + 3);
      row.emplace_back(verdict_of(difference, outcome.better));
    }
    rows_.row(std::move(row));
  }

  void costs() {
    std::vector<Row> lines;
    for (std::size_t w = 1; w < comparison_.worlds(); ++w) {
      const Difference extra = comparison_.extra_cost(w);
      if (extra.pairs == 0) continue;
      const double once = report_.once.empty() ? 0 : report_.once[w] - report_.once[0];
      Row row{report_.names[w], "all payers together", "", "pounds"};
      add_change(row, extra.interval, "pounds");
      row.emplace_back(once, Look::pounds);
      row.emplace_back((extra.interval.mean - once) / report_.years, Look::pounds);
      lines.push_back(std::move(row));
    }
    if (lines.empty()) return;
    rows_.heading("Cost beyond the scenario as it stands",
                  "Over the run; what is spent once says nothing of later years.");
    rows_.row(labels({"plan", "", "", "unit", "extra", "low", "high", "of it once", "rest, a year"}));
    for (Row& line : lines) rows_.row(std::move(line));
  }

  void targets() {
    std::vector<TargetFare> fares;
    for (std::size_t t = 0; t < comparison_.targets().size(); ++t)
      for (std::size_t w = 0; w < comparison_.worlds(); ++w)
        fares.push_back({report_.names[w], &comparison_.targets()[t], "", comparison_.target_value(w, t),
                         comparison_.target_chance(w, t)});
    add_targets(rows_, fares);
  }

  static constexpr std::size_t kColumnsOfAPlan = 5;

  const ComparisonReport& report_;
  const Comparison& comparison_;
  SummaryRows rows_;
};

}  // namespace

Sheet comparison_summary_sheet(const ComparisonReport& report) {
  Sheet sheet{"Summary", {44, 34, 20, 12, 12, 12, 12}, false, {}};
  for (std::size_t plan = 1; plan < report.names.size(); ++plan)
    sheet.widths.insert(sheet.widths.end(), {12, 12, 12, 12, 24});
  sheet.rows = [&report](const Sheet::RowTaker& take) {
    const SummaryRows rows = ComparisonSummary(report).write();
    for (const Row& row : rows.all()) take(row);
  };
  return sheet;
}

}  // namespace sendcap::report
