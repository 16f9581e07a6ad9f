#include "store/store.hpp"

#include <gmock/gmock.h>

#include "sendcap/report/sha256.hpp"
#include "temporary_folder.hpp"

namespace sendcap::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

InputText file(const std::string& name, const std::string& text) {
  return {name, report::sha256(text), text};
}

class RunStore : public InAFolder {
 protected:
  RunStore() {
    asked_.command = "compare";
    asked_.arguments = {"compare", "county.yaml", "--seed", "18446744073709551615"};
    asked_.overrides = {"services.therapists.staff=3"};
    asked_.folder = "/home/planner";
    asked_.title = "A small county";
    asked_.seed = 18446744073709551615U;
    asked_.version = "0.1.0";
    asked_.build = "abc";
    asked_.machine = "Linux";
    asked_.threads = 2;
    asked_.files = {file("county.yaml", "title: A small county\n"), file("rates.yaml", "rate: 3\n")};
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_ / "runs.sqlite"; }

  // A run from beginning to end.
  std::string recorded(Store& store, const std::string& answer) {
    OpenRun run = store.begin(asked_, kMorning);
    store.end(run, {State::done, kNoon, 2.5, 40, asked_.files, {{"table.txt", answer}}, {0.5, 1.25}});
    return run.id;
  }

  // Why the store is refused.
  Why refusal(bool make = true) {
    try {
      const Store store(path(), make);
    } catch (const StoreFault& fault) {
      EXPECT_THAT(fault.what(), HasSubstr("runs.sqlite"));
      EXPECT_FALSE(fault.hint().empty());
      return fault.why();
    }
    ADD_FAILURE() << "it was not refused";
    return Why::no_such_run;
  }

  static constexpr const char* kMorning = "2025-01-31T09:00:00Z";
  static constexpr const char* kNoon = "2025-01-31T12:00:00Z";
  Asked asked_;
};

TEST_F(RunStore, TellsWhatWasAskedOnWhatAndWhatCame) {
  std::string id;
  {
    Store store(path(), true);
    id = recorded(store, "the answer\n");
  }
  const Store store(path(), false);
  const RunRecord run = store.find("last");
  EXPECT_EQ(run.id, id);
  EXPECT_EQ(run.state, State::done);
  EXPECT_EQ(run.asked.arguments, asked_.arguments);
  EXPECT_EQ(run.asked.overrides, asked_.overrides);
  EXPECT_EQ(run.asked.seed, asked_.seed);
  EXPECT_EQ(run.asked.title, "A small county");
  EXPECT_EQ(run.began, kMorning);
  EXPECT_EQ(run.ended, kNoon);
  EXPECT_EQ(run.replications, 40U);
  ASSERT_EQ(run.files.size(), 2U);
  EXPECT_EQ(run.files[1].name, "rates.yaml");
  EXPECT_EQ(run.files[1].bytes, 8U);
  EXPECT_EQ(store.files(id)[0].text, "title: A small county\n");
  EXPECT_EQ(store.answers(id)[0].text, "the answer\n");
  EXPECT_THAT(store.clock(id), ElementsAre(0.5, 1.25));
}

TEST_F(RunStore, ListsTheNewestFirstAndKnowsThemByTheirBeginning) {
  Store store(path(), true);
  const std::string first = recorded(store, "one");
  asked_.seed = 2;
  const std::string second = recorded(store, "two");
  const std::vector<RunRecord> runs = store.runs();
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].id, second);
  EXPECT_EQ(store.find(first.substr(0, 5)).id, first);
  EXPECT_THROW((void)store.find("zz"), StoreFault);
  EXPECT_THROW((void)store.find(""), StoreFault);
}

TEST_F(RunStore, ARunThatWasBrokenOffGoesOnUnderItsOwnName) {
  Store store(path(), true);
  std::string id;
  {
    const OpenRun run = store.begin(asked_, kMorning);
    id = run.id;
    run.rows->keep("baseline", 0, "a row");
  }
  EXPECT_EQ(store.find(id).kept_rows, 1U);
  asked_.arguments.emplace_back("--format=json");  // how it is shown decides about no number
  OpenRun run = store.begin(asked_, kNoon);
  EXPECT_EQ(run.id, id);
  EXPECT_EQ(run.rows->found(), 1U);
  store.end(run, {});
  EXPECT_EQ(store.runs().size(), 1U);
  EXPECT_EQ(store.find(id).gone_on, kNoon);
  EXPECT_NE(store.begin(asked_, kNoon).id, id);  // what is done is not gone on with
}

