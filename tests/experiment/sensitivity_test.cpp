#include "sendcap/experiment/sensitivity.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "made_up.hpp"
#include "run_text.hpp"
#include "sendcap/experiment/steadiness.hpp"
#include "sendcap/experiment/uncertainty.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

using experiment::Contrast;
using experiment::Figure;
using experiment::Study;
using experiment::Verdict;
using experiment::WorldChoice;

constexpr const char* kRate = "demand.referrals.rate";
constexpr const char* kStaff = "services.desk.staff";
constexpr const char* kAdvice = "services.advice line.staff";
constexpr const char* kMore = "plan more: interventions.1.by";

// Three uncertain figures of a scenario, one of a plan; and one whose range is empty.
constexpr const char* kDesk = R"(title: A desk
clock: {start: 2025-01-01, run for: 1 month}
demand:
  referrals: {rate: {is: 4 per day, range: [2 per day, 8 per day]}, enters: visit}
services:
  desk: {kind: team, staff: {is: 3, range: [1, 4]}}
  advice line: {kind: team, staff: {is: 5, range: [4, 8]}}
  office: {kind: team, staff: {is: 2, range: [2, 2]}}
pathways:
  visit:
    steps:
      first: {service: advice line, time: {kind: exponential, mean: 4 hours}}
      second: {service: desk, time: {kind: exponential, mean: 4 hours}}
      third: {service: office, time: {kind: exponential, mean: 1 hour}}
)";
constexpr const char* kPlan = R"(plan: more
interventions:
  - {kind: change staffing, team: desk, by: {is: 1, range: [0, 2]}, from: 2025-01-10}
)";

Study study_of(const std::string& text, const std::vector<std::string>& plans = {}) {
  std::vector<scenario::Plan> read;
  for (const std::string& plan : plans) {
    scenario::Sources sources;
    scenario::Diagnostics diagnostics;
    const auto loaded = scenario::load_plan(
        "plan.yaml", [&](const std::string&) { return std::optional<std::string>(plan); }, sources,
        diagnostics);
    if (!loaded) throw std::runtime_error(scenario::render(diagnostics, sources));
    read.push_back(*loaded);
  }
  return {scenario_from(text), std::move(read)};
}

// A study, its outcomes and somebody who makes up the first of them.
class Made {
 public:
  Made(Study made, MadeUpCrew::Figure figure, experiment::OnTrial on_trial = {})
      : study(std::move(made)), crew(std::move(figure)) {
    scenario::Diagnostics diagnostics;
    outcomes.add(study.world({}, diagnostics)->model.layout);
    first.about = outcomes[0];
    first.about.better = experiment::Better::lower;
    first.outcomes = {0};
    trials.emplace(study, outcomes, 1, crew, nullptr, std::move(on_trial));
    careful.emplace(*trials);
  }

  experiment::Sensitivity sensitivity(const Contrast& contrast, std::uint32_t replications = 20) {
    experiment::SensitivityOptions options;
    options.replications = replications;
    options.leading = 2;
    return experiment::find_sensitivity(*careful, {contrast}, {first},
                                        experiment::uncertain_inputs(study, contrast), options,
                                        [] { return 0.0; });
  }

  Study study;
  experiment::Outcomes outcomes;
  MadeUpCrew crew;
  Figure first;
  std::optional<experiment::Trials> trials;
  std::optional<experiment::CarefulTrials> careful;
};

// 10 rate - 3 staff, and chance that all worlds share.
double linear(const Study& study, const WorldChoice& choice, std::uint32_t replication) {
  return 10 * value_of(study, choice, kRate) - 3 * value_of(study, choice, kStaff) + noise(replication, 1);
}

