#include "sendcap/experiment/changed_values.hpp"

#include <algorithm>
#include <utility>

#include "sendcap/scenario/language/walk.hpp"

namespace sendcap::experiment {
namespace {

using scenario::NewValue;
using scenario::ValueView;

std::vector<double> later(const ValueView& view) {
  std::vector<double> values;
  for (const scenario::Change<double>& change : view.numbers().then) values.push_back(change.is);
  return values;
}

bool same_place(scenario::Place left, scenario::Place right) {
  return left.file == right.file && left.line == right.line && left.column == right.column;
}

}  // namespace

std::vector<NewValue> changed_values(const scenario::Scenario& before, const scenario::Scenario& after) {
  std::vector<ValueView> old;
  scenario::for_each_value(before, [&](const ValueView& view) { old.push_back(view); });
  std::vector<NewValue> changed;
  std::size_t at = 0;
  scenario::for_each_value(after, [&](const ValueView& view) {
    const ValueView& was = old.at(at++);
    if (!was.place().known()) return;
    NewValue value{was.place(), view.kind(), view.numbers().is, later(view), {}, {}, {}};
    if (value.is == was.numbers().is && value.then == later(was)) return;
    if (std::any_of(changed.begin(), changed.end(),
                    [&](const NewValue& known) { return same_place(known.place, value.place); }))
      return;
    if (const auto& range = was.numbers().range; range && (value.is < range->least || value.is > range->most))
      value.range = {std::min(range->least, value.is), std::max(range->most, value.is)};
    changed.push_back(std::move(value));
  });
  return changed;
}

}  // namespace sendcap::experiment
