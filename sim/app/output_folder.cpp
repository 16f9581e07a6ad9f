#include "output_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "faults.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;

std::string reason_of_system() {
  return errno != 0 ? std::strerror(errno) : "the system gives no reason";
}

}  // namespace

OutputFile::OutputFile(fs::path path)
    : path_(std::move(path)), unfinished_(fmt::format("{}.{}.part", path_.string(), getpid())) {
  errno = 0;
  stream_.open(unfinished_, std::ios::binary | std::ios::trunc);
  if (!stream_) fail(reason_of_system());
}

OutputFile::~OutputFile() {
  if (completed_) return;
  stream_.close();
  std::error_code none;
  fs::remove(unfinished_, none);
}

void OutputFile::check() {
  if (!stream_) fail(reason_of_system());
}

void OutputFile::complete() {
  errno = 0;
  stream_.close();
  check();
  std::error_code error;
  fs::rename(unfinished_, path_, error);
  if (error) fail(error.message());
  completed_ = true;
}

void OutputFile::fail(const std::string& reason) const {
  throw MachineFault(fmt::format("can not write '{}': {}", path_.string(), reason),
                     "free some space there, or choose another folder with --out");
}

void make_folder(const fs::path& folder) {
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
