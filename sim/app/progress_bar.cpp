#include "progress_bar.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
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

// A line that the terminal breaks can not be drawn over again.
std::size_t columns_of_terminal() {
  constexpr std::size_t kUsual = 80;
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 2) return kUsual;
  return size.ws_col;
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
  constexpr std::size_t kWide = 10;
  const double share = std::min(1.0, static_cast<double>(progress.done) / std::max(1U, progress.wanted));
  const auto full = static_cast<std::size_t>(share * kWide);
  const double elapsed = std::chrono::duration<double>(now - began_).count();
  const double left = elapsed / progress.done * (progress.wanted - std::min(progress.done, progress.wanted));
  const std::string first_answer =
      progress.longest_list.empty()
          ? std::string()
          : fmt::format("; {:.0f} waiting at the end: {}", progress.waiting, progress.longest_list);
  const std::string line = fmt::format("{}: [{}{}] {}/{} replications, {}{}", plan_, std::string(full, '#'),
                                       std::string(kWide - full, '.'), progress.done, progress.wanted,
                                       time_left(left), first_answer);
  std::cerr << "\r\033[K" << line.substr(0, columns_of_terminal() - 1) << std::flush;
}

}  // namespace sendcap::app
