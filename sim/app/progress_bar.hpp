#pragma once

#include <chrono>
#include <string>

#include "sendcap/experiment/run.hpp"

namespace sendcap::app {

// Shows on stderr how far a run is and how long it will still take; only on a terminal, and gone when it
// ends.
class ProgressBar {
 public:
  // Shows nothing when `quiet`.
  ProgressBar(std::string plan, bool quiet);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const experiment::Progress& progress);

 private:
  using Clock = std::chrono::steady_clock;

  std::string plan_;
  bool shown_;
  bool dirty_ = false;
  Clock::time_point began_ = Clock::now();
  Clock::time_point drawn_;
};

}  // namespace sendcap::app
