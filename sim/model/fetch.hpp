#pragma once

#include <cstddef>

namespace sendcap::model {

/// Asks the processor for something that will be needed soon, without waiting for it.
inline void fetch(const void* begin, std::size_t bytes) {
  constexpr std::size_t kCacheLine = 64;
  for (std::size_t line = 0; line < bytes; line += kCacheLine)
    __builtin_prefetch(static_cast<const char*>(begin) + line);
}

}  // namespace sendcap::model
