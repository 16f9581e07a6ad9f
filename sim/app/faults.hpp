#pragma once

#include <stdexcept>
#include <string>

namespace sendcap::app {

// How the program ends; part of its promise to users.
enum ExitCode : int {
  kDone = 0,
  kFailed = 1,        // the machine's fault, or ours
  kBadInput = 2,      // the user's: a file or the command line
  kInterrupted = 130  // stopped with Ctrl-C; what was complete is written
};

// Something the user wrote on the command line, and how to mend it.
class UsageFault : public std::runtime_error {
 public:
  explicit UsageFault(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

// Something the machine refused (a full disk, a folder that may not be written), and what to do.
class MachineFault : public std::runtime_error {
 public:
  explicit MachineFault(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

// Thrown once the mistakes of the user's files have been shown.
class BadFiles : public std::runtime_error {
 public:
  BadFiles() : std::runtime_error("the files hold mistakes") {}
};

// To be called in a catch block: says on stderr what went wrong and gives the exit code. `command` is what
// the user typed, for a report to the developers.
ExitCode explain_fault(const std::string& command);

// On stderr: `sendcap: message`, and the hint on a line of its own.
void complain(const std::string& message, const std::string& hint = {});

}  // namespace sendcap::app
