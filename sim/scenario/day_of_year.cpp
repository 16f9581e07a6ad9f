#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "sendcap/scenario/language/reader.hpp"
#include "sendcap/scenario/provision.hpp"

namespace sendcap::scenario {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::int64_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// `15 February`; a day that is missing in some years is refused.
bool parse(std::string_view text, DayOfYear& day) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), day.day.value);
  if (fault != std::errc() || end == text.data() + text.size() || *end != ' ') return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  const auto* month = std::find(kMonths.begin(), kMonths.end(), text);
  if (month == kMonths.end()) return false;
  const auto index = static_cast<std::size_t>(month - kMonths.begin());
  day.month.value = static_cast<std::int64_t>(index) + 1;
  return day.day.value >= 1 && day.day.value <= kDays[index];
}

}  // namespace

bool DayOfYear::read_short(Reader& reader, const Node& node, DayOfYear& day) {
  DayOfYear parsed;
  if (!node.is_scalar() || !parse(node.text, parsed))
    return reader.error(Code::malformed, node, "'" + node.text + "' is no day of the year",
                        "write the day and the month, such as `15 February`");
  day.day = parsed.day;
  day.month = parsed.month;
  return true;
}

std::optional<Node> DayOfYear::write_short(const DayOfYear& day) {
  return Node::scalar(
      fmt::format("{} {}", day.day.value, kMonths[static_cast<std::size_t>(day.month.value - 1)]));
}

}  // namespace sendcap::scenario
