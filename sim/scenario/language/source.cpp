#include "sendcap/scenario/language/source.hpp"

#include <utility>

namespace sendcap::scenario {

std::uint32_t Sources::add(std::string name, std::string text) {
  // Some editors put a byte order mark in front; it is no character of the text.
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0) text.erase(0, kByteOrderMark.size());
  sources_.push_back({std::move(name), std::move(text)});
  return static_cast<std::uint32_t>(sources_.size() - 1);
}

std::string_view Sources::line(std::uint32_t file, std::uint32_t number) const {
  if (file >= sources_.size() || number == 0) return {};
  std::string_view rest = sources_[file].text;
  for (std::uint32_t skipped = 1; skipped < number; ++skipped) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest;
}

std::string Sources::describe(Place place) const {
  if (place.file >= sources_.size()) return {};
  std::string result = sources_[place.file].name;
  if (place.known())
    result.append(":").append(std::to_string(place.line)).append(":").append(std::to_string(place.column));
  return result;
}

}  // namespace sendcap::scenario
