#include "sendcap/report/inequality_csv.hpp"

#include <string>
#include <vector>

#include "csv_text.hpp"

namespace sendcap::report {
namespace {

using experiment::Compared;
using experiment::Inequality;

class InequalityTable {
 public:
  InequalityTable(std::ostream& out, const PlanResults& plan, const RunDescription& description)
      : out_(out),
        inequality_(*plan.inequality),
        layout_(plan.model->layout),
        subjects_(subject_names(layout_)),
        plan_(csv_field(plan.name)),
        description_(description) {}

  void write() {
    for (std::size_t c = 0; c < inequality_.compared().size(); ++c) {
      if (tells_of_few(inequality_.compared()[c])) continue;
      for (std::size_t d = 0; d < layout_.dimensions.size(); ++d)
        if (inequality_.has_gap(c, d)) write(c, d);
    }
  }

 private:
  [[nodiscard]] bool tells_of_few(const Compared& compared) const {
    return description_.small_count > 0 && compared.date == 0 &&
           compared.spread == Compared::Spread::yes_or_no;
  }

  void write(std::size_t c, std::size_t d) {
    const Compared& compared = inequality_.compared()[c];
    line_ = plan_;
    text(date_text(layout_.dates[compared.date]));
    text(compared.measure);
    text(subjects_[compared.value.front().column]);
    text(layout_.dimensions[d].name);
    number(static_cast<double>(inequality_.groups_compared(c, d)));
    write_gap(inequality_.gap(c, d, description_.level));
    const double within = inequality_.within(c, d).mean();
    const double between = inequality_.between(c, d).mean();
    number(within + between);
    number(within);
    number(between);
    text(compared.unit);
    out_ << line_ << '\n';
  }

  void write_gap(const experiment::Gap& gap) {
    text(layout_.groups[gap.lowest]);
    number(gap.lowest_value.mean);
    text(layout_.groups[gap.highest]);
    number(gap.highest_value.mean);
    interval(gap.difference);
    interval(gap.ratio);
  }

  void interval(const engine::Interval& interval) {
    number(interval.mean);
    number(interval.low);
    number(interval.high);
  }

  void text(std::string_view field) { line_.append(",").append(csv_field(field)); }
  void number(double value) {
    line_ += ',';
    append_estimate(line_, value);
  }

  std::ostream& out_;
  const Inequality& inequality_;
  const model::MeasureLayout& layout_;
  std::vector<std::string> subjects_;  // by column
  std::string plan_;
  const RunDescription& description_;
  std::string line_;
};

}  // namespace

void write_inequality_csv_header(std::ostream& out) {
  out << "plan,date,measure,service,between,groups,lowest_group,lowest,highest_group,highest,gap,gap_low,"
         "gap_high,ratio,ratio_low,ratio_high,theil,theil_within,theil_between,unit\n";
}

void write_inequality_csv(std::ostream& out, const PlanResults& plan, const RunDescription& description) {
  InequalityTable(out, plan, description).write();
}

}  // namespace sendcap::report
