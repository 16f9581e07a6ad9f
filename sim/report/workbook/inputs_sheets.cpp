#include "../input_rows.hpp"
#include "cells.hpp"
#include "sheets.hpp"

namespace sendcap::report {
namespace {

using experiment::Input;

Cell value_cell(const InputRow& row, const InputValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return {*number};
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return {};
  return row.input.kind == scenario::QuantityKind::date ? date_cell(*text, *text) : Cell(*text);
}

// What a list of inputs and the log of assumptions both say of one.
Row known_of(const InputRow& row) {
  return {row.input.plan_title,     row.input.paths.front(),  value_cell(row, row.value), row.unit,
          value_cell(row, row.low), value_cell(row, row.high)};
}

void add_trust(const InputRow& row, Row& cells) {
  cells.insert(cells.end(),
               {row.quality, Cell(row.input.source, Look::wrapped), Cell(row.input.help, Look::wrapped)});
}

}  // namespace

Sheet assumptions_sheet(const std::vector<Input>& inputs) {
  Sheet sheet{"Assumptions", {20, 60, 12, 14, 12, 12, 12, 60, 60}, true, {}};
  sheet.rows = [&inputs](const Sheet::RowTaker& take) {
    take(labels({"plan|Empty for the scenario as it stands", "input", "value", "unit",
                 "low|The least that it may reasonably be", "high|The most that it may reasonably be",
                 "quality", "source", "what it is"}));
    for (const Input& input : inputs) {
      const InputRow row = row_of(input);
      Row cells = known_of(row);
      add_trust(row, cells);
      take(cells);
    }
  };
  return sheet;
}

Workbook inputs_workbook(const std::string& title, const std::vector<Input>& inputs,
                         const scenario::Sources& sources) {
  Sheet sheet{"Inputs", {20, 60, 12, 14, 12, 12, 14, 12, 60, 60, 36, 8, 18, 40}, true, {}};
  sheet.rows = [&inputs, &sources](const Sheet::RowTaker& take) {
    take(labels(
        {"plan|Empty for the scenario as it stands",
         "input|As --set takes it; of a plan, in the file of the plan", "value", "unit",
         "low|The least that it may reasonably be", "high|The most that it may reasonably be",
         "Your value|In the same unit. It changes nothing by itself: write it into the file, or try it "
         "with sendcap run SCENARIO --set 'INPUT=VALUE UNIT'",
         "quality|sourced, derived, knowledge or assumption", "source", "help", "file", "line",
         "as written|As a file and --set have it", "also used at|Where the same figure is used too"}));
    for (const Input& input : inputs) {
      const InputRow row = row_of(input);
      Row cells = known_of(row);
      cells.emplace_back("", Look::filled_in);
      add_trust(row, cells);
      cells.insert(cells.end(), {Cell(sources.name(input.place.file)), Cell(input.place.line),
                                 Cell(row.as_written), Cell(row.also_at)});
      take(cells);
    }
  };
  return {title, {sheet}};
}

}  // namespace sendcap::report
