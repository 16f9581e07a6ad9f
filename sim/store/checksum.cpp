#include "checksum.hpp"

#include <zlib.h>

#include <array>
#include <cstddef>

namespace sendcap::store {
namespace {

constexpr std::size_t kSize = 4;

std::array<char, kSize> checksum(std::string_view bytes) {
  const uLong sum = crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  std::array<char, kSize> text{};
  for (std::size_t byte = 0; byte < kSize; ++byte) text[byte] = static_cast<char>((sum >> (8 * byte)) & 255U);
  return text;
}

}  // namespace

void seal(std::string& bytes) {
  const std::array<char, kSize> sum = checksum(bytes);
  bytes.append(sum.data(), sum.size());
}

std::optional<std::string_view> unsealed(std::string_view bytes) {
  if (bytes.size() < kSize) return std::nullopt;
  const std::string_view content = bytes.substr(0, bytes.size() - kSize);
  const std::array<char, kSize> sum = checksum(content);
  if (std::string_view(sum.data(), sum.size()) != bytes.substr(content.size())) return std::nullopt;
  return content;
}

}  // namespace sendcap::store
