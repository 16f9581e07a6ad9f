#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/named.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

/// The number of letters to insert, leave out, replace or swap with a neighbour to turn one word into the
/// other; capitals do not count (Damerau 1964, Levenshtein 1966; restricted form).
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);

/// The candidate a misspelt name most likely means: the nearest within max(1, length / 3) edits, the first of
/// equals; empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates);

/// `did you mean 'capacity'?` when a candidate is near, otherwise `allowed here: a, b, c`.
[[nodiscard]] std::string suggest(std::string_view name, std::span<const std::string_view> candidates);

/// Finds a name among those defined; when it is not there, says so: `no service called 'occupational
/// terapy'`. `what` is the singular of what is meant ("service").
[[nodiscard]] std::optional<std::size_t> resolve(const Name& name,
                                                 std::span<const std::string_view> candidates,
                                                 std::string_view what, std::string_view path,
                                                 Diagnostics& diagnostics);

/// Names among which many are looked up. They must outlive it.
class NameTable {
 public:
  explicit NameTable(std::vector<std::string_view> names);

  /// Which of the names it is; the first, when one stands there twice.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string_view>& names() const { return names_; }

 private:
  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, std::size_t> index_;
};

[[nodiscard]] std::optional<std::size_t> resolve(const Name& name, const NameTable& defined,
                                                 std::string_view what, std::string_view path,
                                                 Diagnostics& diagnostics);

template <class T>
[[nodiscard]] std::optional<std::size_t> resolve(const Name& name, const Named<T>& defined,
                                                 std::string_view what, std::string_view path,
                                                 Diagnostics& diagnostics) {
  return resolve(name, defined.names(), what, path, diagnostics);
}

}  // namespace sendcap::scenario
