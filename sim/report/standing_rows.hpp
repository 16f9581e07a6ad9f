#pragma once

#include <string>

#include "plan_view.hpp"
#include "shown_number.hpp"

namespace sendcap::report {

// Rows of a table with two columns of numbers: at the start, and at the end or over the run.
class StandingRows {
 public:
  explicit StandingRows(const PlanView& plan) : plan_(plan) {}

  // A blank line, the title, and what the columns are.
  void heading(const std::string& title, const std::string& start, const std::string& end);
  // The same for how things stand at the start and at the end, with their dates.
  void heading(const std::string& title);
  void line(const std::string& text) { text_ += text + '\n'; }
  // At the start and at the end; nothing when neither has a value.
  void standing(const std::string& label, const Subject& subject, model::MeasureId measure,
                Style style = Style::plain);
  // In the column of the end, under a row of how things stand, on the same day a year before it; nothing
  // where the run ends in the month in which it starts, or has no report on that day.
  void year_before(const Subject& subject, model::MeasureId measure, Style style = Style::plain);
  // In the column of the end; nothing without a value.
  void flow(const std::string& label, const std::optional<engine::Interval>& number,
            Style style = Style::plain);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  const PlanView& plan_;
  std::string text_;
};

}  // namespace sendcap::report
