#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sendcap::store {

/// A file that was read, whole.
struct InputText {
  std::string name;    ///< as the user gave it
  std::string sha256;  ///< of the text, in hexadecimal
  std::string text;
};

/// One of the things a run answered with.
struct AnswerText {
  std::string name;  ///< `comparison.csv`
  std::string text;
};

/// What was asked for, and of whom.
struct Asked {
  std::string command;                 ///< `compare`
  std::vector<std::string> arguments;  ///< as typed after the program's name
  std::vector<std::string> overrides;  ///< `path=value`, in order
  std::string folder;                  ///< in which it was typed
  std::string title;                   ///< of the scenario
  std::uint64_t seed = 1;
  std::string version;  ///< of the program
  std::string build;    ///< tells two builds of one version apart
  std::string machine;
  unsigned threads = 0;
  std::vector<InputText> files;
};

/// How far a run came.
enum class State {
  begun,    ///< under way, or broken off
  stopped,  ///< early, with Ctrl-C; its answer is of what was complete
  done
};

/// How a run ended.
struct Ending {
  State state = State::done;
  std::string when;
  double seconds = 0;
  std::uint64_t replications = 0;
  std::vector<InputText> files;  ///< all that were read, those of the beginning among them
  std::vector<AnswerText> answers;
  std::vector<double> clock;  ///< what the clock showed each time the run looked at it
};

/// A run as it stands in the store. The texts of its files and answers are asked for apart.
struct RunRecord {
  struct Size {
    std::string name;
    std::string sha256;
    std::size_t bytes = 0;
  };
  std::string id;
  Asked asked;  ///< without texts of files
  State state = State::begun;
  bool running = false;            ///< a process is at it now
  std::size_t kept_rows = 0;       ///< replications kept of a run that is not done
  std::string began;               ///< ISO date and time with zone
  std::string gone_on;             ///< likewise, when it was started again last; empty if it was not
  std::string ended;               ///< likewise; empty before
  double seconds = 0;              ///< on the wall; of the last start only
  std::uint64_t replications = 0;  ///< of all worlds together
  std::vector<Size> files;
  std::vector<Size> answers;
};

/// What decides about the numbers of a replication, as a hash: the command, the files, the overrides, the
/// seed and the program; neither how many replications are wanted nor how the answer is shown.
[[nodiscard]] std::string fingerprint(const Asked& asked);

}  // namespace sendcap::store
