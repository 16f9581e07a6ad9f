#pragma once

#include <string>

namespace sendcap::app {

// A file in memory with a path, for a library that writes only to paths. It is gone when its owner is.
class MemoryFile {
 public:
  // Throws MachineFault when there is no room for it.
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  // All that was written.
  [[nodiscard]] std::string bytes() const;

 private:
  int descriptor_;
  std::string path_;
};

}  // namespace sendcap::app
