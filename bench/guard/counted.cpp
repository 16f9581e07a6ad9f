#include "counted.hpp"

// In a file of its own, so that it is really called.
extern "C" [[gnu::noinline]] std::uint64_t sendcap_counted(const std::function<std::uint64_t()>& work) {
  return work();
}
