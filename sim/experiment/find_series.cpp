#include "find_series.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::experiment {
namespace {

using model::Column;
using scenario::Code;
using scenario::Name;

std::string with_kind(const Column& column) {
  return column.subject + " (" + std::string(model::word(column.subject_kind)) + ")";
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += text.empty() ? name : ", " + name;
  return text;
}

class Finder {
 public:
  Finder(const SeriesName& name, const model::MeasureLayout& layout, const std::string& path,
         scenario::Diagnostics& diagnostics)
      : name_(name), layout_(layout), path_(path), diagnostics_(diagnostics) {}

  [[nodiscard]] const Column* find_column() const {
    std::vector<const Column*> of_measure;
    for (const Column& column : layout_.columns)
      if (column.name == name_.measure.text) of_measure.push_back(&column);
    if (of_measure.empty()) {
      refuse("measure", name_.measure, names_of_measures());
      return nullptr;
    }
    return of_subject(of_measure);
  }

  [[nodiscard]] std::optional<std::size_t> find_group(const Column& column) const {
    if (!name_.group) return 0;
    const auto found = std::find(layout_.groups.begin(), layout_.groups.end(), name_.group->text);
    if (found == layout_.groups.end()) {
      refuse("group", *name_.group, layout_.groups);
      return std::nullopt;
    }
    if (found != layout_.groups.begin() && !column.by_group) {
      diagnostics_.error(Code::inconsistent, name_.group->place, path_ + ".group",
                         "the measure '" + column.name + "' is not given by group", "leave out `group`");
      return std::nullopt;
    }
    if (!layout_.has_group(column, static_cast<std::size_t>(found - layout_.groups.begin()))) {
      diagnostics_.error(Code::inconsistent, name_.group->place, path_ + ".group",
                         "no children of '" + name_.group->text + "' can come there");
      return std::nullopt;
    }
    return static_cast<std::size_t>(found - layout_.groups.begin());
  }

 private:
  [[nodiscard]] const Column* of_subject(const std::vector<const Column*>& of_measure) const {
    const std::string& subject = name_.subject.text;
    std::vector<const Column*> found;
    for (const Column* column : of_measure) {
      if (with_kind(*column) == subject) return column;
      if (column->subject == subject) found.push_back(column);
    }
    if (found.size() == 1) return found.front();
    for (const Column* column : found)
      if (column->subject_kind == model::SubjectKind::service) return column;
    std::vector<std::string> names;
    for (const Column* column : found.empty() ? of_measure : found)
      names.push_back(found.empty() ? column->subject : with_kind(*column));
    if (found.empty())
      refuse("subject with the measure '" + name_.measure.text + "'", name_.subject, names);
    else
      diagnostics_.error(Code::unknown_name, name_.subject.place, path_ + ".subject",
                         "'" + subject + "' stands for several things", "write which one: " + joined(names));
    return nullptr;
  }

  [[nodiscard]] std::vector<std::string> names_of_measures() const {
    std::vector<std::string> names;
    for (const Column& column : layout_.columns)
      if (std::find(names.begin(), names.end(), column.name) == names.end()) names.push_back(column.name);
    return names;
  }

  void refuse(const std::string& what, const Name& name, const std::vector<std::string>& names) const {
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    (void)scenario::resolve(name, candidates, what, path_, diagnostics_);
  }

  const SeriesName& name_;
  const model::MeasureLayout& layout_;
  const std::string& path_;
  scenario::Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Series> find_series(const SeriesName& name, const model::MeasureLayout& layout,
                                  const std::string& path, scenario::Diagnostics& diagnostics) {
  const Finder finder(name, layout, path, diagnostics);
  const Column* column = finder.find_column();
  if (column == nullptr) return std::nullopt;
  const std::optional<std::size_t> group = finder.find_group(*column);
  if (!group) return std::nullopt;
  return Series{column, *group};
}

std::optional<std::size_t> find_report_date(scenario::Date day, scenario::Place place,
                                            const model::MeasureLayout& layout, const std::string& path,
                                            scenario::Diagnostics& diagnostics) {
  const std::string wanted = scenario::format(day);
  const std::string& first = layout.dates.front().date;
  const std::string& last = layout.dates[layout.dates.size() - 2].date;
  std::string hint;
  std::string before;
  for (std::size_t i = 0; i < layout.dates.size() && hint.empty(); ++i) {
    const model::ReportDate& date = layout.dates[i];
    if (date.date == wanted) return i;
    if (date.whole_run || wanted < first)
      hint = "the run is from " + first + " to " + last;
    else if (date.date > wanted)  // ISO dates sort as text
      hint = "the nearest report dates are " + before + " and " + date.date +
             "; `report every` and milestones add more";
    before = date.date;
  }
  diagnostics.error(Code::unknown_name, place, path + ".date", "no results are given for " + wanted, hint);
  return std::nullopt;
}

}  // namespace sendcap::experiment
