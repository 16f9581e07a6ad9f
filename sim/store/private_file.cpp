#include "private_file.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace sendcap::store {

void make_private_file(const std::filesystem::path& path) {
  constexpr int kOwnerOnly = 0600;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
  if (descriptor >= 0) ::close(descriptor);
}

}  // namespace sendcap::store
