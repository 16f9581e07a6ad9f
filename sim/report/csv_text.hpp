#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sendcap/model/measure.hpp"

namespace sendcap::report {

// Pieces of text that the tables share.

// Appends the shortest text that reads back as the same number; nothing for what is no finite number.
void append_number(std::string& to, double number);

// The same for an estimate, whose last figures mean nothing: ten figures.
void append_estimate(std::string& to, double number);

// A field of a CSV line, in quotes where RFC 4180 wants them.
[[nodiscard]] std::string csv_field(std::string_view text);

// How a date stands in tables: as ISO date, or `whole run`.
[[nodiscard]] const std::string& date_text(const model::ReportDate& date);

// By column, the name of what it is about. A name that stands for several things (a service and a pathway)
// says which one, unless it is the service: `occupational therapy (pathway)`.
[[nodiscard]] std::vector<std::string> subject_names(const model::MeasureLayout& layout);

// Whether groups other than `all` are given for a measure at a date when not every detail is asked for: at
// milestones after the start, at the last date and for the whole run, of measures that are not divided again
// (by reason, outcome or band).
[[nodiscard]] bool given_by_group(const model::MeasureLayout& layout, const model::Column& column,
                                  std::size_t date);

}  // namespace sendcap::report
