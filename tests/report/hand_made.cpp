#include "hand_made.hpp"

#include <algorithm>

namespace sendcap::testing {

model::Model a_month() {
  model::Model model;
  model.title = "A small county";
  model.layout.groups = {"all", "district: Redditch"};
  model.layout.dimensions = {{"district", 1, 1}};
  model::ReportDate date;
  date.label = date.date = "2025-01-01";
  model.layout.dates.push_back(date);
  date.time = 14;
  date.date = "2025-01-15";
  date.label = "2025-01-15 inspection";
  date.milestone = true;
  model.layout.dates.push_back(date);
  date.time = 31;
  date.label = date.date = "2025-02-01";
  date.milestone = false;
  date.ends_period = true;
  model.layout.dates.push_back(date);
  date.label = "whole run";
  date.date.clear();
  date.ends_period = false;
  date.whole_run = true;
  model.layout.dates.push_back(date);
  return model;
}

void HandMade::add(model::MeasureId measure, model::SubjectKind kind, const std::string& subject,
                   const std::vector<std::vector<std::vector<double>>>& values, const std::string& detail) {
  model::Column column;
  const model::MeasureDefinition& defined = model::definition(measure);
  column.measure = measure;
  column.name = std::string(defined.name);
  if (!detail.empty()) column.name.append(": ").append(detail);
  column.unit = defined.unit == "wait" ? "weeks" : std::string(defined.unit);
  column.subject_kind = kind;
  column.subject = subject;
  column.by_group = values.front().size() > 1;
  column.offset = model_.layout.cells;
  for (const model::Column& other : model_.layout.columns)
    if (other.subject_kind == kind && other.subject != subject)
      column.subject_index = std::max(column.subject_index, other.subject_index + 1);
    else if (other.subject_kind == kind)
      column.subject_index = other.subject_index;
  model_.layout.columns.push_back(column);
  model_.layout.cells += model_.layout.dates.size() * values.front().size();
  values_.resize(values.size());
  for (std::size_t r = 0; r < values.size(); ++r)
    for (const std::vector<double>& group : values[r])
      values_[r].insert(values_[r].end(), group.begin(), group.end());
}

std::vector<model::Measures> HandMade::replications() const {
  std::vector<model::Measures> all;
  for (const std::vector<double>& values : values_) {
    model::Measures one;
    one.values = values;
    one.events = 1000;
    one.children = 10;
    one.cases = 20;
    all.push_back(one);
  }
  return all;
}

experiment::Estimates HandMade::estimates() const {
  experiment::Estimates estimates(model_.layout);
  for (const model::Measures& one : replications()) estimates.add(one);
  return estimates;
}

}  // namespace sendcap::testing
