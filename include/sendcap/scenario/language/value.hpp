#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/place.hpp"
#include "sendcap/scenario/language/quantity.hpp"

namespace sendcap::scenario {

/// How far a figure can be trusted (domain brief: sourced, derived, general knowledge, assumption).
enum class Quality { unstated, sourced, derived, knowledge, assumption };

/// The words of a file; "unstated" has none, it is what stands when nothing is written.
constexpr std::array<std::string_view, 5> enum_words(Quality) {
  return {"", "sourced", "derived", "knowledge", "assumption"};
}

/// The least and the most that an uncertain value may reasonably be.
template <class T>
struct Range {
  T least;
  T most;
};

/// A value from a moment on.
template <class T>
struct Change {
  Moment from;
  T is{};
  std::string source;
  Quality quality = Quality::unstated;
  Place place;
};

/// One input of a scenario: a value now, what it becomes later, and what is known about it.
/// In a file either plain (`12 per week`) or annotated
/// (`{is: 12 per week, then: {2026-09-01: 14 per week}, range: [10 per week, 14 per week], source: …,
/// quality: …}`).
template <class T>
struct Value {
  T is{};
  std::vector<Change<T>> then;  ///< later values, in order of time
  std::optional<Range<T>> range;
  std::string source;
  Quality quality = Quality::unstated;
  Place place;

  Value() = default;
  Value(T value) : is(value) {}  // NOLINT: a plain value is a value
};

/// A name that refers to something defined elsewhere (a district, a service, a step).
struct Name {
  std::string text;
  Place place;

  friend bool operator==(const Name& left, const Name& right) { return left.text == right.text; }
};

}  // namespace sendcap::scenario