TEST(Tornado, of_a_linear_figure_is_its_slopes_times_the_ranges) {
  Made made(study_of(kDesk), linear);
  const experiment::Sensitivity found = made.sensitivity({});
  EXPECT_EQ(found.inputs.size(), 3u);  // the empty range is none
  ASSERT_EQ(found.tornadoes.size(), 1u);
  const experiment::Tornado& tornado = found.tornadoes[0];
  ASSERT_EQ(tornado.leading.size(), 2u);
  EXPECT_EQ(tornado.leading[0].input, *made.study.find_input(kRate));
  EXPECT_NEAR(tornado.leading[0].low.change.interval.mean, -20, 1e-9);
  EXPECT_NEAR(tornado.leading[0].high.change.interval.mean, 40, 1e-9);
  EXPECT_NEAR(tornado.leading[0].width.interval.mean, 60, 1e-9);
  EXPECT_NEAR(tornado.leading[1].low.change.interval.mean, 6, 1e-9);
  EXPECT_NEAR(tornado.leading[1].high.change.interval.mean, -3, 1e-9);
  EXPECT_NEAR(tornado.leading[1].width.interval.mean, 9, 1e-9);
  EXPECT_EQ(tornado.untouching, std::vector<std::size_t>{*made.study.find_input(kAdvice)});
  EXPECT_TRUE(tornado.others.empty());
}

// 4 replications of 7 worlds; then only what touches the figure goes on: 5 worlds up to 20.
TEST(Tornado, spends_its_replications_on_what_matters) {
  Made made(study_of(kDesk), linear);
  (void)made.sensitivity({});
  EXPECT_EQ(made.crew.done, 7 * 4 + 5 * 16u);
}

// The figure does not rise or fall throughout: both ends lie below the middle.
TEST(Tornado, sees_a_figure_that_bends_within_the_range) {
  Made made(study_of(kDesk), [](const Study& study, const WorldChoice& choice, std::uint32_t) {
    return -std::fabs(value_of(study, choice, kStaff) - 3);
  });
  const auto found = made.sensitivity({});
  ASSERT_EQ(found.tornadoes[0].leading.size(), 1u);
  EXPECT_NEAR(found.tornadoes[0].leading[0].width.interval.mean, 2, 1e-12);
}

TEST(Tornado, keeps_what_is_complete_when_stopped) {
  Made made(study_of(kDesk), linear,
            [](const experiment::TrialProgress& progress) { return progress.done < 30; });
  const auto found = made.sensitivity({});
  EXPECT_TRUE(found.interrupted);
  EXPECT_EQ(found.first_replications, 4u);
  EXPECT_EQ(found.tornadoes[0].untouching.size(), 1u);
}

// The plan lowers the figure by 5 less what the rate takes away: it turns at a rate of 6 a day, by hand.
TEST(Steadiness, finds_where_the_answer_turns) {
  Made made(study_of(kDesk, {kPlan}), [](const Study& study, const WorldChoice& choice, std::uint32_t r) {
    const double gain =
        choice.plan ? value_of(study, choice, kMore) * (6 - value_of(study, choice, kRate)) : 0;
    return 50 - gain + noise(r, 1) + (choice.plan ? 0.1 * noise(r, 2) : 0);
  });
  const Contrast effect{0, true, {}};
  const auto found = made.sensitivity(effect);
  const experiment::Tornado& tornado = found.tornadoes[0];
  EXPECT_EQ(tornado.side, Verdict::clear);
  EXPECT_NEAR(tornado.as_it_stands.mean, -2, 0.2);
  const auto steadiness = experiment::find_steadiness(*made.careful, tornado, 20, 0.95);
  ASSERT_EQ(steadiness.turns.size(), 1u);
  EXPECT_EQ(steadiness.turns[0].input, *made.study.find_input(kRate));
  EXPECT_EQ(steadiness.turns[0].end, 8);
  ASSERT_TRUE(steadiness.turns[0].found.root);
  EXPECT_NEAR(steadiness.turns[0].found.root->mean, 6, 0.2);
  ASSERT_EQ(steadiness.doubts.size(), 1u);  // a plan that adds nobody is not clear of 0
  EXPECT_EQ(steadiness.doubts[0].input, *made.study.find_input(kMore));
  EXPECT_EQ(steadiness.doubts[0].end, 0);
}

