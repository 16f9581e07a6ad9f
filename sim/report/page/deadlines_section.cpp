#include <string>

#include "../shown_number.hpp"
#include "chart.hpp"
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

// The clock that ends the assessment is told of first: the law's twenty weeks.
Chart in_time_by_year(const Plans& plans) {
  const char* measure = "done in time without exceptions, share, calendar year so far";
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
  double least = 2;
  for (const std::string& clock : plans.front().subjects("clock", measure))
    for (const PlanEstimates& plan : plans)
      for (const YearInRun& year : plan.years(kYearEnd)) {
        const auto share = plan.series("clock", measure, clock).at(year.ends);
        if (!share) continue;
        const auto overdue = plan.series("clock", "overdue", clock).at(year.ends);
        chart.table.rows.push_back({clock, year.label, plan.name(), shown(*share, Style::share),
                                    overdue ? shown(within_reach(*overdue, Style::plain)) : "–"});
        chart.values.push_back(drawn({{"panel", clock}, {"subject", year.label}, {"series", plan.name()}},
                                     scaled(within_reach(*share, Style::share), kHundred)));
        if (&plan != &plans.front() || share->mean >= least) continue;
        least = share->mean;
        chart.heading = shown_mean(*share, Style::share) + " are done in time in " + year.label + ", of “" +
                        clock + "”, the furthest behind";
      }
  chart.words =
      "A panel for each step with a time in law; in it a point for each calendar year and plan: the "
      "percentage done in time, with the interval of the mean. A year that is not whole says from when "
      "or to when.";
  return chart;
}

}  // namespace

std::string deadlines_section(const Plans& plans) {
  return html_figures({in_time_by_year(plans), new_plans_by_year(plans)});
}

}  // namespace sendcap::report
