#include "machine.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <link.h>
#include <sys/resource.h>
#include <sys/utsname.h>

#include <cstddef>
#include <cstring>
#include <ctime>

namespace sendcap::app {

std::string machine_name() {
  utsname name{};
  if (uname(&name) != 0) return "unknown";
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

std::string compiler_name() {
#ifdef __clang__
  return __VERSION__;
#else
  return "g++ " __VERSION__;
#endif
}

namespace {

// The note of the linker that names the build (elf(5)), among the notes of one segment.
std::string build_note(const char* at, const char* end) {
  while (at + sizeof(ElfW(Nhdr)) <= end) {
    ElfW(Nhdr) note{};
    std::memcpy(&note, at, sizeof note);
    const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t{3}; };
    const char* content = at + sizeof note + padded(note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID) {
      std::string text;
      for (std::size_t i = 0; i < note.n_descsz; ++i)
        text += fmt::format("{:02x}", static_cast<unsigned char>(content[i]));
      return text;
    }
    at = content + padded(note.n_descsz);
  }
  return {};
}

int find_build(dl_phdr_info* object, std::size_t, void* found) {
  for (std::size_t i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const char* begin = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    const std::string id = build_note(begin, begin + segment.p_memsz);
    if (!id.empty()) *static_cast<std::string*>(found) = id;
  }
  return 1;  // the first object is the program; its libraries do not matter
}

}  // namespace

std::string build_id() {
  std::string found = compiler_name();
  dl_iterate_phdr(find_build, &found);
  return found;
}

double peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;  // Linux counts in KiB
}

std::string time_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace sendcap::app
