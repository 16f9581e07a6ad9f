// The county as shipped: its lists grow as the published ones did, its figures say where they come from, and
// its plans do what they say.
//
// Published (Worcester News, 19 January 2026): autism 2,389 in September 2024 and 2,862 in November 2025,
// ADHD 1,506 and 2,094. Each month is taken as its first day, so 14 months lie between them.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "provenance.hpp"
#include "run_text.hpp"
#include "sendcap/engine/interval.hpp"
#include "sendcap/engine/tally.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/language/override.hpp"
#include "sendcap/scenario/language/walk.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

constexpr double kMonths = 14;
constexpr double kAutismThen = 2389;
constexpr double kAutismNow = 2862;
constexpr double kAdhdThen = 1506;
constexpr double kAdhdNow = 2094;
const std::string kAutism = "autism assessment";
const std::string kAdhd = "ADHD assessment and treatment";

std::string county_file(const std::string& name) {
  return SENDCAP_SOURCE_DIR "/scenarios/worcestershire/" + name;
}

scenario::Scenario county(const std::vector<std::string>& overrides = {}) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  auto loaded =
      scenario::load_scenario(county_file("baseline.yaml"), overrides, text_of_file, sources, diagnostics);
  if (!loaded) throw std::runtime_error(scenario::render(diagnostics, sources));
  return *loaded;
}

scenario::Scenario with_plan(const scenario::Scenario& baseline, const std::string& plan_file) {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto plan =
      scenario::load_plan(county_file("plans/" + plan_file), text_of_file, sources, diagnostics);
  scenario::Scenario changed = plan ? scenario::apply(baseline, *plan, diagnostics) : baseline;
  if (diagnostics.has_errors()) throw std::runtime_error(scenario::render(diagnostics, sources));
  return changed;
}

model::Model compiled(const scenario::Scenario& scenario) {
  scenario::Diagnostics diagnostics;
  auto model = model::compile(scenario, diagnostics);
  if (!model) throw std::runtime_error(scenario::render(diagnostics, {}));
  return std::move(*model);
}

// The results of each replication, kept apart.
std::vector<model::Measures> replications(const model::Model& model, std::uint32_t count) {
  std::vector<model::Measures> all;
  experiment::Estimates estimates(model.layout);
  experiment::RunOptions options;
  options.replications = count;
  options.seed = 20250101;
  experiment::run(model, options, estimates,
                  [&](std::uint32_t, const model::Measures& measures) { all.push_back(measures); });
  return all;
}

const model::Column& column_of(const model::Model& model, const std::string& measure,
                               const std::string& subject) {
  const model::Column* column = model.layout.find(measure, subject);
  if (column == nullptr) throw std::runtime_error("no measure '" + measure + "' of '" + subject + "'");
  return *column;
}

std::size_t date_index(const model::Model& model, const std::string& date) {
  for (std::size_t i = 0; i < model.layout.dates.size(); ++i)
    if (model.layout.dates[i].date == date) return i;
  throw std::runtime_error("no report date " + date);
}

// Of one column for all children; the last date is the whole run.
double value_at(const model::Model& model, const model::Measures& measures, const model::Column& column,
                std::size_t date) {
  return measures.values[model.layout.cell(column, date, 0)];
}

// The 95% interval of the model's mean growth until November 2025 lies as a whole within five children a
// month of the published growth.
void expect_growth(const model::Model& model, const std::vector<model::Measures>& runs,
                   const std::string& list, double months, double published) {
  const model::Column& waiting = column_of(model, "waiting", list);
  const std::size_t november = date_index(model, "2025-11-01");
  engine::Tally growth;
  for (const model::Measures& run : runs)
    growth.add((value_at(model, run, waiting, november) - value_at(model, run, waiting, 0)) / months);
  const engine::Interval interval = engine::student_t_interval(growth, 0.95);
  EXPECT_GT(interval.low, published - 5) << list << " grows by " << interval.mean << " a month";
  EXPECT_LT(interval.high, published + 5) << list << " grows by " << interval.mean << " a month";
}

TEST(Worcestershire, lists_on_1_january_2025_stand_on_the_line_between_the_published_ones) {
  const Results start(compiled(county({"clock.until=2025-01-08"})), 1);
  EXPECT_NEAR(start.mean("waiting", kAutism, "2025-01-01"),
              kAutismThen + 4 * (kAutismNow - kAutismThen) / kMonths, 0.5);
  EXPECT_NEAR(start.mean("waiting", kAdhd, "2025-01-01"), kAdhdThen + 4 * (kAdhdNow - kAdhdThen) / kMonths,
              0.5);
}

