#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "faults.hpp"
#include "input_files.hpp"
#include "record_order.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/experiment/trials.hpp"
#include "store/journals.hpp"
#include "store/store.hpp"

namespace sendcap::app {

// What a command tells of itself for the record.
struct Commission {
  std::string command;  // `compare`
  std::vector<std::string> arguments;
  std::vector<std::string> overrides;
  std::string title;  // of the scenario
  std::uint64_t seed = 1;
  unsigned threads = 0;
};

// The record of one run in the store while it is made: what was asked, each finished replication, the
// answers. Where no place was named and the usual one can not be used, it says so once and the run goes on
// unrecorded. When an earlier run is done again, nothing is recorded: its files come from the store, and its
// answers are held against those stored.
class Recording {
 public:
  // Throws store::StoreFault where the user named the place, or the earlier run is not there.
  Recording(const RecordOrder& order, bool quiet);

  // Reads the user's files; those of the store when an earlier run is done again.
  [[nodiscard]] InputFiles input_files() const;

  // To be called when all files are read. A run that was broken off goes on, and that is said.
  void begin(const Commission& commission, const InputFiles& files);

  // Keep what is finished; null when nothing is recorded.
  [[nodiscard]] experiment::Journal* trials() { return rows_.get(); }
  [[nodiscard]] std::unique_ptr<experiment::ReplicationJournal> replications(const std::string& plan);

  // What the clock shows, noted since a run may hang on it; what it showed then, when a run is done again.
  [[nodiscard]] double clock(double seconds);

  // The answers, once they are on their way. Gives the exit code: whether it was interrupted, or the bytes
  // are not those of the earlier run.
  [[nodiscard]] ExitCode end(const InputFiles& files, const std::vector<store::AnswerText>& answers,
                             std::uint64_t replications, bool interrupted);

  // Whether anybody will look at answers that are not asked for.
  [[nodiscard]] bool wants_answers() const { return store_ != nullptr; }

 private:
  using Clock = std::chrono::steady_clock;

  void open(const RecordOrder& order);
  void warn(const std::string& message, const std::string& hint = {}) const;
  [[nodiscard]] ExitCode compare(const std::vector<store::AnswerText>& answers) const;

  bool quiet_;
  bool named_;           // the user said where
  std::string earlier_;  // id of the run that is done again
  Clock::time_point began_ = Clock::now();
  std::unique_ptr<store::Store> store_;
  store::OpenRun run_;
  std::unique_ptr<store::Keeper> keeper_;
  std::unique_ptr<store::RowJournal> rows_;
  std::vector<double> clock_;
  std::size_t looked_at_clock_ = 0;
};

}  // namespace sendcap::app
