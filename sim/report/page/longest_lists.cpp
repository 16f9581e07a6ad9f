#include "longest_lists.hpp"

#include <algorithm>

namespace sendcap::report {

std::string list_name(const std::string& kind, const std::string& subject) {
  return kind == "placement" ? kSchoolPlaceList : subject;
}

std::vector<List> longest_lists(const PlanEstimates& plan) {
  std::vector<List> lists;
  const Json to_nobody = plan.document().value("pathways_to_nobody", Json::array());
  for (const char* kind : {"pathway", "placement"})
    for (const std::string& subject : plan.subjects(kind, "waiting")) {
      if (std::find(to_nobody.begin(), to_nobody.end(), subject) != to_nobody.end()) continue;
      const EstimateSeries series = plan.series(kind, "waiting", subject);
      const auto end = series.at(plan.dates().back());
      if (!end || end->mean < 1) continue;
      lists.push_back({kind, subject, list_name(kind, subject), series.values.front(), *end});
    }
  std::stable_sort(lists.begin(), lists.end(),
                   [](const List& left, const List& right) { return left.at_end.mean > right.at_end.mean; });
  if (lists.size() > kMostLists) lists.resize(kMostLists);
  return lists;
}

}  // namespace sendcap::report