TEST(Worcestershire, autism_list_grows_by_34_and_ADHD_list_by_42_a_month_until_november_2025) {
  const model::Model model = compiled(county({"clock.until=2025-11-01"}));
  const auto runs = replications(model, 60);
  expect_growth(model, runs, kAutism, 10, (kAutismNow - kAutismThen) / kMonths);
  expect_growth(model, runs, kAdhd, 10, (kAdhdNow - kAdhdThen) / kMonths);
}

// Not the run that was calibrated: four months earlier, from the published lists themselves, and with
// referrals smaller by four months of growth. The children whose information is being gathered are taken as
// in January.
TEST(Worcestershire, started_in_september_2024_the_lists_arrive_at_those_of_november_2025) {
  const model::Model model = compiled(county({
      "clock.start=2024-09-01",
      "clock.until=2025-11-01",
      "pathways.autism assessment.steps.assessment.at start.children=2259",
      "pathways.ADHD assessment and treatment.steps.assessment.at start.children=1411",
      "demand.autism referrals.rate=1478 per year",
      "demand.ADHD referrals.rate=1251 per year",
  }));
  const auto runs = replications(model, 40);
  expect_growth(model, runs, kAutism, kMonths, (kAutismNow - kAutismThen) / kMonths);
  expect_growth(model, runs, kAdhd, kMonths, (kAdhdNow - kAdhdThen) / kMonths);
}

// As reported: paediatrics up, occupational therapy recovering by the end of March 2026 and physiotherapy by
// the end of December 2025. Recovered is read as 92 in 100 of those waiting having waited no more than 18
// weeks.
TEST(Worcestershire, other_lists_go_the_way_that_was_reported) {
  const Results run(compiled(county()), 20);
  EXPECT_GT(run.mean("waiting", "community paediatrics", "2026-01-01"),
            run.mean("waiting", "community paediatrics", "2025-01-01"));
  EXPECT_LT(run.mean("waiting up to 18 weeks", "children's occupational therapy", "2025-09-01"), 0.92);
  EXPECT_GT(run.mean("waiting up to 18 weeks", "children's occupational therapy", "2026-04-01"), 0.92);
  EXPECT_LT(run.mean("waiting up to 18 weeks", "children's physiotherapy", "2025-06-01"), 0.92);
  EXPECT_GT(run.mean("waiting up to 18 weeks", "children's physiotherapy", "2026-01-01"), 0.92);
}

// DfE, Education, health and care plans 2025 (SEN2), January 2025, Worcestershire. 1,878 in state special
// schools; 490 in independent and 16 in non-maintained ones; 79 in resourced provision and 67 in SEN units,
// 81 of them autistic; 3,093 otherwise in mainstream schools; 655 in colleges, 106 in specialist ones, 30
// with training providers; 49 in alternative provision, with 60 in settings the return does not tell apart;
// 85 in early years settings; 83 educated otherwise than at school; 93 in home education; 135 not in
// education and 51 not recorded. The 300 in home education without a plan hold none.
TEST(Worcestershire, all_6970_plan_holders_of_january_2025_are_where_they_were_counted) {
  const std::map<std::string, double> published{{"special school", 1878},
                                                {"independent special school", 490 + 16},
                                                {"autism base", 81},
                                                {"SEN unit", 146 - 81},
                                                {"mainstream", 3093},
                                                {"post-16", 655 + 106 + 30},
                                                {"EOTAS", 83},
                                                {"alternative provision", 49 + 60},
                                                {"early years", 85},
                                                {"home education", 93 + 300},
                                                {"not in education", 135 + 51}};
  const Results start(compiled(county({"clock.until=2025-01-08"})), 1);
  EXPECT_EQ(start.mean("plans held", "plans", "2025-01-01"), 6970);
  std::map<std::string, double> at_start;
  for (const scenario::Provision& provision : county().provision)
    at_start[std::string(
        scenario::enum_words(scenario::ProvisionKind{})[static_cast<std::size_t>(provision.kind)])] +=
        static_cast<double>(provision.at_start.is.value);
  EXPECT_EQ(at_start, published);
}

