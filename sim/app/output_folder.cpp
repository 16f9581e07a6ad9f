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

// Where a link leads, also when there is nothing yet.
fs::path followed(fs::path path) {
  constexpr int kMostLinks = 40;
  std::error_code none;
  for (int links = 0; links < kMostLinks && fs::is_symlink(path, none); ++links)
    path = path.parent_path() / fs::read_symlink(path, none);
  return path;
}

bool is_no_plain_file(const fs::path& path) {
  std::error_code none;
  return fs::exists(path, none) && !fs::is_regular_file(path, none);
}

}  // namespace

OutputFile::OutputFile(fs::path path, std::string option)
    : path_(followed(std::move(path))),
      option_(std::move(option)),
      leads_nowhere_(helps_a_leader()),
      in_place_(!leads_nowhere_ && is_no_plain_file(path_)),
      unfinished_(leads_nowhere_ ? fs::path("/dev/null")
                  : in_place_    ? path_
                                 : fs::path(fmt::format("{}.{}.part", path_.string(), getpid()))),
      descriptor_(::open(unfinished_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableByAll)),
      buffer_(descriptor_),
      stream_(&buffer_) {
  if (descriptor_ < 0) fail(std::strerror(errno));
}

OutputFile::~OutputFile() {
  if (completed_) return;
  ::close(descriptor_);
  if (leads_nowhere_ || in_place_) return;
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
  if (!in_place_) fs::rename(unfinished_, path_, error);
  if (error) fail(error.message());
  completed_ = true;
  if (::close(descriptor_) != 0) fail(std::strerror(errno));
}

void OutputFile::fail(const std::string& reason) const {
  throw MachineFault(
      fmt::format("can not write '{}': {}", path_.string(), reason),
      fmt::format("make the folder or free some space there, or choose another place with {}", option_));
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
