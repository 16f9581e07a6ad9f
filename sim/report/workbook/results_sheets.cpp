#include "../comparison_rows.hpp"
#include "../csv_text.hpp"
#include "../estimate_rows.hpp"
#include "../figure_words.hpp"
#include "../measure_words.hpp"
#include "cells.hpp"
#include "sheets.hpp"

// Sheets with one record a row, to filter, pivot and chart.

namespace sendcap::report {
namespace {

std::size_t most_rows(const std::vector<PlanResults>& plans, Detail detail) {
  std::size_t rows = 1;  // of labels
  for (const PlanResults& plan : plans) {
    const model::MeasureLayout& layout = plan.model->layout;
    for (const model::Column& column : layout.columns) {
      rows += layout.dates.size();
      if (detail == Detail::totals) continue;
      for (std::size_t date = 0; date < layout.dates.size(); ++date)
        if (given_by_group(layout, column, date)) rows += layout.group_count(column) - 1;
    }
  }
  return rows;
}

Row estimate_cells(const std::string& plan, const EstimateRow& row) {
  Row cells{plan,
            date_cell(row.date.date, row.date.label),
            row.column.name,
            row.subject,
            row.group,
            Cell(row.mean),
            Cell(),
            Cell(),
            row.column.unit,
            Cell(static_cast<double>(row.replications))};
  constexpr std::size_t kLow = 6;
  if (row.interval) cells[kLow] = number_cell(row.interval->low);
  if (row.interval) cells[kLow + 1] = number_cell(row.interval->high);
  return cells;
}

Row compared_cells(const ComparisonRow& row) {
  const experiment::Outcome& outcome = row.outcome;
  Row cells{row.plan,        date_cell(outcome.date, outcome.label),         outcome.name,
            outcome.subject, std::string(model::word(outcome.subject_kind)), outcome.group,
            outcome.unit};
  const auto add = [&](const engine::Interval& interval) {
    for (const double number : {interval.mean, interval.low, interval.high})
      cells.push_back(number_cell(number));
  };
  add(row.value);
  if (row.difference != nullptr) {
    add(row.difference->interval);
    cells.emplace_back(row.difference->pairs);
    cells.emplace_back(std::string(verdict_word(row.difference->verdict)));
  } else {
    cells.resize(cells.size() + 5);
  }
  cells.push_back(row.chance_best ? number_cell(*row.chance_best) : Cell());
  return cells;
}

}  // namespace

Detail detail_that_fits(const std::vector<PlanResults>& plans) {
  return most_rows(plans, Detail::milestones) <= kMostRows ? Detail::milestones : Detail::totals;
}

Sheet estimates_sheet(const RunDescription& description, const std::vector<PlanResults>& plans) {
  Sheet sheet{"Results", {22, 12, 34, 36, 24, 12, 12, 12, 12, 12}, true, {}};
  sheet.rows = [&description, &plans](const Sheet::RowTaker& take) {
    take(labels(
        {"plan", "date|As it stands at the beginning of this day, or over the time before it: see Measures",
         "measure", "service", "group", "mean|Over replications", "low|Lower end of the interval of the mean",
         "high|Upper end of the interval of the mean", "unit", "replications|In which there was a value"}));
    std::size_t rows = 1;
    const Detail detail = detail_that_fits(plans);
    for (const PlanResults& plan : plans)
      for_each_estimate(plan, description, detail, [&](const EstimateRow& row) {
        if (rows++ < kMostRows) take(estimate_cells(plan.name, row));
      });
  };
  return sheet;
}

Sheet compared_sheet(const ComparisonReport& report) {
  Sheet sheet{"Results", {30, 12, 34, 36, 14, 24, 12, 12, 12, 12, 12, 12, 12, 8, 10, 12}, true, {}};
  sheet.rows = [&report](const Sheet::RowTaker& take) {
    take(labels({"plan", "date", "measure", "service", "kind", "group", "unit", "mean|Over replications",
                 "low", "high",
                 "difference|Of the plan less the scenario as it stands, replication by replication",
                 "difference low", "difference high", "pairs|Replications in which both have a value",
                 "verdict|clear; unclear: chance alone may explain it; same: in every replication",
                 "chance best|That this plan has the best mean"}));
    std::size_t rows = 1;
    for_each_compared(report, [&](const ComparisonRow& row) {
      if (rows++ < kMostRows) take(compared_cells(row));
    });
  };
  return sheet;
}

Sheet measures_sheet() {
  Sheet sheet{"Measures", {38, 12, 14, 12, 100}, true, {}};
  sheet.rows = [](const Sheet::RowTaker& take) {
    take(labels({"measure", "unit|wait stands for the scenario's unit of waits, weeks unless it says so",
                 "clock", "by group", "definition"}));
    for (std::size_t i = 0; i < static_cast<std::size_t>(model::MeasureId::count); ++i) {
      const auto id = static_cast<model::MeasureId>(i);
      const model::MeasureDefinition& measure = model::definition(id);
      take({std::string(measure.name).append(name_pattern(id)), std::string(measure.unit),
            std::string(clock_words(measure.clock)), measure.by_group ? "yes" : "no",
            Cell(std::string(measure.definition), Look::wrapped)});
    }
  };
  return sheet;
}

}  // namespace sendcap::report
