// Replications of several worlds: the same whoever does them, and never done twice.

#include "sendcap/experiment/trials.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "run_text.hpp"
#include "sendcap/scenario/load.hpp"

namespace sendcap::testing {
namespace {

using experiment::Outcomes;
using experiment::Row;
using experiment::Study;
using experiment::ThreadCrew;
using experiment::Trials;

const char* const kQueue = R"(
title: a queue
clock: {start: 2025-01-01, run for: 1 year}
demand: {new: {rate: {is: 30 per month, range: [20 per month, 40 per month]}, enters: visit}}
services: {desk: {kind: team, staff: {is: 1, range: [1, 3]}}}
pathways: {visit: {steps: {seen: {service: desk, time: {kind: exponential, mean: 1 day}}}}}
)";
const char* const kPlan = R"(
plan: a second desk
interventions:
  - {kind: change staffing, team: desk, by: {is: 1, range: [0, 2]}, from: 2025-03-01}
)";

Study study() {
  scenario::Sources sources;
  scenario::Diagnostics diagnostics;
  const auto reader = [](const std::string&) { return std::optional<std::string>(kPlan); };
  std::optional<scenario::Plan> plan = scenario::load_plan("plan.yaml", reader, sources, diagnostics);
  EXPECT_TRUE(plan.has_value()) << render(diagnostics, sources);
  return Study(scenario_from(kQueue), {std::move(*plan)});
}

class ManyWorlds : public ::testing::Test {
 protected:
  ManyWorlds() { outcomes_.add(study_.world({}, none_)->model.layout); }

  // All rows of the scenario as it stands and of the plan.
  std::vector<Row> rows(unsigned threads, experiment::Journal* journal = nullptr) {
    ThreadCrew crew(threads);
    Trials trials(study_, outcomes_, 1, crew, journal);
    const std::vector<std::size_t> worlds{trials.world({}), trials.world({0, {}})};
    EXPECT_TRUE(trials.extend(worlds, 5));
    EXPECT_TRUE(trials.extend(worlds, 12));
    std::vector<Row> all = trials.rows(worlds[0]);
    all.insert(all.end(), trials.rows(worlds[1]).begin(), trials.rows(worlds[1]).end());
    return all;
  }

  // As text, in which two values that do not exist are alike.
  static std::string text(const std::vector<Row>& rows) {
    std::string text;
    for (const Row& row : rows)
      for (const double value : row) text += std::to_string(value) + ' ';
    return text;
  }

  Study study_ = study();
  scenario::Diagnostics none_;
  Outcomes outcomes_;
};

TEST_F(ManyWorlds, do_not_depend_on_who_does_the_work) {
  const std::vector<Row> alone = rows(1);
  ASSERT_EQ(alone.size(), 24u);
  EXPECT_EQ(text(rows(4)), text(alone));
  EXPECT_NE(text({alone[0]}), text({alone[1]})) << "replications differ";
}

// Keeps rows in memory and counts.
class Notebook : public experiment::Journal {
 public:
  std::vector<std::pair<std::uint32_t, Row>> kept(const std::string& world) override {
    return {rows_[world].begin(), rows_[world].end()};
  }
  void keep(const std::string& world, std::uint32_t replication, const Row& row) override {
    EXPECT_TRUE(rows_[world].emplace(replication, row).second) << "done twice: " << world << replication;
    ++count_;
  }
  void forget(const std::string& world, std::uint32_t replication) { rows_[world].erase(replication); }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::vector<std::string> worlds() const {
    std::vector<std::string> names;
    for (const auto& [name, rows] : rows_) names.push_back(name);
    return names;
  }

 private:
  std::map<std::string, std::map<std::uint32_t, Row>> rows_;
  std::size_t count_ = 0;
};

TEST_F(ManyWorlds, go_on_from_what_is_kept) {
  Notebook notebook;
  const std::string first = text(rows(2, &notebook));
  EXPECT_EQ(notebook.count(), 24u);
  EXPECT_EQ(text(rows(2, &notebook)), first);
  EXPECT_EQ(notebook.count(), 24u) << "nothing was done again";
}

TEST_F(ManyWorlds, stop_after_what_is_under_way_and_keep_it) {
  ThreadCrew crew(1);
  std::size_t done = 0;
  Trials trials(study_, outcomes_, 1, crew, nullptr,
                [&](const experiment::TrialProgress& progress) { return (done = progress.done) < 3; });
  const std::size_t world = trials.world({});
  EXPECT_FALSE(trials.extend({world}, 1000));
  EXPECT_GE(trials.rows(world).size(), 3u);
  EXPECT_LT(done, 1000u);
}

TEST_F(ManyWorlds, a_setting_of_an_input_makes_another_world) {
  const auto staff = study_.find_input("services.desk.staff");
  ASSERT_TRUE(staff.has_value());
  ThreadCrew crew(2);
  Trials trials(study_, outcomes_, 1, crew, nullptr);
  const std::size_t as_it_stands = trials.world({});
  const std::size_t three = trials.world({std::nullopt, {{*staff, 3}}});
  EXPECT_NE(as_it_stands, three);
  EXPECT_EQ(trials.world({std::nullopt, {{*staff, 3}}}), three);
  ASSERT_TRUE(trials.extend({as_it_stands, three}, 10));
  const auto waiting = [&](std::size_t world) {
    double sum = 0;
    for (std::size_t o = 0; o < outcomes_.size(); ++o)
      if (outcomes_[o].name == "waiting" && outcomes_[o].at_end && outcomes_[o].is_total() &&
          outcomes_[o].subject == "desk")
        for (const Row& row : trials.rows(world)) sum += row[o];
    return sum;
  };
  EXPECT_GT(waiting(as_it_stands), waiting(three));
}

TEST_F(ManyWorlds, a_world_that_can_not_be_is_named) {
  const auto by = study_.find_input("plan a second desk: interventions.1.by");
  ASSERT_TRUE(by.has_value());
  ThreadCrew crew(2);
  Trials trials(study_, outcomes_, 1, crew, nullptr);
  const std::size_t world = trials.world({0, {{*by, -5}}});
  try {
    trials.extend({world}, 1);
    FAIL() << "a team of less than nobody was simulated";
  } catch (const experiment::ImpossibleWorld& impossible) {
    EXPECT_NE(std::string(impossible.what()).find("interventions.1.by"), std::string::npos)
        << impossible.what();
    EXPECT_NE(std::string(impossible.what()).find("than the team has"), std::string::npos)
        << impossible.what();
  }
}

}  // namespace
}  // namespace sendcap::testing