TEST_F(RunStore, WhatDecidesAboutNumbersBeginsARunOfItsOwn) {
  const std::string print = fingerprint(asked_);
  const auto differs = [&](const std::function<void(Asked&)>& change) {
    Asked other = asked_;
    change(other);
    return fingerprint(other) != print;
  };
  EXPECT_TRUE(differs([](Asked& other) { other.seed = 3; }));
  EXPECT_TRUE(differs([](Asked& other) { other.version = "0.2.0"; }));
  EXPECT_TRUE(differs([](Asked& other) { other.build = "another"; }));
  EXPECT_TRUE(differs([](Asked& other) { other.overrides.clear(); }));
  EXPECT_TRUE(differs([](Asked& other) { other.command = "search"; }));
  EXPECT_TRUE(differs([](Asked& other) { other.files[0].sha256[0] = 'g'; }));
  EXPECT_FALSE(differs([](Asked& other) { other.threads = 64; }));
  EXPECT_FALSE(differs([](Asked& other) { other.arguments.clear(); }));
}

TEST_F(RunStore, TwoAtTheSameTimeHaveEachTheirOwn) {
  Store store(path(), true);
  Store other(path(), true);
  const OpenRun run = store.begin(asked_, kMorning);
  const OpenRun same = other.begin(asked_, kMorning);
  EXPECT_NE(run.id, same.id);
  EXPECT_TRUE(store.find(same.id).running);
  EXPECT_THROW(store.remove(same.id), StoreFault);
}

TEST_F(RunStore, ADeletedRunIsGoneFromTheFile) {
  Store store(path(), true);
  asked_.files.push_back(file("shared.yaml", "shared"));
  const std::string first = recorded(store, "SECRET ANSWER");
  asked_.files[0] = file("county.yaml", "title: Another\n");
  const std::string second = recorded(store, "two");
  store.remove(first);
  EXPECT_EQ(store.runs().size(), 1U);
  EXPECT_EQ(store.files(second)[2].text, "shared");  // another run still needs it
  SQLite::Database database(path().string(), SQLite::OPEN_READWRITE);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM texts").getInt(), 3);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM answers").getInt(), 1);
}

TEST_F(RunStore, AFileThatIsSomethingElseIsRefusedAndLeftAsItIs) {
  const std::string text = "title: A small county, which is no store of runs but was named by mistake\n";
  write(path(), text);
  EXPECT_EQ(refusal(), Why::not_a_store);
  EXPECT_EQ(read(path()), text);
}

TEST_F(RunStore, ADatabaseOfAnotherProgramIsRefusedAndLeftAsItIs) {
  SQLite::Database(path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE runs (a)");
  const std::string before = read(path());
  EXPECT_EQ(refusal(), Why::not_a_store);
  EXPECT_EQ(read(path()), before);
}

TEST_F(RunStore, AStoreOfALaterVersionIsRefused) {
  { const Store store(path(), true); }
  SQLite::Database(path().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 2");
  EXPECT_EQ(refusal(), Why::too_new);
}

TEST_F(RunStore, APlaceThatCanNotBeWrittenIsTheMachinesFault) {
  write(folder_ / "file", "");
  try {
    const Store store(folder_ / "file" / "runs.sqlite", true);
    FAIL() << "it was not refused";
  } catch (const StoreFault& fault) {
    EXPECT_EQ(fault.why(), Why::refused);
  }
  EXPECT_EQ(refusal(false), Why::refused);  // nothing is made where only looking was asked
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(RunStore, ACorruptStoreIsRefused) {
  {
    Store store(path(), true);
    recorded(store, std::string(50'000, 'x'));
  }
  std::string bytes = read(path());
  std::fill(bytes.begin() + 4096, bytes.end(), 'z');  // all but its first page
  write(path(), bytes);
  const auto look = [&] { (void)Store(path(), false).runs(); };
  EXPECT_THROW(look(), StoreFault);
}

}  // namespace
}  // namespace sendcap::store
