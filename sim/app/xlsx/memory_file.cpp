#include "memory_file.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "../faults.hpp"

namespace sendcap::app {
namespace {

[[noreturn]] void fail() {
  throw MachineFault(fmt::format("can not keep a file in memory: {}", std::strerror(errno)),
                     "close other programs, or ask for less");
}

}  // namespace

MemoryFile::MemoryFile()
    : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)),
      path_(fmt::format("/proc/self/fd/{}", descriptor_)) {
  if (descriptor_ < 0) fail();
}

MemoryFile::~MemoryFile() {
  ::close(descriptor_);
}

std::string MemoryFile::bytes() const {
  const off_t size = ::lseek(descriptor_, 0, SEEK_END);
  if (size < 0) fail();
  std::string all(static_cast<std::size_t>(size), '\0');
  for (std::size_t done = 0; done < all.size();) {
    const ssize_t got = ::pread(descriptor_, all.data() + done, all.size() - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail();
    done += static_cast<std::size_t>(got);
  }
  return all;
}

}  // namespace sendcap::app
