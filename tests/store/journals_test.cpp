#include "store/journals.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <set>

#include "run_text.hpp"
#include "store/fault.hpp"
#include "temporary_folder.hpp"

namespace sendcap::store {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

constexpr const char* kCounty = R"(title: A small county
clock: {start: 2025-01-01, run for: 3 months}
districts: {Redditch: {journey within: 10 min}}
demand:
  referrals: {rate: 60 per month, enters: therapy}
services:
  therapists: {kind: team, staff: 2}
pathways:
  therapy:
    steps:
      block: {service: therapists, time: {kind: exponential, mean: 1 day}}
)";

// A journal that notes what had to be done.
class Watched : public experiment::ReplicationJournal {
 public:
  explicit Watched(experiment::ReplicationJournal& journal) : journal_(journal) {}
  std::optional<model::Measures> kept(std::uint32_t replication) override {
    return journal_.kept(replication);
  }
  void keep(std::uint32_t replication, const model::Measures& measures) override {
    done.insert(replication);
    journal_.keep(replication, measures);
  }
  std::set<std::uint32_t> done;

 private:
  experiment::ReplicationJournal& journal_;
};

class Journals : public InAFolder {
 protected:
  // Runs so many replications with what is kept in the file; gives the mean of every cell.
  std::vector<double> run(std::uint32_t replications) {
    const auto rows = KeptRows::claim(folder_ / "rows");
    Keeper keeper(*rows, [](const std::string& why) { ADD_FAILURE() << why; });
    MeasuresJournal journal(keeper, "baseline");
    Watched watched(journal);
    const model::Model model = testing::model_from(kCounty);
    experiment::Estimates estimates(model.layout);
    experiment::RunOptions options;
    options.replications = replications;
    options.threads = 2;
    experiment::run(model, options, estimates, {}, {}, &watched);
    done_ = watched.done;
    std::vector<double> means;
    for (std::size_t cell = 0; cell < model.layout.cells; ++cell) {
      means.push_back(estimates.tally(cell).sum());
      means.push_back(static_cast<double>(estimates.tally(cell).count()));
    }
    return means;
  }

  std::set<std::uint32_t> done_;
};

TEST_F(Journals, WhatIsKeptIsNotDoneAgainAndGivesTheSame) {
  const std::vector<double> undisturbed = run(6);
  EXPECT_THAT(done_, ElementsAre(0, 1, 2, 3, 4, 5));
  std::filesystem::remove(folder_ / "rows");
  (void)run(4);
  const std::vector<double> gone_on = run(6);
  EXPECT_THAT(done_, ElementsAre(4, 5));
  EXPECT_EQ(gone_on, undisturbed);
}

TEST_F(Journals, ADamagedRowIsDoneAgain) {
  (void)run(3);
  SQLite::Database((folder_ / "rows").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE kept SET bytes = x'00' WHERE replication = 1");
  (void)run(3);
  EXPECT_THAT(done_, ElementsAre(1));
}

TEST_F(Journals, RowsOfTrialsComeBackByWorld) {
  {
    const auto rows = KeptRows::claim(folder_ / "rows");
    Keeper keeper(*rows, [](const std::string& why) { ADD_FAILURE() << why; });
    RowJournal journal(keeper);
    journal.keep("baseline", 3, {1, 2.5});
    journal.keep("plan", 3, {7});
    EXPECT_TRUE(journal.kept("baseline").empty());  // whoever kept it has it
  }
  const auto rows = KeptRows::claim(folder_ / "rows");
  Keeper keeper(*rows, [](const std::string& why) { ADD_FAILURE() << why; });
  RowJournal journal(keeper);
  EXPECT_THAT(journal.kept("baseline"), ElementsAre(Pair(3U, ElementsAre(1, 2.5))));
}

TEST_F(Journals, ARefusalIsToldOnceAndHindersNothing) {
  const auto rows = KeptRows::claim(folder_ / "rows");
  int told = 0;
  Keeper keeper(*rows, [&](const std::string& why) {
    EXPECT_EQ(why, "the disk is full");
    ++told;
  });
  for (int i = 0; i < 3; ++i)
    keeper.with_rows([](KeptRows&) { throw StoreFault(Why::refused, "the disk is full"); });
  EXPECT_EQ(told, 1);
  EXPECT_TRUE(keeper.refused());
}

}  // namespace
}  // namespace sendcap::store
