#include "output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "cluster/cluster.hpp"
#include "faults.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;

constexpr int kReadableByAll = 0666;  // less what the user's mask takes away

}  // namespace

OutputFile::OutputFile(fs::path path, std::string option)
    : path_(std::move(path)),
      option_(std::move(option)),
      leads_nowhere_(helps_a_leader()),
      unfinished_(leads_nowhere_ ? "/dev/null" : fmt::format("{}.{}.part", path_.string(), getpid())),
      descriptor_(::open(unfinished_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableByAll)),
      buffer_(descriptor_),
      stream_(&buffer_) {
  if (descriptor_ < 0) fail(std::strerror(errno));
}

OutputFile::~OutputFile() {
  if (completed_) return;
  ::close(descriptor_);
  if (leads_nowhere_) return;
  std::error_code none;
  fs::remove(unfinished_, none);
}

void OutputFile::check() const {
  if (!buffer_.failure().empty()) fail(buffer_.failure());
}

void OutputFile::complete() {
  stream_.flush();
  check();
  if (leads_nowhere_) return;
  std::error_code error;
  fs::rename(unfinished_, path_, error);
  if (error) fail(error.message());
  completed_ = true;
  if (::close(descriptor_) != 0) fail(std::strerror(errno));
}

void OutputFile::fail(const std::string& reason) const {
  throw MachineFault(fmt::format("can not write '{}': {}", path_.string(), reason),
                     fmt::format("free some space there, or choose another folder with {}", option_));
}

void make_folder(const fs::path& folder) {
  if (helps_a_leader()) return;
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && fs::is_directory(folder)) return;
  throw MachineFault(fmt::format("can not make the folder '{}': {}", folder.string(),
                                 error ? error.message() : "it is a file"),
                     "choose another folder with --out");
}

void write_file(const fs::path& path, const std::string& text) {
  OutputFile file(path);
  file.stream() << text;
  file.complete();
}

}  // namespace sendcap::app
