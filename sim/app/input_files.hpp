#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/report/results.hpp"
#include "sendcap/scenario/language/include_files.hpp"

namespace sendcap::app {

// Reads the user's files, and remembers which they were and what stood in them.
class InputFiles {
 public:
  // Throws UsageFault when there is no such file, with the nearest name in its folder, and MachineFault when
  // it may not be read.
  void expect(const std::string& path) const;

  // The text of a file; empty when it can not be read. What helps a leader has the leader's text.
  [[nodiscard]] std::optional<std::string> read(const std::string& path);

  // What was read from a file; empty when it was not.
  [[nodiscard]] std::optional<std::string> text(const std::string& path) const;

  // As the scenario layer wants it. Must not outlive this.
  [[nodiscard]] scenario::FileReader reader();

  // Files read so far, each once, in the order of their first reading.
  [[nodiscard]] const std::vector<report::InputFile>& all() const { return all_; }

 private:
  std::vector<report::InputFile> all_;
  std::map<std::string, std::string> texts_;
};

}  // namespace sendcap::app
