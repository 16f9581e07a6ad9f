#include "sendcap/experiment/observation.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "find_series.hpp"
#include "sendcap/scenario/language/csv_read.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::experiment {
namespace {

using scenario::Code;
using scenario::CsvField;
using scenario::CsvRecord;
using scenario::Name;

enum ColumnOf : std::size_t { kDate, kMeasure, kSubject, kGroup, kValue, kStandardError, kColumns };
constexpr std::array<std::string_view, kColumns> kNames{"date",  "measure", "subject",
                                                        "group", "value",   "standard error"};

class Reading {
 public:
  Reading(const ObservedSubject& about, const model::MeasureLayout& layout, Outcomes& outcomes,
          scenario::Diagnostics& diagnostics)
      : about_(about), layout_(layout), outcomes_(outcomes), diagnostics_(diagnostics) {}

  // Which column is which.
  void read_names(const CsvRecord& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      std::string name = names[i].text;
      std::replace(name.begin(), name.end(), '_', ' ');
      const auto known = std::find(kNames.begin(), kNames.end(), name);
      if (known == kNames.end()) {
        error(Code::unknown_key, names[i], "no column '" + names[i].text + "' is known here",
              scenario::suggest(name, kNames));
        continue;
      }
      std::optional<std::size_t>& at = columns_[static_cast<std::size_t>(known - kNames.begin())];
      if (at) error(Code::duplicate_key, names[i], "the column '" + name + "' stands twice", {});
      at = i;
    }
    for (const std::size_t needed : {kDate, kValue})
      if (!columns_[needed])
        error(Code::missing_field, names.front(),
              "the column '" + std::string(kNames[needed]) + "' is missing",
              "the first line names the columns, as in date,value");
    say_what_is_missing(kMeasure, about_.measure, names.front());
    say_what_is_missing(kSubject, about_.subject, names.front());
  }

  void read_record(const CsvRecord& record, std::vector<Observation>& observations) {
    const std::size_t errors = diagnostics_.errors();
    const std::optional<Name> measure = named(record, kMeasure, about_.measure);
    const std::optional<Name> subject = named(record, kSubject, about_.subject);
    const std::optional<Name> group = named(record, kGroup, about_.group);
    Observation observation;
    observation.place = record.front().place;
    const CsvField& date = record[*columns_[kDate]];
    if (!measure) error(Code::empty_value, record.front(), "this line names no measure", {});
    if (!subject) error(Code::empty_value, record.front(), "this line names no subject", {});
    std::optional<Series> series;
    if (measure && subject) series = find_series({*measure, *subject, group}, layout_, {}, diagnostics_);
    const std::optional<std::size_t> when = find_date(date);
    const CsvField& value = record[*columns_[kValue]];
    const bool share = series && series->column->unit == "share";
    if (const auto number = read_number(value, share)) observation.value = *number;
    read_standard_error(record, share, observation);
    if (diagnostics_.errors() > errors) return;
    observation.outcome = outcomes_.ask(layout_, *series->column, *when, series->group);
    for (const Observation& other : observations)
      if (other.outcome == observation.outcome)
        diagnostics_.add({Code::duplicate_name,
                          scenario::Severity::error,
                          observation.place,
                          {},
                          "this figure is given twice",
                          "keep one of the two lines",
                          {{other.place, "first given here"}}});
    observations.push_back(observation);
  }

 private:
  void error(Code code, const CsvField& field, std::string message, std::string hint) {
    diagnostics_.error(code, field.place, {}, std::move(message), std::move(hint));
  }

  void say_what_is_missing(std::size_t column, const std::optional<Name>& given, const CsvField& first) {
    if (columns_[column] || given) return;
    const std::string name(kNames[column]);
    error(Code::missing_field, first, "nothing says of which " + name + " these figures are",
          "add a column '" + name + "', or say --" + name);
  }

  [[nodiscard]] std::optional<Name> named(const CsvRecord& record, std::size_t column,
                                          const std::optional<Name>& otherwise) const {
    if (!columns_[column] || record[*columns_[column]].text.empty()) return otherwise;
    const CsvField& field = record[*columns_[column]];
    return Name{field.text, field.place};
  }

  std::optional<std::size_t> find_date(const CsvField& field) {
    const std::string& whole_run = layout_.dates.back().label;
    if (field.text == whole_run) return layout_.dates.size() - 1;
    const auto day = scenario::parse<scenario::Date>(field.text);
    if (day) return find_report_date(*day, field.place, layout_, {}, diagnostics_);
    error(day.error.code, field, day.error.message, day.error.hint);
    return std::nullopt;
  }

  std::optional<double> read_number(const CsvField& field, bool share) {
    if (field.text.empty()) {
      error(Code::empty_value, field, "the value is empty", "leave out a line without a figure");
      return std::nullopt;
    }
    const auto kind = share ? scenario::QuantityKind::fraction : scenario::QuantityKind::number;
    const auto number = scenario::parse_quantity(kind, field.text);
    if (number) return *number;
    error(number.error.code, field, number.error.message, number.error.hint);
    return std::nullopt;
  }

  void read_standard_error(const CsvRecord& record, bool share, Observation& observation) {
    if (!columns_[kStandardError]) return;
    const CsvField& field = record[*columns_[kStandardError]];
    if (field.text.empty()) return;
    observation.standard_error = read_number(field, share);
    if (observation.standard_error && *observation.standard_error < 0)
      error(Code::out_of_range, field, "a standard error can not be below 0", {});
  }

  const ObservedSubject& about_;
  const model::MeasureLayout& layout_;
  Outcomes& outcomes_;
  scenario::Diagnostics& diagnostics_;
  std::array<std::optional<std::size_t>, kColumns> columns_;
};

}  // namespace

std::optional<std::vector<Observation>> read_observations(const scenario::Sources& sources,
                                                          std::uint32_t file, const ObservedSubject& about,
                                                          const model::MeasureLayout& layout,
                                                          Outcomes& outcomes,
                                                          scenario::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  const std::optional<std::vector<CsvRecord>> records = scenario::read_csv(sources, file, diagnostics);
  if (!records) return std::nullopt;
  Reading reading(about, layout, outcomes, diagnostics);
  reading.read_names(records->front());
  if (diagnostics.errors() > errors) return std::nullopt;
  std::vector<Observation> observations;
  for (std::size_t i = 1; i < records->size(); ++i) reading.read_record((*records)[i], observations);
  if (records->size() == 1)
    diagnostics.error(Code::empty_file, records->front().front().place, {}, "there is no figure in it");
  if (diagnostics.errors() > errors) return std::nullopt;
  return observations;
}

}  // namespace sendcap::experiment
