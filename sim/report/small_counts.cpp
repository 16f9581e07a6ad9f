#include "sendcap/report/small_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace sendcap::report {
namespace {

using model::Column;
using model::MeasureId;
using model::SubjectKind;

constexpr double kHidden = std::numeric_limits<double>::quiet_NaN();
constexpr double kRoundedTo = 5;
constexpr double kRoundedBy = 2;  // at most

double rounded(double count) {
  return std::round(count / kRoundedTo) * kRoundedTo;
}

// What a reader who knows the total, and the counts shown, can say of those left out.
struct Reader {
  std::size_t hidden = 0;
  double most = 0;  // that those left out can be together

  // Every one of them is at least 1. With a child to spare, each may be one number or another.
  [[nodiscard]] bool knows() const { return hidden == 1 || most < static_cast<double>(hidden) + 1; }
};

Reader reader_of(const std::vector<double>& counts, const std::vector<bool>& hidden, double total,
                 unsigned small) {
  Reader reader;
  reader.most = total;
  for (std::size_t g = 0; g < counts.size(); ++g) {
    if (hidden[g])
      ++reader.hidden;
    else if (counts[g] > 0)
      reader.most -= std::max(rounded(counts[g]) - kRoundedBy, small + 1.0);
  }
  return reader;
}

// The smallest count that is shown, and not nothing.
std::size_t smallest_shown(const std::vector<double>& counts, const std::vector<bool>& hidden) {
  std::size_t smallest = counts.size();
  for (std::size_t g = 0; g < counts.size(); ++g)
    if (!hidden[g] && counts[g] > 0 && (smallest == counts.size() || counts[g] < counts[smallest]))
      smallest = g;
  return smallest;
}

// The column of those whom a measure speaks of.
MeasureId counted_by(MeasureId measure) {
  switch (measure) {
    case MeasureId::wait_of_waiting_mean:
    case MeasureId::wait_of_waiting_median:
    case MeasureId::wait_of_waiting_p90:
    case MeasureId::wait_of_waiting_longest:
    case MeasureId::wait_of_waiting_theil:
    case MeasureId::waiting_within_18_weeks:
      return MeasureId::waiting;
    case MeasureId::share_in_county:
    case MeasureId::share_independent:
      return MeasureId::plans_held;
    default:
      return measure;
  }
}

}  // namespace

std::vector<double> without_small_counts(const std::vector<double>& counts, double total, unsigned small) {
  if (small == 0) return counts;
  std::vector<bool> hidden(counts.size());
  for (std::size_t g = 0; g < counts.size(); ++g) hidden[g] = counts[g] > 0 && counts[g] <= small;
  while (std::find(hidden.begin(), hidden.end(), true) != hidden.end() &&
         reader_of(counts, hidden, total, small).knows()) {
    const std::size_t next = smallest_shown(counts, hidden);
    if (next == counts.size()) {  // the rest are nothing, which would tell
      std::fill(hidden.begin(), hidden.end(), true);
      break;
    }
    hidden[next] = true;
  }
  std::vector<double> shown(counts.size());
  for (std::size_t g = 0; g < counts.size(); ++g) shown[g] = hidden[g] ? kHidden : rounded(counts[g]);
  return shown;
}

SmallCounts::SmallCounts(const model::MeasureLayout& layout, unsigned small)
    : layout_(layout), small_(small), count_of_(layout.columns.size()) {
  using Key = std::tuple<MeasureId, SubjectKind, model::Index>;
  std::map<Key, std::size_t> first;  // the first column of a measure of a subject
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    const Column& column = layout.columns[c];
    first.try_emplace({column.measure, column.subject_kind, column.subject_index}, c);
  }
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    const Column& column = layout.columns[c];
    const MeasureId counts = counted_by(column.measure);
    count_of_[c] = c;
    if (counts == column.measure) continue;
    const auto of = first.find({counts, column.subject_kind, column.subject_index});
    if (of != first.end()) count_of_[c] = of->second;
  }
}

std::vector<double> SmallCounts::shown(std::size_t column,
                                       const std::function<double(std::size_t cell)>& value) const {
  std::vector<double> values = at_start(column, value);
  if (count_of_[column] == column) return counts_shown(values);
  const std::vector<double> counts = at_start(count_of_[column], value);
  const std::vector<double> counts_given = counts_shown(counts);
  const bool is_share = layout_.columns[column].unit == "share";
  for (std::size_t g = 1; g < values.size(); ++g)
    if (std::isnan(counts_given[g]) || (is_share && tells_of_few(values[g], counts[g]))) values[g] = kHidden;
  return values;
}

std::vector<double> SmallCounts::at_start(std::size_t column,
                                          const std::function<double(std::size_t cell)>& value) const {
  std::vector<double> values(layout_.groups.size(), std::numeric_limits<double>::quiet_NaN());
  for (const std::size_t group : layout_.groups_of(layout_.columns[column]))
    values[group] = value(layout_.cell(layout_.columns[column], 0, group));
  return values;
}

std::vector<double> SmallCounts::counts_shown(const std::vector<double>& counts) const {
  std::vector<double> all = counts;
  for (const model::MeasureLayout::Dimension& dimension : layout_.dimensions) {
    const auto first = counts.begin() + static_cast<std::ptrdiff_t>(dimension.first_group);
    const std::vector<double> shown = without_small_counts(
        {first, first + static_cast<std::ptrdiff_t>(dimension.group_count)}, counts.front(), small_);
    std::copy(shown.begin(), shown.end(), all.begin() + static_cast<std::ptrdiff_t>(dimension.first_group));
  }
  return all;
}

bool SmallCounts::tells_of_few(double share, double count) const {
  const auto few = [&](double number) { return number > 0 && std::round(number) <= small_; };
  return few(share * count) || few((1 - share) * count);
}

}  // namespace sendcap::report
