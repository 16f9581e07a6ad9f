#include <fmt/format.h>

#include <cctype>
#include <charconv>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/language/reader.hpp"

namespace sendcap::scenario {
namespace {

constexpr std::int64_t kOldest = 120;

// Takes a whole number off the front of a text.
std::optional<std::int64_t> take_years(std::string_view& text) {
  std::int64_t years = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), years);
  if (fault != std::errc() || years < 0 || years > kOldest) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return years;
}

AgeSpan span(std::int64_t first, std::int64_t last) {
  AgeSpan ages;
  ages.first = Whole{first};
  ages.last = Whole{last};
  return ages;
}

}  // namespace

std::optional<AgeSpan> parse_ages(std::string_view text) {
  constexpr std::string_view kUnder = "under ";
  constexpr std::string_view kTo = " to ";
  if (text.substr(0, kUnder.size()) == kUnder) {
    text.remove_prefix(kUnder.size());
    const auto years = take_years(text);
    return years && *years > 0 && text.empty() ? std::optional(span(0, *years - 1)) : std::nullopt;
  }
  const auto first = take_years(text);
  if (!first) return std::nullopt;
  if (text.empty()) return span(*first, *first);
  if (text == " and over") return span(*first, kOldest);
  if (text.substr(0, kTo.size()) != kTo) return std::nullopt;
  text.remove_prefix(kTo.size());
  const auto last = take_years(text);
  return last && *last >= *first && text.empty() ? std::optional(span(*first, *last)) : std::nullopt;
}

bool AgeSpan::read_short(Reader& reader, const Node& node, AgeSpan& ages) {
  const auto parsed = node.is_scalar() ? parse_ages(node.text) : std::nullopt;
  if (!parsed)
    return reader.error(Code::malformed, node, "'" + node.text + "' is no age or span of ages",
                        "write `5`, `5 to 10`, `under 5` or `19 and over`");
  ages.first = parsed->first;
  ages.last = parsed->last;
  return true;
}

std::optional<Node> AgeSpan::write_short(const AgeSpan& ages) {
  if (ages.first.value == ages.last.value) return Node::scalar(fmt::format("{}", ages.first.value));
  if (ages.last.value == kOldest) return Node::scalar(fmt::format("{} and over", ages.first.value));
  return Node::scalar(fmt::format("{} to {}", ages.first.value, ages.last.value));
}

}  // namespace sendcap::scenario
