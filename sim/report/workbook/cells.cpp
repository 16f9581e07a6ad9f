#include "cells.hpp"

#include <cmath>
#include <string_view>

#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::report {

Row labels(std::initializer_list<const char*> texts) {
  Row row;
  for (const std::string_view text : texts) {
    const std::size_t bar = text.find('|');
    row.emplace_back(std::string(text.substr(0, bar)), Look::label);
    if (bar != std::string_view::npos) row.back().remark = text.substr(bar + 1);
  }
  return row;
}

Cell date_cell(const std::string& iso, const std::string& otherwise) {
  const auto date = scenario::parse<scenario::Date>(iso);
  return date ? Cell((*date).days_since_1970, Look::date) : Cell(otherwise);
}

Cell number_cell(double number, Look look) {
  return std::isfinite(number) ? Cell(number, look) : Cell();
}

}  // namespace sendcap::report
