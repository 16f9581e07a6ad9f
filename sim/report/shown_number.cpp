#include "shown_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sendcap::report {
namespace {

constexpr int kMostDecimals = 4;

bool is_percent(Style style) {
  return style == Style::percent || style == Style::share;
}

double scale_of(Style style) {
  if (style == Style::millions) return 1e-6;
  return is_percent(style) ? 100 : 1;
}

engine::Interval in_style(const engine::Interval& interval, Style style) {
  const double scale = scale_of(style);
  return {interval.mean * scale, interval.low * scale, interval.high * scale};
}

// Digits as fmt writes them, with commas and the sign of print.
std::string dressed(double number, int decimals, Style style) {
  std::string digits = fmt::format("{:.{}f}", std::fabs(number), decimals);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3; at -= 3) digits.insert(at - 3, ",");
  if (is_percent(style)) digits += '%';
  if (number < 0 && !is_zero) return fmt::format("−{}", digits);
  if (style == Style::signed_plain && !is_zero) return fmt::format("+{}", digits);
  return digits;
}

}  // namespace

std::string shown(double number, int decimals, Style style) {
  return dressed(number * scale_of(style), decimals, style);
}

engine::Interval within_reach(engine::Interval interval, Style style) {
  if (style != Style::signed_plain && style != Style::millions)
    interval.low = std::max(interval.low, std::min(0.0, interval.mean));
  if (style == Style::share) interval.high = std::min(interval.high, std::max(1.0, interval.mean));
  return interval;
}

int decimals_of(const engine::Interval& interval) {
  const double half_width = interval.half_width();
  if (!std::isfinite(half_width) || !(half_width > 0))
    return std::trunc(interval.mean) == interval.mean ? 0 : 1;
  const double decimals = std::ceil(-std::log10(half_width) - 1e-9);
  return std::clamp(static_cast<int>(std::min(decimals, double{kMostDecimals})), 0, kMostDecimals);
}

std::string shown(const engine::Interval& interval, Style style) {
  const engine::Interval scaled = in_style(interval, style);
  const int decimals = decimals_of(scaled);
  const std::string mean = dressed(scaled.mean, decimals, style);
  if (!std::isfinite(scaled.half_width()) || !(scaled.half_width() > 0)) return mean;
  const engine::Interval bounds = in_style(within_reach(interval, style), style);
  return fmt::format("{} ({} to {})", mean, dressed(bounds.low, decimals, style),
                     dressed(bounds.high, decimals, style));
}

std::string shown_mean(const engine::Interval& interval, Style style) {
  const engine::Interval scaled = in_style(interval, style);
  return dressed(scaled.mean, decimals_of(scaled), style);
}

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::string left_aligned(const std::string& text, std::size_t wide) {
  if (width(text) <= wide) return text + std::string(wide - width(text), ' ');
  std::string cut = text;
  while (width(cut) >= wide) {
    while ((static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U) cut.pop_back();
    cut.pop_back();
  }
  return cut += "…";
}

std::string right_aligned(const std::string& text, std::size_t wide) {
  return width(text) >= wide ? text : std::string(wide - width(text), ' ') + text;
}

std::string wrapped(const std::string& text, std::size_t wide) {
  std::string lines;
  std::string line;
  const auto add_word = [&](const std::string& word) {
    if (word.empty()) return;
    if (!line.empty() && width(line) + 1 + width(word) > wide) {
      lines.append(line).append("\n");
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  };
  std::string word;
  for (const char letter : text) {
    if (letter != ' ' && letter != '\n') {
      word += letter;
      continue;
    }
    add_word(word);
    word.clear();
  }
  add_word(word);
  return lines.append(line).append("\n");
}

std::string hanging(const std::string& first, const std::string& text, std::size_t wide) {
  const std::string lines = wrapped(text, wide - width(first));
  const std::string indent(width(first), ' ');
  std::string result;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    result += (at == 0 ? first : indent) + lines.substr(at, end - at) + '\n';
    at = end + 1;
  }
  return result;
}

}  // namespace sendcap::report
