#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sendcap/engine/interval.hpp"
#include "sendcap/report/results.hpp"

namespace sendcap::report {

// What a row of the table is about.
struct Subject {
  model::SubjectKind kind = model::SubjectKind::service;
  model::Index index = 0;
  std::string name;
};

// Whether a service can bear what is asked of it.
enum class Demand {
  bearable,
  perhaps_too_much,  // the interval of the load reaches to both sides of 1
  some_leave,        // too much, but those who leave or are turned away keep the list in bounds
  list_grows         // too much: the list has no long-run average
};

// Looks up estimates of a plan for all children, by what is meant rather than by cell.
class PlanView {
 public:
  PlanView(const PlanResults& plan, double level) : plan_(plan), level_(level) {}

  // Empty when the subject has no such measure, or no replication a value of it.
  [[nodiscard]] std::optional<engine::Interval> at(const Subject& subject, model::MeasureId measure,
                                                   std::size_t date) const;
  [[nodiscard]] std::optional<engine::Interval> at_start(const Subject& subject,
                                                         model::MeasureId measure) const {
    return at(subject, measure, 0);
  }
  [[nodiscard]] std::optional<engine::Interval> at_end(const Subject& subject,
                                                       model::MeasureId measure) const {
    return at(subject, measure, layout().dates.size() - 2);
  }
  [[nodiscard]] std::optional<engine::Interval> whole_run(const Subject& subject,
                                                          model::MeasureId measure) const {
    return at(subject, measure, layout().dates.size() - 1);
  }
  // A count of the whole run as a count a month (a twelfth of 365.25 days).
  [[nodiscard]] std::optional<engine::Interval> a_month(const Subject& subject,
                                                        model::MeasureId measure) const;

  // True when anybody waited for it or came to it.
  [[nodiscard]] bool has_children(const Subject& subject) const;
  // True when children on the pathway wait for a service or a place (model::Column).
  [[nodiscard]] bool leads_to_somebody(const Subject& pathway) const;
  // How the work asked of a service compares with what it can do.
  [[nodiscard]] Demand demand_of(const Subject& service) const;
  // The unit of its waits: `weeks`.
  [[nodiscard]] std::string wait_unit() const;
  // One reporting period only: a textbook queue, of which averages are asked.
  [[nodiscard]] bool single_period() const;

  [[nodiscard]] const model::Model& model() const { return *plan_.model; }
  [[nodiscard]] const model::MeasureLayout& layout() const { return plan_.model->layout; }

 private:
  [[nodiscard]] bool can_leave(const Subject& service) const;
  [[nodiscard]] bool has_grown(const Subject& service) const;

  const PlanResults& plan_;
  double level_;
};

}  // namespace sendcap::report
