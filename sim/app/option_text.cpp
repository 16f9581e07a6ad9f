#include "option_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "faults.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::app {

std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t least,
                           std::uint64_t most) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && stopped == end && least <= number && number <= most) return number;
  const bool bounded = most < std::numeric_limits<std::uint64_t>::max();
  throw UsageFault(fmt::format("{} wants a whole number of at least {}{}, not '{}'", option, least,
                               bounded ? fmt::format(" and at most {}", most) : "", text));
}

double share(const std::string& option, const std::string& text) {
  const auto parsed = scenario::parse<scenario::Fraction>(text);
  if (parsed && (*parsed).value > 0 && (*parsed).value < 1) return (*parsed).value;
  throw UsageFault(fmt::format("{} wants a share above 0% and below 100%, not '{}'", option, text),
                   fmt::format("write it as '{} 5%'", option));
}

std::string file_name(const std::string& option, const std::string& text) {
  if (text.empty()) throw UsageFault(fmt::format("{} wants the name of a file", option));
  return text;
}

std::size_t one_of(const std::string& option, const std::string& text,
                   const std::vector<std::string_view>& words) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  throw UsageFault(fmt::format("{} can not be '{}'", option, text), scenario::suggest(text, words));
}

}  // namespace sendcap::app