// Ages in January 2025 by single year are published; age bands follow. Requests of 2024: 1,883, 17.5%
// refused; new plans 1,490; 37.4% within 20 weeks; 579 plans ceased; special places grew by 149. The first
// year of the run is not 2024: it is to be of the same order.
TEST(Worcestershire, the_first_year_is_of_the_order_of_2024) {
  const model::Model model = compiled(county({"clock.until=2026-01-02"}));
  const Results year(model, 20);
  const auto so_far = [&](const char* measure, const char* subject) {
    return year.mean(measure, subject, "2026-01-01");
  };
  EXPECT_NEAR(so_far("new plans, calendar year so far", "plans"), 1490, 200);
  EXPECT_NEAR(so_far("done in time without exceptions, share, calendar year so far",
                     "EHC needs assessment: final plan"),
              0.374, 0.2);
  EXPECT_GT(so_far("done in time, share, calendar year so far", "EHC needs assessment: decision to assess"),
            0.97);
  EXPECT_NEAR(
      so_far("done in time, share, calendar year so far", "annual review: decision after the meeting"), 0.754,
      0.06);
  // 490 in 2025 after 384 in 2024 and 280 in 2023, with 16 in non-maintained special schools.
  EXPECT_NEAR(so_far("children there", "independent special school") - 506, 106, 60);
  EXPECT_NEAR(so_far("children there", "special school"), 1878 + 76, 60);
}

// "About 7,500" plans in July 2025 (BBC News).
TEST(Worcestershire, about_7500_plans_are_held_in_july_2025) {
  EXPECT_NEAR(
      Results(compiled(county({"clock.until=2025-07-02"})), 20).mean("plans held", "plans", "2025-07-01"),
      7500, 150);
}

TEST(Worcestershire, every_figure_says_where_it_comes_from_and_how_far_it_can_be_trusted) {
  EXPECT_GT(figures_with_provenance(county_file("baseline.yaml")), 300U);
}

TEST(Worcestershire, no_school_or_base_ever_holds_more_children_than_places_and_those_allowed_over_number) {
  const scenario::Scenario scenario = with_plan(county(), "three-autism-bases-north.yaml");
  const model::Model model = compiled(scenario);
  for (const model::Measures& measures : replications(model, 10))
    for (const scenario::Provision& provision : scenario.provision) {
      if (provision.places && std::isinf(provision.places->is.value)) continue;
      for (std::size_t date = 0; date + 1 < model.layout.dates.size(); ++date)
        ASSERT_LE(value_at(model, measures, column_of(model, "occupied", provision.name), date),
                  value_at(model, measures, column_of(model, "places", provision.name), date) +
                      static_cast<double>(provision.over_number.is.value))
            << provision.name << " on " << model.layout.dates[date].label;
    }
}

// Whether two runs agree to the last bit in everything about some subjects.
void expect_untouched(const model::Model& before, const std::vector<model::Measures>& baseline,
                      const model::Model& after, const std::vector<model::Measures>& plan,
                      const std::vector<std::string>& untouched) {
  std::size_t compared = 0;
  for (const model::Column& column : before.layout.columns) {
    if (std::find(untouched.begin(), untouched.end(), column.subject) == untouched.end()) continue;
    const model::Column& other = column_of(after, column.name, column.subject);
    const std::size_t cells = before.layout.dates.size() * before.layout.group_count(column);
    for (std::size_t r = 0; r < baseline.size(); ++r)
      EXPECT_EQ(0, std::memcmp(&baseline[r].values[column.offset], &plan[r].values[other.offset],
                               cells * sizeof(double)))
          << column.name << " of " << column.subject << " in replication " << r;
    ++compared;
  }
  EXPECT_GT(compared, 20U);
}

// The difference between two runs of the same replications, one cell of each.
engine::Interval paired_difference(const model::Model& before, const std::vector<model::Measures>& baseline,
                                   const model::Model& after, const std::vector<model::Measures>& plan,
                                   const std::string& measure, const std::string& subject, std::size_t date) {
  engine::Tally difference;
  for (std::size_t r = 0; r < baseline.size(); ++r)
    difference.add(value_at(after, plan[r], column_of(after, measure, subject), date) -
                   value_at(before, baseline[r], column_of(before, measure, subject), date));
  return engine::student_t_interval(difference, 0.95);
}

