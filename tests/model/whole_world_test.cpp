// A small county in which everything happens, for ten years: nobody is lost, and what is turned off is
// exactly nothing.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "run_text.hpp"
#include "sendcap/model/simulation.hpp"
#include "whole_world.hpp"

namespace sendcap::testing {
namespace {

// Without the lines that begin with any of these words (after spaces).
std::string without(const std::string& world, const std::vector<std::string>& beginnings) {
  std::string kept;
  std::size_t at = 0;
  while (at < world.size()) {
    const std::size_t end = world.find('\n', at);
    const std::string line = world.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(' ');
    bool drop = false;
    for (const std::string& beginning : beginnings)
      drop = drop || (first != std::string::npos && line.compare(first, beginning.size(), beginning) == 0);
    if (!drop) kept += line + "\n";
    at = end == std::string::npos ? world.size() : end + 1;
  }
  return kept;
}

double value(const model::Model& model, const model::Measures& measures, const std::string& measure,
             const std::string& subject, std::size_t date, std::size_t group = 0) {
  const model::Column* column = model.layout.find(measure, subject);
  if (column == nullptr) {
    ADD_FAILURE() << "no measure '" << measure << "' of '" << subject << "'";
    return 0;
  }
  return measures.values[model.layout.cell(*column, date, group)];
}

const std::vector<std::string> kKinds{
    "mainstream", "special school", "autism base",     "independent special school",
    "post-16",    "home education", "not in education"};

// The program itself refuses a run in which a child is in two places, or a place is held by nobody
// (BrokenInvariant).
TEST(WholeWorld, loses_no_child_and_no_place_in_ten_years) {
  const model::Model model = model_from(whole_world());
  model::Simulation simulation(model);
  const model::Measures measures = simulation.run(1, 1);
  const std::size_t dates = model.layout.dates.size() - 1;  // the last is the whole run
  for (std::size_t date = 0; date < dates; ++date) {
    double there = 0;
    for (const std::string& kind : kKinds) there += value(model, measures, "children there", kind, date);
    double occupied = 0;
    for (const model::Provision& provision : model.provision) {
      const double taken = value(model, measures, "occupied", provision.name, date);
      occupied += taken;
      const double places = value(model, measures, "places", provision.name, date);
      if (places != places) continue;  // unlimited
      EXPECT_EQ(taken + value(model, measures, "free", provision.name, date) -
                    value(model, measures, "over number", provision.name, date),
                places)
          << provision.name << " at " << model.layout.dates[date].label;
    }
    EXPECT_EQ(there, occupied) << "every child placed is in exactly one kind of provision";
  }
}

TEST(WholeWorld, balances_plans_begun_and_ended) {
  const model::Model model = model_from(whole_world());
  model::Simulation simulation(model);
  const model::Measures measures = simulation.run(2, 1);
  const std::size_t end = model.layout.dates.size() - 2;
  const std::size_t whole = end + 1;
  double ended = 0;
  for (const char* reason : {"plan ended", "aged out", "moved away"})
    ended += value(model, measures, std::string("plans ended: ") + reason, "plans", whole);
  EXPECT_GT(value(model, measures, "new plans", "plans", whole), 700) << "96 to 140 a year";
  EXPECT_GT(ended, 300);
  EXPECT_EQ(value(model, measures, "plans held", "plans", 0), 470) << "those placed at the start";
  EXPECT_EQ(value(model, measures, "plans held", "plans", end),
            470 + value(model, measures, "new plans", "plans", whole) - ended);
  for (const char* happening : {"home education", "return from home education", "appeal made",
                                "asks for a special place", "moved away"})
    EXPECT_GT(value(model, measures, "happened", happening, whole), 0) << happening;
  EXPECT_GT(value(model, measures, "waited without support", "placement", whole), 0);
  EXPECT_GT(value(model, measures, "left: need met", "special place", whole), 0);
}

TEST(WholeWorld, without_home_education_has_exactly_none) {
  const std::string world = without(whole_world(), {"home education: {at", "return from home education"});
  const model::Model model = model_from(world);
  model::Simulation simulation(model);
  const model::Measures measures = simulation.run(3, 1);
  for (std::size_t date = 0; date + 1 < model.layout.dates.size(); ++date)
    EXPECT_EQ(value(model, measures, "children there", "home education", date), 0);
  EXPECT_EQ(value(model, measures, "placed", "home education", model.layout.dates.size() - 1), 0);
}

TEST(WholeWorld, without_support_has_nobody_supported) {
  const std::string world = whole_world();
  const Results with(world);
  std::string none = world;
  for (std::size_t at = none.find("alongside: support"); at != std::string::npos;
       at = none.find("alongside: support", at + 5))
    none.replace(at, 18, "alongside: {enters: support, share: 0%}");
  const Results without_any(none);
  EXPECT_GT(with.mean("seen", "keyworkers"), 0);
  EXPECT_EQ(without_any.mean("seen", "keyworkers"), 0);
  EXPECT_EQ(without_any.mean("left: need met", "special place"), 0);
  EXPECT_GT(without_any.mean("waited without support", "placement"),
            with.mean("waited without support", "placement"));
}

TEST(WholeWorld, adds_up_its_money) {
  const model::Model model = model_from(whole_world());
  model::Simulation simulation(model);
  const model::Measures measures = simulation.run(4, 1);
  const std::size_t whole = model.layout.dates.size() - 1;
  double costs = 0;
  for (const model::Service& service : model.services)
    costs += value(model, measures, "cost", service.name, whole);
  for (const model::Provision& provision : model.provision)
    costs += value(model, measures, "cost", provision.name, whole);
  double spent = 0;
  for (const char* payer : {"NHS", "council", "high-needs block"})
    spent += value(model, measures, "spent", payer, whole);
  EXPECT_NEAR(spent, costs + 500'000, 1);
  // Staff by the calendar: 3653 days of 3 caseworkers at £45,000 a year of 365.25 days.
  EXPECT_NEAR(value(model, measures, "cost", "casework", whole), 3653 * 3 * 45'000 / 365.25, 1);
}

}  // namespace
}  // namespace sendcap::testing
