#include "recording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <thread>

#include "cluster/cluster.hpp"
#include "machine.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;

std::size_t first_line_that_differs(const std::string& left, const std::string& right) {
  const auto [at, other] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(std::count(left.begin(), at, '\n')) + 1;
}

std::string present_folder() {
  std::error_code none;
  return fs::current_path(none).string();
}

store::Asked asked_of(const Commission& commission, const InputFiles& files) {
  store::Asked asked;
  asked.command = commission.command;
  asked.arguments = commission.arguments;
  asked.overrides = commission.overrides;
  asked.folder = present_folder();
  asked.title = commission.title;
  asked.seed = commission.seed;
  asked.version = SENDCAP_VERSION;
  asked.build = build_id();
  asked.machine = machine_name();
  asked.threads =
      commission.threads > 0 ? commission.threads : std::max(1U, std::thread::hardware_concurrency());
  asked.files = files.texts();
  return asked;
}

}  // namespace

Recording::Recording(const RecordOrder& order, bool quiet)
    : quiet_(quiet), named_(!order.store.empty()), earlier_(order.rerun_of) {
  if (helps_a_leader()) return;  // the leader keeps the record, and gives the files of an earlier one
  if (order.is_rerun()) {
    store_ = std::make_unique<store::Store>(order.rerun_store, false);
    clock_ = store_->clock(earlier_);
  } else if (!order.none) {
    open(order);
  }
}

void Recording::open(const RecordOrder& order) {
  const std::optional<fs::path> path = store_path(order.store);
  if (!path) return warn("the run is not recorded: no place is known for it", "name one with --store");
  try {
    store_ = std::make_unique<store::Store>(*path, true);
  } catch (const store::StoreFault& fault) {
    if (named_) throw;
    warn(fmt::format("the run is not recorded: {}", fault.what()), fault.hint());
  }
}

InputFiles Recording::input_files() const {
  return earlier_.empty() || !store_ ? InputFiles() : InputFiles(store_->files(earlier_));
}

void Recording::begin(const Commission& commission, const InputFiles& files) {
  if (!store_ || !earlier_.empty()) return;
  try {
    run_ = store_->begin(asked_of(commission, files), time_now());
  } catch (const store::StoreFault& fault) {
    if (named_) throw;
    store_.reset();
    return warn(fmt::format("the run is not recorded: {}", fault.what()), fault.hint());
  }
  const std::size_t found = run_.rows->found();
  if (found > 0 && !quiet_)
    std::cerr << fmt::format("going on with run {}: {} replication{} done already\n", run_.id, found,
                             found == 1 ? " is" : "s are");
  keeper_ = std::make_unique<store::Keeper>(*run_.rows, [this](const std::string& why) {
    warn(fmt::format("finished replications are not recorded any more: {}", why));
  });
  rows_ = std::make_unique<store::RowJournal>(*keeper_);
}

std::unique_ptr<experiment::ReplicationJournal> Recording::replications(const std::string& plan) {
  if (!keeper_) return nullptr;
  return std::make_unique<store::MeasuresJournal>(*keeper_, plan);
}

double Recording::clock(double seconds) {
  if (earlier_.empty()) {
    clock_.push_back(seconds);
    return seconds;
  }
  if (looked_at_clock_ < clock_.size()) return clock_[looked_at_clock_++];
  return clock_.empty() ? seconds : clock_.back();  // another version looks more often
}

ExitCode Recording::end(const InputFiles& files, const std::vector<store::AnswerText>& answers,
                        std::uint64_t replications, bool interrupted) {
  const ExitCode code = interrupted ? kInterrupted : kDone;
  if (!earlier_.empty()) return interrupted ? code : compare(answers);
  if (!store_) return code;
  store::Ending ending;
  ending.state = interrupted ? store::State::stopped : store::State::done;
  ending.when = time_now();
  ending.seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  ending.replications = replications;
  ending.files = files.texts();
  ending.answers = answers;
  ending.clock = clock_;
  try {
    store_->end(run_, ending);
  } catch (const store::StoreFault& fault) {
    if (!keeper_->refused())
      warn(fmt::format("the end of the run is not recorded: {}", fault.what()), fault.hint());
  }
  return code;
}

ExitCode Recording::compare(const std::vector<store::AnswerText>& answers) const {
  for (const store::AnswerText& then : store_->answers(earlier_)) {
    const auto now = std::find_if(answers.begin(), answers.end(),
                                  [&](const store::AnswerText& one) { return one.name == then.name; });
    if (now != answers.end() && now->text == then.text) continue;
    complain(now == answers.end()
                 ? fmt::format("run {} answered with {} too, and this program does not", earlier_, then.name)
                 : fmt::format("not the same bytes as run {}: {} differs from line {} on", earlier_,
                               then.name, first_line_that_differs(then.text, now->text)),
             fmt::format("sendcap show {} --answer {} prints what it was", earlier_, then.name));
    return kFailed;
  }
  std::cerr << fmt::format("same bytes as run {}\n", earlier_);
  return kDone;
}

void Recording::warn(const std::string& message, const std::string& hint) const {
  if (!quiet_) complain(message, hint);
}

}  // namespace sendcap::app
