#include "xlsx.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "../faults.hpp"
#include "formats.hpp"
#include "memory_file.hpp"

namespace sendcap::app {
namespace {

using report::Cell;
using report::Look;
using report::Row;
using report::Sheet;

// When zip files begin. The library would write the present time, and no two files would be the same.
constexpr time_t kMade = 315532800;  // 1980-01-01
constexpr double kExcelDayOf1970 = 25569;
constexpr std::size_t kMostBytesOfText = 32'000;  // Excel takes 32,767 characters
constexpr std::uint8_t kA4 = 9;

void check(lxw_error error) {
  if (error == LXW_NO_ERROR) return;
  throw MachineFault(fmt::format("can not make the workbook: {}", lxw_strerror(error)),
                     "free some space in the folder of temporary files, or name another with TMPDIR");
}

// Ten figures, as the CSV files have: what an estimate has beyond them means nothing.
double rounded(double number) {
  char digits[32];
  const auto end = fmt::format_to_n(std::begin(digits), sizeof digits, "{:.10g}", number).out;
  std::from_chars(std::begin(digits), end, number);
  return number;
}

// XML has no place for control characters nor for U+FFFE and U+FFFF; U+FFFD stands for what can not be shown.
std::string without_control_characters(const std::string& text) {
  constexpr std::string_view kShown = "\xEF\xBF\xBD";
  std::string clean;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view next = std::string_view(text).substr(at, 3);
    if (static_cast<unsigned char>(text[at]) < 0x20U && text[at] != '\n' && text[at] != '\t') {
      clean += kShown;
    } else if (next == "\xEF\xBF\xBE" || next == "\xEF\xBF\xBF") {
      clean += kShown;
      at += 2;
    } else {
      clean += text[at];
    }
  }
  return clean;
}

std::string no_longer_than_a_cell(std::string text) {
  text = without_control_characters(text);
  if (text.size() <= kMostBytesOfText) return text;
  std::size_t end = kMostBytesOfText;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

// One sheet on its way into the file, row by row: rows before the last are no longer in memory.
class SheetWriter {
 public:
  SheetWriter(lxw_workbook* workbook, Formats& formats, const Sheet& sheet)
      : formats_(formats), sheet_(sheet), to_(workbook_add_worksheet(workbook, sheet.name.c_str())) {
    if (to_ == nullptr) check(LXW_ERROR_CREATING_TMPFILE);
    for (std::size_t column = 0; column < sheet.widths.size(); ++column)
      check(worksheet_set_column(to_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                                 sheet.widths[column], nullptr));
  }

  void write() {
    sheet_.rows([this](const Row& row) { write(row); });
    worksheet_set_landscape(to_);
    worksheet_set_paper(to_, kA4);
    worksheet_fit_to_pages(to_, 1, 0);
    check(worksheet_set_footer(to_, "&L&A&RPage &P of &N"));
    if (!sheet_.is_list) return worksheet_gridlines(to_, LXW_HIDE_ALL_GRIDLINES);
    worksheet_freeze_panes(to_, 1, 0);
    check(worksheet_repeat_rows(to_, 0, 0));
    check(worksheet_autofilter(to_, 0, 0, next_ - 1, static_cast<lxw_col_t>(sheet_.widths.size() - 1)));
  }

 private:
  void write(const Row& row) {
    for (std::size_t column = 0; column < row.size(); ++column)
      write(row[column], static_cast<lxw_col_t>(column));
    ++next_;
  }

  void write(const Cell& cell, lxw_col_t column) {
    lxw_format* format = formats_.of(cell);
    if (const auto* number = std::get_if<double>(&cell.value)) {
      const double shift = cell.look == Look::date ? kExcelDayOf1970 : 0;
      check(worksheet_write_number(to_, next_, column, rounded(*number + shift), format));
    } else if (const auto* text = std::get_if<std::string>(&cell.value); text != nullptr && !text->empty()) {
      check(worksheet_write_string(to_, next_, column, no_longer_than_a_cell(*text).c_str(), format));
    } else if (format != nullptr) {
      check(worksheet_write_blank(to_, next_, column, format));
    }
    if (!cell.remark.empty()) check(worksheet_write_comment(to_, next_, column, cell.remark.c_str()));
  }

  Formats& formats_;
  const Sheet& sheet_;
  lxw_worksheet* to_;
  lxw_row_t next_ = 0;
};

void set_properties(lxw_workbook* workbook, std::string title) {
  lxw_doc_properties properties{};
  std::string author = "sendcap";
  title = without_control_characters(title);
  properties.title = title.data();
  properties.author = author.data();
  properties.created = kMade;
  check(workbook_set_properties(workbook, &properties));
}

}  // namespace

std::string xlsx(const report::Workbook& workbook) {
  const MemoryFile file;
  std::string temporary = std::filesystem::temp_directory_path().string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = temporary.data();
  std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> made(
      workbook_new_opt(file.path().c_str(), &options), &lxw_workbook_free);
  if (!made) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
  set_properties(made.get(), workbook.title);
  Formats formats(made.get());
  for (const Sheet& sheet : workbook.sheets) SheetWriter(made.get(), formats, sheet).write();
  check(workbook_close(made.release()));  // which frees it, whatever comes of it
  return file.bytes();
}

}  // namespace sendcap::app
