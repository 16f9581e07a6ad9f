#include "sendcap/experiment/compared.hpp"

#include <map>
#include <utility>

namespace sendcap::experiment {
namespace {

using model::Column;
using model::MeasureId;
using model::SubjectKind;
using Spread = Compared::Spread;
using Term = Compared::Term;

// A wait or a share that stands in the results, of how many, and its Theil index where there is one.
struct Ready {
  MeasureId value;
  MeasureId count;
  MeasureId theil = MeasureId::count;
  Spread spread = Spread::no_index;
};

constexpr Ready kAtDates[] = {
    {MeasureId::wait_of_waiting_mean, MeasureId::waiting, MeasureId::wait_of_waiting_theil,
     Spread::in_column},
    {MeasureId::wait_of_waiting_median, MeasureId::waiting},
    {MeasureId::wait_of_waiting_p90, MeasureId::waiting},
    {MeasureId::waiting_within_18_weeks, MeasureId::waiting, MeasureId::count, Spread::yes_or_no},
};

constexpr Ready kOfTheWholeRun[] = {
    {MeasureId::wait_of_seen_mean, MeasureId::seen, MeasureId::wait_of_seen_theil, Spread::in_column},
    {MeasureId::wait_of_seen_median, MeasureId::seen},
    {MeasureId::wait_of_seen_p90, MeasureId::seen},
    {MeasureId::seen_within_13_weeks, MeasureId::seen, MeasureId::count, Spread::yes_or_no},
    {MeasureId::seen_within_18_weeks, MeasureId::seen, MeasureId::count, Spread::yes_or_no},
    {MeasureId::share_in_time, MeasureId::done, MeasureId::count, Spread::yes_or_no},
};

class Comparisons {
 public:
  explicit Comparisons(const model::MeasureLayout& layout) : layout_(layout) {
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
      const Column& column = layout.columns[c];
      by_subject_[{column.subject_kind, column.subject_index}].push_back(c);
      if (column.measure == MeasureId::children_known) known_ = c;
    }
  }

  std::vector<Compared> all() {
    const std::size_t whole = layout_.dates.size() - 1;
    for (const auto& [subject, columns] : by_subject_) {
      columns_ = &columns;
      for (std::size_t date = 0; date < whole; ++date)
        if (layout_.dates[date].unequal) at_date(subject.first, date);
      for (const Ready& ready : kOfTheWholeRun) add(ready, whole);
      endings(whole);
      per_child_known(MeasureId::happened, whole);
      per_child_known(MeasureId::waited_without_support, whole);
    }
    return std::move(compared_);
  }

 private:
  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t column(MeasureId measure) const {
    for (const std::size_t c : *columns_)
      if (layout_.columns[c].measure == measure && layout_.columns[c].by_group) return c;
    return kNoColumn;
  }

  Compared about(std::size_t column, std::size_t date) const {
    const Column& given = layout_.columns[column];
    Compared compared;
    compared.measure = given.name;
    compared.subject = given.subject;
    compared.subject_kind = given.subject_kind;
    compared.subject_index = given.subject_index;
    compared.unit = given.unit;
    compared.date = date;
    compared.value = {{column, date}};
    return compared;
  }

  void at_date(SubjectKind kind, std::size_t date) {
    for (const Ready& ready : kAtDates) add(ready, date);
    if (kind == SubjectKind::plans) {
      const std::size_t plans = column(MeasureId::plans_held);
      const std::size_t without = column(MeasureId::without_a_place);
      add_share("without a place, of plans held", without, {{plans, date}}, date);
      Compared in_county = about(column(MeasureId::share_in_county), date);
      in_county.count = {{plans, date}};
      in_county.less = {{without, date}};
      in_county.spread = Spread::yes_or_no;
      compared_.push_back(std::move(in_county));
    }
    if (kind == SubjectKind::provision_kind && known_ != kNoColumn)
      add_share("children there, of children known", column(MeasureId::children_there), {{known_, date}},
                date);
  }

  void add(const Ready& ready, std::size_t date) {
    const std::size_t value = column(ready.value);
    if (value == kNoColumn) return;
    Compared compared = about(value, date);
    compared.count = {{column(ready.count), date}};
    compared.spread = ready.spread;
    if (ready.spread == Spread::in_column) compared.theil = {column(ready.theil), date};
    compared_.push_back(std::move(compared));
  }

  void add_share(std::string name, std::size_t value, std::vector<Term> count, std::size_t date) {
    Compared compared = about(value, date);
    compared.measure = std::move(name);
    compared.unit = "share";
    compared.counted = true;
    compared.count = std::move(count);
    compared.spread = Spread::yes_or_no;
    compared_.push_back(std::move(compared));
  }

  // Each way in which cases of a pathway end, of all that ended.
  void endings(std::size_t whole) {
    if (column(MeasureId::outcome) == kNoColumn) return;
    std::vector<Term> all;
    for (const std::size_t c : *columns_)
      if (layout_.columns[c].measure == MeasureId::outcome || layout_.columns[c].measure == MeasureId::left)
        all.push_back({c, whole});
    for (const Term& one : all)
      add_share(layout_.columns[one.column].name + ", of cases ended", one.column, all, whole);
  }

  // Counts of the whole run, for each child known at its end.
  void per_child_known(MeasureId measure, std::size_t whole) {
    const std::size_t value = column(measure);
    if (value == kNoColumn || known_ == kNoColumn) return;
    Compared compared = about(value, whole);
    compared.measure += ", per child known";
    compared.unit = layout_.columns[value].unit + " per child";
    compared.counted = true;
    compared.count = {{known_, whole - 1}};
    compared.spread = Spread::only_between;
    compared_.push_back(std::move(compared));
  }

  const model::MeasureLayout& layout_;
  std::map<std::pair<SubjectKind, model::Index>, std::vector<std::size_t>> by_subject_;
  const std::vector<std::size_t>* columns_ = nullptr;  // of the subject at work
  std::size_t known_ = kNoColumn;
  std::vector<Compared> compared_;
};

}  // namespace

std::vector<Compared> what_is_compared(const model::MeasureLayout& layout) {
  return Comparisons(layout).all();
}

}  // namespace sendcap::experiment
