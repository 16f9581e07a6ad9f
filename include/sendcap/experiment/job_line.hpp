#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "sendcap/experiment/crew.hpp"

namespace sendcap::experiment {

/// Jobs on their way to workers, in order. It holds back those that are too far ahead of the earliest that is
/// not done. For crews; whoever shares it guards it.
class JobLine {
 public:
  struct Numbered {
    std::size_t number = 0;
    Job job;
  };

  /// For so many workers.
  JobLine(const NextJob& next, unsigned workers) : next_(next), most_ahead_(kAheadPerWorker * workers) {}

  /// The next job; empty when there is none for now.
  [[nodiscard]] std::optional<Numbered> take() {
    if (exhausted_) return std::nullopt;
    if (!under_way_.empty() && taken_ >= *under_way_.begin() + most_ahead_) return std::nullopt;
    std::optional<Job> job = next_();
    if (!job) {
      exhausted_ = true;
      return std::nullopt;
    }
    under_way_.insert(taken_);
    return Numbered{taken_++, std::move(*job)};
  }
  /// A job that was taken is done, or given up.
  void done(std::size_t number) { under_way_.erase(number); }

  /// Whether there is nothing left to be taken.
  [[nodiscard]] bool exhausted() const { return exhausted_; }
  /// Jobs taken and not yet done.
  [[nodiscard]] std::size_t under_way() const { return under_way_.size(); }

 private:
  static constexpr std::size_t kAheadPerWorker = 4;

  const NextJob& next_;
  std::size_t most_ahead_;
  std::size_t taken_ = 0;
  std::set<std::size_t> under_way_;
  bool exhausted_ = false;
};

}  // namespace sendcap::experiment