// Costs 2, saves 1 for each of staff: even at 2.
TEST(BreakEvenOfAPlan, is_where_what_it_saves_is_what_it_costs) {
  Made made(study_of(kDesk, {kPlan}), [](const Study& study, const WorldChoice& choice, std::uint32_t r) {
    return noise(r, 1) + (choice.plan ? 2.5 - value_of(study, choice, kMore) + 0.3 * noise(r, 2) : 0);
  });
  const std::size_t more = *made.study.find_input(kMore);
  const Contrast effect{0, true, {}};
  const auto within =
      experiment::find_break_even(*made.careful, effect, made.first, more, 0, 2, 20, 0.95).found;
  EXPECT_EQ(within.found, experiment::BreakEven::Found::nowhere);
  const auto wider =
      experiment::find_break_even(*made.careful, effect, made.first, more, 0, 6, 20, 0.95).found;
  ASSERT_EQ(wider.found, experiment::BreakEven::Found::crossing);
  EXPECT_NEAR(wider.root->mean, 2.5, 0.3);
}

TEST(Uncertainty, tells_the_ranges_from_chance_and_names_what_drives) {
  Made made(study_of(kDesk, {kPlan}), [](const Study& study, const WorldChoice& choice, std::uint32_t r) {
    const double gain = choice.plan ? value_of(study, choice, kMore) - 0.5 : 0;
    return linear(study, choice, r) - gain;
  });
  const std::vector<Contrast> contrasts{{}, {0, true, {}}};
  experiment::UncertaintyOptions options;
  options.points = 60;
  options.replications = 4;
  options.spread = experiment::Spread::uniform;
  const auto found =
      experiment::find_uncertainty(*made.careful, contrasts, {made.first},
                                   experiment::uncertain_inputs(made.study, contrasts[1]), options);
  ASSERT_EQ(found.figures.size(), 2u);
  EXPECT_EQ(found.points.size(), 60u);
  const experiment::UncertainFigure& all = found.figures[0];
  // 100 * 6^2 / 12 of the rate, 9 * 3^2 / 12 of staff; the variance of a Latin hypercube is nearly exact.
  EXPECT_NEAR(all.components->of_inputs, 300 + 6.75, 25);
  ASSERT_GE(all.drivers.size(), 1u);
  EXPECT_EQ(found.inputs[all.drivers[0].dimension], *made.study.find_input(kRate));
  // The plan helps where it adds more than half a post: whole posts of 0, 1, 2 with chances 1/3 each... if
  // staff is whole; otherwise in 3 of 4.
  const experiment::UncertainFigure& effect = found.figures[1];
  EXPECT_NEAR(effect.chance_better.mean, 0.75, 0.1);
  ASSERT_TRUE(effect.worst);
  EXPECT_NEAR(effect.at_worst.mean, 0.5, 0.05);
}

TEST(Uncertainty, keeps_complete_points_when_stopped) {
  Made made(study_of(kDesk), linear,
            [](const experiment::TrialProgress& progress) { return progress.done < 100; });
  experiment::UncertaintyOptions options;
  options.replications = 4;
  const auto found = experiment::find_uncertainty(*made.careful, {Contrast{}}, {made.first},
                                                  experiment::uncertain_inputs(made.study, {}), options);
  EXPECT_TRUE(found.interrupted);
  EXPECT_EQ(found.points.size(), 24u);  // (100 - 4 as it stands) / 4
  EXPECT_TRUE(found.figures[0].components);
}

