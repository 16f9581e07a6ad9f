#include "sendcap/experiment/change_inputs.hpp"

#include <vector>

#include "sendcap/scenario/language/override.hpp"
#include "sendcap/scenario/language/walk.hpp"

namespace sendcap::experiment {
namespace {

using scenario::ValueHandle;

// The whole of which a value is a share: the path of the split or of the localities; empty when it is none.
std::string whole_of(const std::string& path) {
  std::vector<std::string> parts = scenario::split_path(path);
  if (parts.size() >= 2 && parts[parts.size() - 2] == "split")
    parts.resize(parts.size() - 1);
  else if (parts.size() >= 3 && parts[parts.size() - 3] == "localities" && parts.back() == "share")
    parts.resize(parts.size() - 2);
  else
    return {};
  return scenario::join_path(parts);
}

// Changes values of an object, then scales the rest of what they are shares of.
template <class T>
void change(T& object, const std::map<std::string, double>& by_path) {
  if (by_path.empty()) return;
  struct Whole {
    double changed = 0;
    double others = 0;

    // What is given stands and the rest shares what is left; where nothing is left, all give way alike.
    [[nodiscard]] double factor(bool given) const {
      const bool fits = changed < 1 && others > 0;
      if (given) return fits ? 1 : 1 / (changed + others);
      return fits ? (1 - changed) / others : 1 / (changed + others);
    }
  };
  std::map<std::string, Whole> wholes;
  for (const auto& [path, value] : by_path)
    if (const std::string whole = whole_of(path); !whole.empty()) wholes[whole].changed += value;
  scenario::for_each_value(object, [&](ValueHandle& handle) {
    const auto given = by_path.find(handle.path());
    const auto whole = wholes.empty() ? wholes.end() : wholes.find(whole_of(handle.path()));
    if (given != by_path.end())
      handle.set_in_proportion(given->second);
    else if (whole != wholes.end())
      whole->second.others += handle.numbers().is;
  });
  if (wholes.empty()) return;
  scenario::for_each_value(object, [&](ValueHandle& handle) {
    const auto whole = wholes.find(whole_of(handle.path()));
    if (whole == wholes.end() || !(whole->second.changed + whole->second.others > 0)) return;
    const double factor = whole->second.factor(by_path.count(handle.path()) > 0);
    if (factor != 1) handle.set_in_proportion(handle.numbers().is * factor);
  });
}

}  // namespace

void change_inputs(scenario::Scenario& scenario, const std::map<std::string, double>& value_by_path) {
  change(scenario, value_by_path);
}

void change_inputs(scenario::Plan& plan, const std::map<std::string, double>& value_by_path) {
  change(plan, value_by_path);
}

}  // namespace sendcap::experiment
