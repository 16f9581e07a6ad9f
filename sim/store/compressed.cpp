#include "compressed.hpp"

#include <zlib.h>

#include <new>

#include "fault.hpp"

namespace sendcap::store {

constexpr int kFast =
    1;  // texts shrink to a fifth at once; trying harder takes five times as long for a tenth more

std::string compressed(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string bytes(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
                text.size(), kFast) != Z_OK)
    throw std::bad_alloc();  // the only way it can fail
  bytes.resize(size);
  return bytes;
}

std::string uncompressed(std::string_view bytes, std::size_t size) {
  std::string text(size, '\0');
  uLongf length = size;
  const int result = uncompress(reinterpret_cast<Bytef*>(text.data()), &length,
                                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  if (result != Z_OK || length != size)
    throw StoreFault(Why::refused, "a text in the store is damaged", "restore the store from a copy");
  return text;
}

}  // namespace sendcap::store