// Two clinics of three slots for 42 weeks a year are some 210 appointments from September to June; sickness,
// leave, children not brought and slots for statutory advice take a fifth of them and more.
TEST(Worcestershire, more_paediatric_clinics_see_more_children_and_leave_physiotherapy_as_it_was) {
  const scenario::Scenario scenario = county();
  const model::Model before = compiled(scenario);
  const model::Model after = compiled(with_plan(scenario, "more-paediatric-clinics.yaml"));
  const auto baseline = replications(before, 12);
  const auto plan = replications(after, 12);
  const std::size_t whole_run = before.layout.dates.size() - 1;
  const engine::Interval seen =
      paired_difference(before, baseline, after, plan, "seen", "community paediatrics", whole_run);
  EXPECT_GT(seen.low, 120);
  EXPECT_LT(seen.high, 210);
  const engine::Interval waiting =
      paired_difference(before, baseline, after, plan, "waiting", "community paediatrics", whole_run - 1);
  EXPECT_LT(waiting.high, 0);
  expect_untouched(before, baseline, after, plan, {"physiotherapy", "children's physiotherapy"});
}

TEST(Worcestershire, three_autism_bases_in_the_north_leave_fewer_children_waiting_for_a_place) {
  const scenario::Scenario scenario = county();
  const model::Model before = compiled(scenario);
  const model::Model after = compiled(with_plan(scenario, "three-autism-bases-north.yaml"));
  const auto baseline = replications(before, 12);
  const auto plan = replications(after, 12);
  for (const char* date : {"2025-10-01", "2026-01-01", "2026-07-01"}) {
    const engine::Interval fewer =
        paired_difference(after, plan, before, baseline, "waiting", "placement", date_index(before, date));
    EXPECT_GT(fewer.low, 0) << date;
  }
  // Of the 24 places 12 open in September and 6 in January; those of next September are after the run.
  for (const std::string& district : std::vector<std::string>{"Redditch", "Bromsgrove", "Wyre Forest"}) {
    const model::Column& places = column_of(after, "places", "new " + district + " autism base");
    EXPECT_EQ(value_at(after, plan[0], places, date_index(after, "2025-08-01")), 0);
    EXPECT_EQ(value_at(after, plan[0], places, date_index(after, "2025-10-01")), 4);
    EXPECT_EQ(value_at(after, plan[0], places, date_index(after, "2026-07-01")), 6);
  }
  expect_untouched(before, baseline, after, plan, {"physiotherapy", "children's physiotherapy"});
}

// What help in schools, support without a plan or support while waiting achieve is in the plan and nowhere
// else: with an effect of nothing every measure is that of the scenario to the last bit.
TEST(Worcestershire, plans_that_are_given_no_effect_have_none) {
  const std::string text = R"(
plan: nothing
interventions:
  - kind: offer help in schools
    schools: 40
    cost of a school: £0
    demand: [occupational therapy referrals]
    while waiting: [plan asked for while waiting]
    from: 2025-06-01
    ramp: 3 months
  - {kind: fund support without a plan, a year: £0, demand: [EHC requests], while waiting: [plan asked for while waiting], from: 2025-06-01}
  - kind: offer support while waiting
    support: support while waiting
    offered to: 10%
    team: support while waiting
    effects: [{of: [appeal made while waiting, home education while waiting for a place]}]
    from: 2025-06-01
    ramp: 3 months
  - {kind: change fees, provision: [independent special schools], by: 0%, from: 2025-06-01}
  - {kind: lend experts to schools, team: occupational therapy, staff: 0, demand: [occupational therapy referrals], from: 2025-06-01}
  - {kind: add EHC casework capacity, posts: {EHC casework: 0}, from: 2025-06-01, ramp: 3 months}
)";
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto plan = scenario::load_plan(
      "plan.yaml", [&](const std::string&) { return std::optional<std::string>(text); }, sources,
      diagnostics);
  ASSERT_TRUE(plan) << scenario::render(diagnostics, sources);
  const scenario::Scenario baseline = county();
  const scenario::Scenario changed = scenario::apply(baseline, *plan, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors()) << scenario::render(diagnostics, sources);
  const model::Model as_it_stands = compiled(baseline);
  const auto before = replications(as_it_stands, 3);
  const auto after = replications(compiled(changed), 3);
  for (std::size_t r = 0; r < before.size(); ++r)
    for (const model::Column& column : as_it_stands.layout.columns) {
      const std::size_t cells = as_it_stands.layout.dates.size() * as_it_stands.layout.group_count(column);
      EXPECT_EQ(0, std::memcmp(&before[r].values[column.offset], &after[r].values[column.offset],
                               cells * sizeof(double)))
          << column.name << " of " << column.subject << " in replication " << r;
    }
}

}  // namespace
}  // namespace sendcap::testing
