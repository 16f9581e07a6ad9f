#include "summary_rows.hpp"

#include <fmt/format.h>

#include <cmath>

#include "../outcome_words.hpp"
#include "cells.hpp"

namespace sendcap::report {
namespace {

Cell aside(double number, Look look) {
  Cell cell = number_cell(number, look);
  cell.aside = true;
  return cell;
}

}  // namespace

void SummaryRows::heading(const std::string& text, const std::string& about) {
  rows_.emplace_back();
  rows_.push_back({Cell(text, Look::heading)});
  if (!about.empty()) note(about);
}

void SummaryRows::fact(const std::string& name, Cell value) {
  rows_.push_back({Cell(name), std::move(value)});
}

Look look_of(const std::string& unit, double number) {
  constexpr double kLarge = 10;
  constexpr double kNearNothing = 0.1;
  const double size = std::fabs(number);
  if (unit == "share") return Look::share;
  if (unit == "pounds") return Look::pounds;
  const bool counts = unit != "weeks" && unit != "ratio" && unit != "days";
  if (counts && (size >= kLarge || number == std::trunc(number))) return Look::whole;
  return size > 0 && size < kNearNothing ? Look::fine : Look::decimal;
}

void add_interval(Row& cells, const engine::Interval& interval, Look look, Style style) {
  cells.push_back(number_cell(interval.mean, look));
  if (std::isfinite(interval.half_width()) && interval.half_width() > 0) {
    const engine::Interval bounds = within_reach(interval, style);
    cells.push_back(aside(bounds.low, look));
    cells.push_back(aside(bounds.high, look));
  } else {
    cells.resize(cells.size() + 2);
  }
}

void add_value(Row& cells, const engine::Interval& value, const std::string& unit) {
  const Style style = unit == "share" ? Style::share : unit == "pounds" ? Style::millions : Style::plain;
  add_interval(cells, value, look_of(unit, value.mean), style);
}

void add_change(Row& cells, const engine::Interval& change, const std::string& unit) {
  constexpr double kPoints = 100;
  if (unit == "share")
    add_interval(cells, {change.mean * kPoints, change.low * kPoints, change.high * kPoints}, Look::points,
                 Style::signed_plain);
  else
    add_interval(cells, change, unit == "pounds" ? Look::pounds : Look::change, Style::signed_plain);
}

void add_front(SummaryRows& rows, const RunDescription& description, double level,
               const std::string& first_day, const std::string& last_day) {
  rows.title(description.title);
  rows.note(
      "Modelled, neither counted nor a forecast: each figure is the mean over simulated runs, and rests on "
      "the inputs of the sheet Assumptions.");
  rows.note(
      fmt::format("Low and high are the {:.6g}% interval of the mean: how precisely so many runs fix it, "
                  "not how far one year may lie from another.",
                  level * 100));
  rows.row({});
  rows.fact("from", date_cell(first_day, first_day));
  rows.fact("to", date_cell(last_day, last_day));
  rows.fact("seed", std::to_string(description.seed));
  rows.fact("program", "sendcap " + description.program_version);
  for (const std::string& change : description.overrides) rows.fact("changed", change);
}

void add_targets(SummaryRows& rows, const std::vector<TargetFare>& fares) {
  if (fares.empty()) return;
  rows.heading("Targets",
               "The chance that each is met is the share of runs in which it is, with its interval.");
  rows.row(labels({"target", "wanted", "plan", "by", "expected", "low", "high", "chance", "low", "high"}));
  for (const TargetFare& fare : fares) {
    const std::string& unit = fare.target->unit;
    Row cells{fare.target->name, wanted_words(*fare.target, unit), fare.plan, date_cell(fare.by, fare.by)};
    if (std::isnan(fare.chance.mean)) {
      cells.emplace_back("nobody to measure");
    } else {
      add_value(cells, fare.value, unit);
      add_interval(cells, fare.chance, Look::share, Style::share);
    }
    rows.row(std::move(cells));
  }
}

void add_plans(SummaryRows& rows, const std::vector<std::string>& names,
               const std::vector<std::string>& abouts) {
  rows.heading("Plans", "All have the same children and the same luck: what differs is the plan.");
  for (std::size_t plan = 0; plan < names.size(); ++plan) rows.fact(names[plan], abouts[plan]);
}

}  // namespace sendcap::report
