#include <string>
#include <vector>

#include "../shown_number.hpp"
#include "in_time_chart.hpp"
#include "sections.hpp"

// New plans, and what is done within its time in law, by calendar year.

namespace sendcap::report {
namespace {

constexpr const char* kYearEnd = "ends_calendar_year";

Chart new_plans_by_year(const Plans& plans) {
  const char* measure = "new plans, calendar year so far";
  Chart chart;
  chart.id = "new-plans";
  chart.picture = "by_year";
  chart.table.caption = "New plans, and plans held at the end of the year";
  chart.table.columns = {
      {"Calendar year"}, {"Plan"}, {"New plans, with interval", true}, {"Held at its end", true}};
  for (const PlanEstimates& plan : plans)
    for (const YearInRun& year : plan.years(kYearEnd)) {
      const auto begun = plan.series("plans", measure, "plans").at(year.ends);
      if (!begun) continue;
      const auto held = plan.series("plans", "plans held", "plans").at(year.ends);
      chart.table.rows.push_back({year.label, plan.name(), shown(*begun), held ? shown(*held) : "–"});
      chart.values.push_back(
          drawn({{"panel", "new plans"}, {"subject", year.label}, {"series", plan.name()}}, *begun));
      // Of a year that lies in the run as a whole, where there is one.
      if (&plan == &plans.front() && (year.whole || chart.heading.empty()))
        chart.heading = shown_mean(*begun) + " new plans are made in " + year.label +
                        (held ? "; " + shown_mean(*held) + " children have one at its end" : "");
    }
  chart.words =
      "A point for each calendar year and plan: plans begun, with the interval of the mean. A year that is "
      "not whole says from when or to when.";
  return chart;
}

std::vector<InTime> in_time_of_run(const Plans& plans) {
  std::vector<InTime> found;
  for (const std::string& clock : plans.front().subjects("clock", kInTime))
    for (const PlanEstimates& plan : plans)
      for (const YearInRun& year : plan.years(kYearEnd))
        if (const auto share = plan.series("clock", kInTime, clock).at(year.ends))
          found.push_back(
              {clock, plan.name(), year.label, *share, plan.series("clock", "overdue", clock).at(year.ends)});
  return found;
}

}  // namespace

std::string deadlines_section(const Plans& plans) {
  const std::vector<InTime> all = in_time_of_run(plans);
  Chart in_time = in_time_chart(all);
  in_time.heading = furthest_behind(all, plans.front().name());
  return html_figures({in_time, new_plans_by_year(plans)});
}

}  // namespace sendcap::report
