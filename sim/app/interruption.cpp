#include "interruption.hpp"

#include <csignal>

namespace sendcap::app {
namespace {

// A signal handler can reach nothing but what stands outside all functions.
volatile std::sig_atomic_t asked_to_stop = 0;

void ask_to_stop(int) {
  asked_to_stop = 1;
}

}  // namespace

void listen_for_interruption() {
  struct sigaction action {};
  action.sa_handler = ask_to_stop;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interruption_asked() {
  return asked_to_stop != 0;
}

}  // namespace sendcap::app
