#include "in_time_chart.hpp"

#include "../shown_number.hpp"

namespace sendcap::report {

Chart in_time_chart(const std::vector<InTime>& all) {
  constexpr double kHundred = 100;
  Chart chart;
  chart.id = "in-time";
  chart.picture = "by_year";
  chart.table.caption = "Done within their time, those with a lawful exception left out";
  chart.table.columns = {{"What"},
                         {"Calendar year"},
                         {"Plan"},
                         {"In time, with interval", true},
                         {"Beyond their time at its end", true}};
  for (const InTime& one : all) {
    chart.table.rows.push_back({one.clock, one.year, one.plan, shown(one.share, Style::share),
                                one.overdue ? shown(within_reach(*one.overdue, Style::plain)) : "–"});
    chart.values.push_back(drawn({{"panel", one.clock}, {"subject", one.year}, {"series", one.plan}},
                                 scaled(within_reach(one.share, Style::share), kHundred)));
  }
  chart.words =
      "A panel for each step with a time in law; in it a point for each calendar year and plan: the "
      "percentage done in time, with the interval of the mean. A year that is not whole says from when "
      "or to when.";
  return chart;
}

std::string furthest_behind(const std::vector<InTime>& all, const std::string& as_things_stand) {
  const InTime* least = nullptr;
  for (const InTime& one : all)
    if (one.plan == as_things_stand && (least == nullptr || one.share.mean < least->share.mean)) least = &one;
  if (least == nullptr) return {};
  return shown_mean(least->share, Style::share) + " are done in time in " + least->year + ", of “" +
         least->clock + "”, the furthest behind";
}

}  // namespace sendcap::report
