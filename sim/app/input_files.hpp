#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sendcap/report/results.hpp"
#include "sendcap/scenario/language/include_files.hpp"
#include "store/run_record.hpp"

namespace sendcap::app {

// Reads the user's files, and remembers which they were and what stood in them.
class InputFiles {
 public:
  InputFiles() = default;
  // Those of an earlier run, as they were then, whatever stands on the disk now.
  explicit InputFiles(std::vector<store::InputText> stored) : stored_(std::move(stored)) {}

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
  // The same with their texts.
  [[nodiscard]] const std::vector<store::InputText>& texts() const { return texts_; }

 private:
  [[nodiscard]] std::optional<std::string> take_stored(const std::string& path) const;
  void remember(const std::string& path, const std::string& text);

  std::optional<std::vector<store::InputText>> stored_;
  std::vector<report::InputFile> all_;
  std::vector<store::InputText> texts_;
};

}  // namespace sendcap::app
