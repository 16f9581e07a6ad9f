#include "scenario_words.hpp"

#include <fmt/format.h>

#include "calendar_words.hpp"

namespace sendcap::report {
namespace {

std::string known(const std::optional<scenario::Range<std::string>>& range, scenario::Quality quality,
                  std::string_view source) {
  std::string text;
  if (range) text = fmt::format("{} to {}", range->least, range->most);
  const auto add = [&](std::string_view between, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text.append(between);
    text.append(more);
  };
  add("; ", word_of(quality));
  add(quality == scenario::Quality::unstated ? "; " : ": ", source);
  return text.empty() ? text : fmt::format(" ({})", text);
}

}  // namespace

std::string quoted(std::string_view name) {
  return fmt::format("“{}”", name);
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? fmt::format(" {} ", last) : std::string(", ");
    text += words[i];
  }
  return text;
}

std::string quoted(const std::vector<scenario::Name>& names, std::string_view last) {
  std::vector<std::string> words;
  for (const scenario::Name& name : names) words.push_back(quoted(name.text));
  return listed(words, last);
}

std::string of_districts(const scenario::ForDistricts& choice) {
  return choice.district.empty() ? std::string() : "of " + quoted(choice.district, "or") + " ";
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", with_commas(std::to_string(count)), count == 1 ? one : many);
}

std::string with_commas(std::string text) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t begin = text.find_first_of(kDigits);
  if (begin == std::string::npos) return text;
  std::size_t end = std::min(text.find_first_not_of(kDigits, begin), text.size());
  for (; end > begin + 3; end -= 3) text.insert(end - 3, 1, ',');
  return text;
}

std::string date_words(scenario::Date date) {
  return date_in_words(date.days_since_1970);
}

std::string moment_words(const scenario::Moment& moment) {
  if (moment.is_date) return date_words(moment.date);
  return amount(moment.since_start) + " after the start";
}

std::string figure_words(const Figure& figure) {
  std::string text = figure.is + known(figure.range, figure.quality, figure.source);
  for (const Figure::Later& later : figure.then)
    text += fmt::format(", from {} {}{}", moment_words(later.from), later.is,
                        trust_words(later.quality, later.source));
  return text;
}

std::string bare_words(const Figure& figure) {
  std::string text = figure.is;
  for (const Figure::Later& later : figure.then)
    text += fmt::format(", from {} {}", moment_words(later.from), later.is);
  return text;
}

std::string trust_words(scenario::Quality quality, std::string_view source) {
  return known(std::nullopt, quality, source);
}

std::string age_words(const scenario::AgeSpan& ages) {
  const scenario::AgeSpan all;
  const std::int64_t first = ages.first.value;
  const std::int64_t last = ages.last.value;
  if (first == last) return std::to_string(first);
  if (first <= all.first.value && last < all.last.value) return fmt::format("under {}", last + 1);
  if (last >= all.last.value) return fmt::format("{} and over", first);
  return fmt::format("{} to {}", first, last);
}

std::string condition_words(const scenario::Condition& condition) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view what, const std::vector<scenario::Name>& names,
                       std::string_view last) {
    if (!names.empty()) parts.push_back(fmt::format("{} {}", what, quoted(names, last)));
  };
  if (condition.age) parts.push_back("aged " + age_words(*condition.age));
  add("living in", condition.district, "or");
  add("with the need", condition.need, "or");
  add("with the flag", condition.flag, "and");
  add("without the flag", condition.without_flag, "or");
  add("with the attribute", condition.value, "or");
  return listed(parts);
}

}  // namespace sendcap::report
