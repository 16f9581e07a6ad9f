#include "formats.hpp"

namespace sendcap::app {
namespace {

using report::Look;

constexpr lxw_color_t kDarkBlue = 0x12436D;  // of the Analysis Function's palette
constexpr lxw_color_t kPaleBlue = 0xE7ECF1;
constexpr lxw_color_t kPaleYellow = 0xFFF9DB;
constexpr lxw_color_t kGrey = 0x595959;  // 7:1 on white

const char* number_format(Look look) {
  switch (look) {
    case Look::whole:
      return "#,##0";
    case Look::decimal:
      return "#,##0.0";
    case Look::fine:
      return "0.000";
    case Look::share:
      return "0.0%";
    case Look::pounds:
      return "\"£\"#,##0;-\"£\"#,##0";
    case Look::millions:
      return "\"£\"#,##0.00,,\"m\";-\"£\"#,##0.00,,\"m\"";
    case Look::change:
      return "+#,##0.0;-#,##0.0;0";
    case Look::points:
      return "+0.0\" pts\";-0.0\" pts\";0";
    case Look::date:
      return "d mmm yyyy";
    default:
      return nullptr;
  }
}

void dress_text(lxw_format* format, Look look) {
  switch (look) {
    case Look::title:
      format_set_bold(format);
      format_set_font_size(format, 16);
      format_set_font_color(format, kDarkBlue);
      return;
    case Look::heading:
      format_set_bold(format);
      format_set_font_size(format, 13);
      format_set_font_color(format, kDarkBlue);
      return;
    case Look::label:
      format_set_bold(format);
      format_set_bg_color(format, kPaleBlue);
      format_set_bottom(format, LXW_BORDER_THIN);
      return;
    case Look::note:
      format_set_italic(format);
      return;
    case Look::wrapped:
      format_set_text_wrap(format);
      return;
    case Look::filled_in:
      format_set_bg_color(format, kPaleYellow);
      format_set_border(format, LXW_BORDER_HAIR);
      return;
    default:
      return;
  }
}

}  // namespace

lxw_format* Formats::of(const report::Cell& cell) {
  if (cell.look == Look::plain && !cell.aside) return nullptr;
  lxw_format*& format = made_[{cell.look, cell.aside}];
  if (format == nullptr) format = make(cell.look, cell.aside);
  return format;
}

lxw_format* Formats::make(Look look, bool aside) const {
  lxw_format* format = workbook_add_format(workbook_);
  dress_text(format, look);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (const char* numbers = number_format(look)) format_set_num_format(format, numbers);
  if (look == Look::date) format_set_align(format, LXW_ALIGN_LEFT);
  if (aside) format_set_font_color(format, kGrey);
  return format;
}

}  // namespace sendcap::app
