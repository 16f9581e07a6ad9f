#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sendcap::store {

// A text made smaller (zlib), and back. `size` is that of the text. Throws StoreFault when the bytes are
// damaged.
[[nodiscard]] std::string compressed(std::string_view text);
[[nodiscard]] std::string uncompressed(std::string_view bytes, std::size_t size);

}  // namespace sendcap::store
