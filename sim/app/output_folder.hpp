#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "descriptor_buffer.hpp"

namespace sendcap::app {

// A file that appears under its name only when it is complete: until then it stands beside it under another.
// A link is followed, and what is no plain file (a device, a pipe) is written as it comes: neither is
// replaced by a file. What helps a leader (cluster/cluster.hpp) writes nothing: its files lead nowhere.
class OutputFile {
 public:
  // Throws MachineFault when it can not be begun. The option is that by which the user chose the place.
  explicit OutputFile(std::filesystem::path path, std::string option = "--out");
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream() { return stream_; }

  // Throws MachineFault when something written did not reach the disk.
  void check() const;

  // Gives the file its name. Throws MachineFault when that, or writing, failed.
  void complete();

 private:
  [[noreturn]] void fail(const std::string& reason) const;

  std::filesystem::path path_;
  std::string option_;
  bool leads_nowhere_;
  bool in_place_;
  std::filesystem::path unfinished_;
  int descriptor_;
  DescriptorBuffer buffer_;
  std::ostream stream_;
  bool completed_ = false;
};

// Makes the folder and those above it where they do not exist. Throws MachineFault when it can not.
void make_folder(const std::filesystem::path& folder);

// Writes a whole file at once.
void write_file(const std::filesystem::path& path, const std::string& text);

}  // namespace sendcap::app
