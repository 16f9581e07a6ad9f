#include "leading_crew.hpp"

#include <fmt/format.h>

#include <exception>
#include <stdexcept>
#include <utility>

#include "../input_files.hpp"
#include "messages.hpp"
#include "sendcap/report/sha256.hpp"
#include "waiting.hpp"

namespace sendcap::app {

using experiment::JobLine;

// One piece of work, from the first job to the last result.
class LeadingCrew::Shift {
 public:
  Shift(LeadingCrew& crew, const experiment::Task& task, const experiment::NextJob& next,
        const experiment::OnResult& on_result, const std::function<bool()>& go_on)
      : crew_(crew),
        line_(next, crew.size()),
        on_result_(on_result),
        go_on_(go_on),
        hands_(task, crew.threads_) {}

  void work() {
    Waiting waiting;
    for (;;) {
      const bool heard_own = hear_own();
      const bool heard_others = hear_others();
      const bool gave = give_out();
      if ((stopped_ || line_.exhausted()) && line_.under_way() == 0) break;
      if (heard_own || heard_others || gave)
        waiting.something_happened();
      else
        hands_.wait(waiting.next());
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  bool hear_own() {
    std::deque<Tidings> all = hands_.take();
    for (Tidings& tidings : all) hear(std::move(tidings), kLeader);
    return !all.empty();
  }

  bool hear_others() {
    bool heard = false;
    while (const auto status = crew_.world_.iprobe()) {
      heard = true;
      hear(status->source(), status->tag());
    }
    return heard;
  }

  void hear(int from, int tag) {
    if (tag == kTidings) {
      Tidings tidings;
      crew_.world_.recv(from, tag, tidings);
      hear(std::move(tidings), from);
    } else if (tag == kWanted) {
      std::string path;
      crew_.world_.recv(from, tag, path);
      const std::optional<std::string> text = crew_.files_.text(path);
      crew_.world_.send(from, kText, FileText{text.has_value(), text.value_or("")});
    } else {
      Ready ready;
      crew_.world_.recv(from, tag, ready);
      welcome(ready, from);
    }
  }

  void hear(Tidings tidings, int from) {
    if (tidings.what == Tidings::What::result) return take(std::move(tidings));
    line_.done(tidings.job);
    --under_way(from);
    if (tidings.what == Tidings::What::failed) stop(thrown(tidings.fault));
  }

  void take(Tidings tidings) {
    if (error_) return;
    try {
      on_result_(tidings.world, tidings.replication, std::move(tidings.result));
      if (!go_on_()) stop();
    } catch (...) {
      stop(std::current_exception());
    }
  }

  void welcome(const Ready& ready, int rank) {
    Helper& helper = crew_.helpers_[static_cast<std::size_t>(rank)];
    helper.ready = ready.identity == crew_.identity_;
    if (helper.ready) return;
    const std::string who = fmt::format("process {} on {}", rank, ready.host);
    stop(std::make_exception_ptr(std::runtime_error(
        ready.identity.empty() ? fmt::format("{} can not join in: {}", who, ready.fault.message)
                               : fmt::format("{} understood the files differently", who))));
  }

  void stop(std::exception_ptr error) {
    if (!error_) error_ = std::move(error);
    stop();
  }

  void stop() {
    if (std::exchange(stopped_, true)) return;
    hands_.leave();
    for (int rank = 1; rank < crew_.world_.size(); ++rank)
      if (under_way(rank) > 0) crew_.world_.send(rank, kLeave);
  }

  // One job for each thread and one more that is there when that is done.
  bool give_out() {
    bool gave = false;
    while (!stopped_) {
      const std::optional<int> who = least_busy();
      if (!who) break;
      std::optional<JobLine::Numbered> job = next();
      if (!job) break;
      ++under_way(*who);
      if (*who == kLeader)
        hands_.give(std::move(*job));
      else
        crew_.world_.send(*who, kJob, *job);
      gave = true;
    }
    return gave;
  }

  std::optional<JobLine::Numbered> next() {
    try {
      return line_.take();
    } catch (...) {
      stop(std::current_exception());
      return std::nullopt;
    }
  }

  std::optional<int> least_busy() {
    std::optional<int> found;
    std::size_t least = 2 * std::size_t{crew_.threads_};
    for (int rank = 0; rank < crew_.world_.size(); ++rank) {
      const Helper& helper = crew_.helpers_[static_cast<std::size_t>(rank)];
      if ((rank != kLeader && !helper.ready) || helper.under_way >= least) continue;
      least = helper.under_way;
      found = rank;
    }
    return found;
  }

  std::size_t& under_way(int rank) { return crew_.helpers_[static_cast<std::size_t>(rank)].under_way; }

  LeadingCrew& crew_;
  JobLine line_;
  const experiment::OnResult& on_result_;
  const std::function<bool()>& go_on_;
  Hands hands_;
  bool stopped_ = false;
  std::exception_ptr error_;
};

LeadingCrew::LeadingCrew(unsigned threads, const std::vector<std::string>& arguments, const InputFiles& files)
    : threads_(threads),
      arguments_(arguments),
      files_(files),
      helpers_(static_cast<std::size_t>(world_.size())) {}

unsigned LeadingCrew::size() const {
  return threads_ * static_cast<unsigned>(world_.size());
}

void LeadingCrew::agree_on(const experiment::Task& task) {
  if (&task == task_) return;
  std::string identity = report::sha256(task.identity());
  if (task_ != nullptr && identity != identity_)
    throw std::logic_error("a second task in one run on several processes");
  if (task_ == nullptr)
    for (int rank = 1; rank < world_.size(); ++rank)
      world_.send(rank, kCall, Call{SENDCAP_VERSION, arguments_});
  task_ = &task;
  identity_ = std::move(identity);
}

void LeadingCrew::work(const experiment::Task& task, const experiment::NextJob& next,
                       const experiment::OnResult& on_result, const std::function<bool()>& go_on) {
  agree_on(task);
  Shift(*this, task, next, on_result, go_on).work();
}

}  // namespace sendcap::app
