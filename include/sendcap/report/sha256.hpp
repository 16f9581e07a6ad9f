#pragma once

#include <string>
#include <string_view>

namespace sendcap::report {

/// The SHA-256 of a text in hexadecimal, as `sha256sum` gives it (FIPS 180-4, Secure Hash Standard).
[[nodiscard]] std::string sha256(std::string_view text);

}  // namespace sendcap::report
