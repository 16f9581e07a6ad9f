#include "compared_lists.hpp"

#include <algorithm>
#include <cmath>

#include "longest_lists.hpp"

namespace sendcap::report {
namespace {

ComparedList& list_of(std::vector<ComparedList>& lists, const std::string& name) {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [&](const ComparedList& list) { return list.name == name; });
  if (found != lists.end()) return *found;
  lists.push_back({name, {}, {}});
  return lists.back();
}

double as_things_stand(const ComparedList& list) {
  return interval_in(list.waiting.back()->at("values").at(0)).mean;
}

// The same numbers of children in every plan at the end.
bool is_the_same(const ComparedList& left, const ComparedList& right) {
  return left.waiting.back()->at("values") == right.waiting.back()->at("values");
}

}  // namespace

std::vector<ComparedList> compared_lists(const Json& comparison) {
  std::vector<ComparedList> lists;
  const Json to_nobody = comparison.value("pathways_to_nobody", Json::array());
  for (const Json& outcome : comparison.at("outcomes")) {
    const std::string kind = outcome.at("kind");
    if ((kind != "pathway" && kind != "placement") || outcome.at("date") == kWholeRun) continue;
    if (std::find(to_nobody.begin(), to_nobody.end(), outcome.at("service")) != to_nobody.end()) continue;
    const std::string name = list_name(kind, outcome.at("service"));
    if (outcome.at("measure") == "waiting") list_of(lists, name).waiting.push_back(&outcome);
    if (outcome.at("measure") == "wait of those waiting, mean")
      list_of(lists, name).waits.push_back(&outcome);
  }
  const auto placement = std::find_if(lists.begin(), lists.end(), [](const ComparedList& list) {
    return list.name == kSchoolPlaceList && !list.waiting.empty();
  });
  std::vector<ComparedList> told;
  for (const ComparedList& list : lists) {
    if (list.waiting.empty() || !(as_things_stand(list) >= 1)) continue;
    if (placement != lists.end() && &list != &*placement && is_the_same(list, *placement)) continue;
    told.push_back(list);
  }
  std::stable_sort(told.begin(), told.end(), [](const ComparedList& left, const ComparedList& right) {
    return as_things_stand(left) > as_things_stand(right);
  });
  if (told.size() > kMostLists) told.resize(kMostLists);
  return told;
}

bool changes_clearly(const Json& outcome, std::size_t plan) {
  return outcome.at("differences").at(plan - 1).at("verdict") == "clear";
}

std::optional<LargestChange> largest_change(const Json& outcome) {
  std::optional<LargestChange> largest;
  for (std::size_t plan = 1; plan <= outcome.at("differences").size(); ++plan) {
    if (!changes_clearly(outcome, plan)) continue;
    const engine::Interval change = interval_in(outcome.at("differences").at(plan - 1));
    if (!largest || std::abs(change.mean) > std::abs(largest->change.mean))
      largest = LargestChange{plan, change};
  }
  return largest;
}

std::vector<std::size_t> plans_that_change(const std::vector<const Json*>& outcomes) {
  std::vector<std::size_t> plans;
  if (outcomes.empty()) return plans;
  for (std::size_t plan = 1; plan <= outcomes.front()->at("differences").size(); ++plan)
    if (std::any_of(outcomes.begin(), outcomes.end(),
                    [plan](const Json* outcome) { return changes_clearly(*outcome, plan); }))
      plans.push_back(plan);
  return plans;
}

std::vector<std::size_t> plans_drawn(const std::vector<const Json*>& outcomes) {
  constexpr std::size_t kColours = 7;  // one of them for the scenario as it stands
  std::vector<std::size_t> plans = plans_that_change(outcomes);
  if (plans.size() >= kColours) plans.resize(kColours - 1);
  return plans;
}

std::string but_moved_on(const Json& comparison, std::size_t plan, const std::string& list) {
  std::string words;
  for (const Json& moved : comparison.at("plans").at(plan).value("moved_on", Json::array()))
    if (moved.at("list") == list) words += (words.empty() ? "" : ", ") + moved.at("words").get<std::string>();
  return words;
}

std::string and_but_moved_on(const Json& comparison, std::size_t plan, const std::string& list) {
  const std::string but = but_moved_on(comparison, plan, list);
  return but.empty() ? but : ", " + but;
}

std::string plan_title(const Json& comparison, std::size_t plan) {
  return comparison.at("plans").at(plan).at("plan");
}

}  // namespace sendcap::report
