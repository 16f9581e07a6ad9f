#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "sendcap/experiment/study.hpp"
#include "sendcap/report/comparison_report.hpp"
#include "sendcap/report/results.hpp"
#include "sendcap/scenario/language/source.hpp"

namespace sendcap::report {

/// What a cell holds and how it looks, in terms of whoever reads it; the writer of the file chooses fonts.
enum class Look : std::uint8_t {
  plain,     ///< text in one line, or a number with all its figures
  wrapped,   ///< text in several lines where the column is too narrow
  title,     ///< of the sheet
  heading,   ///< of a block of rows
  label,     ///< of a column
  note,      ///< a sentence for the reader
  whole,     ///< a number without decimals: 1,234
  decimal,   ///< with one: 1,234.5
  fine,      ///< with three, of what is near 0
  share,     ///< a share of 1, shown as 12.3%
  pounds,    ///< £1,234
  millions,  ///< pounds, shown in millions: £1.23m
  change,    ///< a difference: +1,234.5
  points,    ///< a difference of shares in percentage points: +1.2 pts
  date,      ///< days since 1 January 1970
  filled_in  ///< empty, for the reader to write in
};

/// A cell: nothing, text or a number, with a remark that shows when the reader points at it.
struct Cell {
  std::variant<std::monostate, std::string, double> value;
  Look look = Look::plain;
  bool aside = false;  ///< of less weight than its neighbour, as the bounds of an interval are
  std::string remark;

  Cell() = default;
  Cell(std::string text, Look as = Look::plain) : value(std::move(text)), look(as) {}
  Cell(const char* text, Look as = Look::plain) : value(std::string(text)), look(as) {}
  Cell(double number, Look as = Look::plain) : value(number), look(as) {}
};

using Row = std::vector<Cell>;

/// A sheet, whose rows are made one after the other when they are asked for: there may be very many.
struct Sheet {
  using RowTaker = std::function<void(const Row&)>;

  std::string name;
  std::vector<double> widths;  ///< of its columns, in characters
  /// One record a row under a first row of labels, which stays in sight and filters; otherwise it is laid out
  /// to be read and printed.
  bool is_list = false;
  std::function<void(const RowTaker&)> rows;
};

struct Workbook {
  std::string title;
  std::vector<Sheet> sheets;
};

/// How many rows a sheet can have.
inline constexpr std::size_t kMostRows = 1'048'576;

/// A run as a workbook: `Summary`, as a planner would lay it out, of all plans; `Results`, the estimates as a
/// list in the detail `milestones`; `Measures`, the glossary; `Assumptions`, the inputs. Of groups at the
/// start, which stand for real children, nothing is given. What it is made of must outlive it.
[[nodiscard]] Workbook run_workbook(const RunDescription& description, const std::vector<PlanResults>& plans,
                                    const std::vector<experiment::Input>& inputs);

/// A comparison as a workbook: `Summary`, each plan beside the scenario as it stands; `Results`, the rows of
/// the table of a comparison; `Measures`; `Assumptions`. What it is made of must outlive it.
[[nodiscard]] Workbook comparison_workbook(const ComparisonReport& report,
                                           const std::vector<experiment::Input>& inputs);

/// Inputs as a workbook of one sheet, with a column for values of the reader's own. What it is made of must
/// outlive it.
[[nodiscard]] Workbook inputs_workbook(const std::string& title, const std::vector<experiment::Input>& inputs,
                                       const scenario::Sources& sources);

}  // namespace sendcap::report
