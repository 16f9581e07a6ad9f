#include "interruption.hpp"

#include <atomic>
#include <csignal>

namespace sendcap::app {
namespace {

// A signal handler can reach nothing but what stands outside all functions, and it may run in any thread.
std::atomic<bool> asked_to_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void ask_to_stop(int) {
  asked_to_stop = true;
}

}  // namespace

void listen_for_interruption() {
  struct sigaction action {};
  action.sa_handler = ask_to_stop;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // A terminal that is closed stops the work, unless the user asked that it go on without one (nohup).
  struct sigaction present {};
  sigaction(SIGHUP, nullptr, &present);
  if (present.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, nullptr);
}

bool interruption_asked() {
  return asked_to_stop;
}

}  // namespace sendcap::app