// M/M/1, 1 served a day, arrivals uniform between 0.3 and 0.6 a day: mean wait ρ / (1 - ρ). Simpson's rule
// over the closed form gives its variance between rates; runs of 8 years tell it apart from chance.
TEST(Uncertainty, of_a_queue_agrees_with_the_closed_form) {
  const Study study = study_of(R"(title: M/M/1
clock: {start: 2025-01-01, warm up: 1 year, run for: 8 years, report every: whole run, waits in: days}
demand:
  referrals: {rate: {is: 0.45 per day, range: [0.3 per day, 0.6 per day]}, enters: visit}
services: {desk: {kind: team, staff: 1}}
pathways: {visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: 1 day}}}}}
)");
  experiment::Outcomes outcomes;
  scenario::Diagnostics diagnostics;
  outcomes.add(study.world({}, diagnostics)->model.layout);
  const auto wait = experiment::find_figure(outcomes, "wait of those seen, mean; desk");
  ASSERT_TRUE(wait.figure) << wait.message;
  experiment::ThreadCrew crew(2);
  experiment::Trials trials(study, outcomes, 1, crew, nullptr);
  experiment::CarefulTrials careful(trials);
  experiment::UncertaintyOptions options;
  options.points = 40;
  options.replications = 12;
  options.spread = experiment::Spread::uniform;
  const auto found = experiment::find_uncertainty(careful, {Contrast{}}, {*wait.figure},
                                                  experiment::uncertain_inputs(study, {}), options);
  double mean = 0;
  double squares = 0;
  constexpr int kSteps = 600;
  for (int i = 0; i <= kSteps; ++i) {
    const double load = 0.3 + 0.3 * i / kSteps;
    const double weight = (i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2) / (3.0 * kSteps);
    mean += weight * load / (1 - load);
    squares += weight * std::pow(load / (1 - load), 2);
  }
  const double variance = squares - mean * mean;
  const auto& components = *found.figures[0].components;
  EXPECT_LT(components.mean_interval.low, mean);
  EXPECT_GT(components.mean_interval.high, mean);
  EXPECT_NEAR(components.of_inputs, variance, 0.2 * variance);
  EXPECT_GT(components.of_chance, 0);
}

// Shares of a split, all of them uncertain: their sum stays 100% wherever they stand.
TEST(Study, keeps_the_sum_of_shares_that_all_change) {
  const Study study = study_of(R"(title: Shares
clock: {start: 2025-01-01, run for: 1 month}
demand: {referrals: {rate: 4 per day, enters: visit}}
services: {desk: {kind: team, staff: 3}, office: {kind: team, staff: 1}}
pathways:
  visit:
    outcomes: [advised]
    steps:
      first:
        service: desk
        time: {kind: exponential, mean: 4 hours}
        next: {split: {second: {is: 80%, range: [74%, 85%]}, advised: {is: 20%, range: [13%, 24%]}}}
      second: {service: office, time: {kind: exponential, mean: 1 hour}}
)");
  const auto inputs = study.uncertain_inputs({});
  ASSERT_EQ(inputs.size(), 2u);
  scenario::Diagnostics diagnostics;
  EXPECT_TRUE(study.world({{}, {{inputs[0], 0.85}, {inputs[1], 0.24}}}, diagnostics))
      << diagnostics.all().front().message;
}

TEST(Figure, is_found_by_the_names_of_the_results) {
  const Study study = study_of(kDesk);
  experiment::Outcomes outcomes;
  scenario::Diagnostics diagnostics;
  outcomes.add(study.world({}, diagnostics)->model.layout);
  const auto list = experiment::find_figure(outcomes, "waiting; visit");
  ASSERT_TRUE(list.figure) << list.message;
  EXPECT_TRUE(list.figure->about.at_end);
  EXPECT_EQ(list.figure->about.group, "all");
  EXPECT_EQ(experiment::find_figure(outcomes, "waitin; visit").hint, "did you mean 'waiting'?");
  EXPECT_EQ(experiment::find_figure(outcomes, "waiting; visits").hint, "did you mean 'visit'?");
  EXPECT_FALSE(experiment::find_figure(outcomes, "waiting; visit; district: Nowhere").figure);
  EXPECT_FALSE(experiment::find_figure(outcomes, "spending").figure);
}

}  // namespace
}  // namespace sendcap::testing
