#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/scenario/language/place.hpp"

namespace sendcap::scenario {

/// The texts a scenario was read from, kept whole so that a message can show the line it speaks of.
/// `Place::file` is an index into them.
class Sources {
 public:
  /// Adds a text under a name (a path, or what the user typed) and gives its index.
  std::uint32_t add(std::string name, std::string text);

  [[nodiscard]] std::size_t size() const { return sources_.size(); }
  [[nodiscard]] const std::string& name(std::uint32_t file) const { return sources_.at(file).name; }
  [[nodiscard]] const std::string& text(std::uint32_t file) const { return sources_.at(file).text; }

  /// One line (1-based) without its line end; empty when there is no such line.
  [[nodiscard]] std::string_view line(std::uint32_t file, std::uint32_t number) const;

  /// `name:line:column`, or only the name (or nothing) when the place is unknown.
  [[nodiscard]] std::string describe(Place place) const;

 private:
  struct Source {
    std::string name;
    std::string text;
  };
  std::vector<Source> sources_;
};

}  // namespace sendcap::scenario
