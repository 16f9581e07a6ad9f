#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/children.hpp"
#include "sendcap/scenario/geography.hpp"
#include "sendcap/scenario/language/distribution_spec.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::report {

// What stands in a scenario, in words; all of it plain text, not yet escaped.

// A name between quote marks.
[[nodiscard]] std::string quoted(std::string_view name);
// `“a”, “b” and “c”`.
[[nodiscard]] std::string quoted(const std::vector<scenario::Name>& names, std::string_view last = "and");
// `of Redditch or Bromsgrove `, or nothing when a choice is for all districts.
[[nodiscard]] std::string of_districts(const scenario::ForDistricts& choice);
// `a, b and c`.
[[nodiscard]] std::string listed(const std::vector<std::string>& words, std::string_view last = "and");

// `1 time`, `2 times`.
[[nodiscard]] std::string counted(std::int64_t count, std::string_view one, std::string_view many);

// With commas between the thousands of the number at its beginning: `1,765 per year`.
[[nodiscard]] std::string with_commas(std::string text);

template <class T>
[[nodiscard]] std::string amount(const T& quantity) {
  return with_commas(scenario::format(quantity));
}
[[nodiscard]] std::string date_words(scenario::Date date);
[[nodiscard]] std::string moment_words(const scenario::Moment& moment);

// A value as text, with all that is known of it.
struct Figure {
  struct Later {
    scenario::Moment from;
    std::string is;
    std::string source;
    scenario::Quality quality = scenario::Quality::unstated;
  };
  std::string is;
  std::optional<scenario::Range<std::string>> range;
  std::string source;
  scenario::Quality quality = scenario::Quality::unstated;
  std::vector<Later> then;
};

// `10% (8% to 12%; assumption: leave), from 1 January 2026 12%`.
[[nodiscard]] std::string figure_words(const Figure& figure);
// The same without what is known of it: `10%, from 1 January 2026 12%`.
[[nodiscard]] std::string bare_words(const Figure& figure);
// ` (assumption: leave)`; nothing when nothing is said.
[[nodiscard]] std::string trust_words(scenario::Quality quality, std::string_view source);

template <class T>
[[nodiscard]] Figure as_figure(const scenario::Value<T>& value) {
  Figure figure;
  figure.is = amount(value.is);
  if (value.range)
    figure.range = scenario::Range<std::string>{amount(value.range->least), amount(value.range->most)};
  figure.source = value.source;
  figure.quality = value.quality;
  for (const auto& change : value.then)
    figure.then.push_back({change.from, amount(change.is), change.source, change.quality});
  return figure;
}
template <class T>
[[nodiscard]] std::string figure(const scenario::Value<T>& value) {
  return figure_words(as_figure(value));
}
template <class T>
[[nodiscard]] std::string bare(const scenario::Value<T>& value) {
  return bare_words(as_figure(value));
}

// Whether a value is ever other than nothing.
template <class T>
[[nodiscard]] bool is_something(const scenario::Value<T>& value) {
  return scenario::QuantityTraits<T>::number(value.is) != 0 || !value.then.empty();
}

// `under 5`, `5 to 10`.
[[nodiscard]] std::string age_words(const scenario::AgeSpan& ages);
// `aged under 5 and with the flag “in care”`; empty for a condition that all fit.
[[nodiscard]] std::string condition_words(const scenario::Condition& condition);

// A random length of time, with what is known of it; and briefly, for a picture.
[[nodiscard]] std::string time_words(const scenario::DistributionSpec& time);
[[nodiscard]] std::string brief_time(const scenario::DistributionSpec& time);

// The word of a choice, as in a file.
template <class E>
[[nodiscard]] std::string word_of(E choice) {
  return std::string(enum_words(choice)[static_cast<std::size_t>(choice)]);
}
template <class E>
[[nodiscard]] std::vector<std::string> words_of(const std::vector<E>& choices) {
  std::vector<std::string> words;
  for (const E choice : choices) words.push_back(word_of(choice));
  return words;
}

}  // namespace sendcap::report
