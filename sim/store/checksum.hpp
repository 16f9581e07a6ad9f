#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sendcap::store {

// Adds a checksum (CRC-32) to the end of bytes.
void seal(std::string& bytes);
// The bytes without it; empty when they are not what was sealed.
[[nodiscard]] std::optional<std::string_view> unsealed(std::string_view bytes);

}  // namespace sendcap::store
