#include "progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <utility>

namespace sendcap::app {
namespace {

constexpr std::chrono::milliseconds kBetweenDrawings{100};

std::string time_left(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s left", std::ceil(seconds));
  return fmt::format("{:.0f} min left", std::ceil(seconds / 60));
}

}  // namespace

ProgressBar::ProgressBar(std::string plan, bool quiet)
    : plan_(std::move(plan)), shown_(!quiet && isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (dirty_) std::cerr << "\r\033[K" << std::flush;
}

void ProgressBar::show(const experiment::Progress& progress) {
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - drawn_ < kBetweenDrawings || progress.done == 0) return;
  drawn_ = now;
  dirty_ = true;
  constexpr std::size_t kWide = 24;
  const double share = std::min(1.0, static_cast<double>(progress.done) / std::max(1U, progress.wanted));
  const auto full = static_cast<std::size_t>(share * kWide);
  const double elapsed = std::chrono::duration<double>(now - began_).count();
  const double left = elapsed / progress.done * (progress.wanted - std::min(progress.done, progress.wanted));
  std::cerr << fmt::format("\r\033[K{}: [{}{}] {}/{} replications, {}", plan_, std::string(full, '#'),
                           std::string(kWide - full, '.'), progress.done, progress.wanted, time_left(left))
            << std::flush;
}

}  // namespace sendcap::app
