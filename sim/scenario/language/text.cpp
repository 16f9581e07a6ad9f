#include "scenario/language/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace sendcap::scenario {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::size_t count_characters(std::string_view utf8) {
  const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_character));
}

namespace {

/// The length of the character at the front, or 0 when it is malformed, overlong, a surrogate or too large.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t index) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[index]));
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  std::uint32_t code = lead & (0x7FU >> length);
  for (std::size_t index = 1; index < length; ++index) {
    if ((byte(index) & 0xC0U) != 0x80U) return 0;
    code = (code << 6U) | (byte(index) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kLeastOfLength = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < kLeastOfLength[length] || code > 0x10FFFF || surrogate ? 0 : length;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    const std::size_t length = character_length(text.substr(position));
    if (length == 0) return position;
    position += length;
  }
  return std::string_view::npos;
}

std::string concat(std::initializer_list<std::string_view> parts) {
  std::string result;
  for (const std::string_view part : parts) result += part;
  return result;
}

std::string quoted(std::string_view text) {
  return concat({"'", text, "'"});
}

std::string either(const std::vector<std::string_view>& words, std::string_view quote) {
  std::string result;
  for (std::size_t index = 0; index < words.size(); ++index) {
    if (index != 0) result += index + 1 == words.size() ? " or " : ", ";
    result.append(quote).append(words[index]).append(quote);
  }
  return result;
}

std::string percent_text(double share) {
  return fmt::format("{:.6g}%", share * 100);
}

bool is_yaml_boolean(std::string_view word) {
  const std::string lower = lower_case(word);
  constexpr std::array<std::string_view, 6> kWords = {"true", "false", "yes", "no", "on", "off"};
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

}  // namespace sendcap::scenario
