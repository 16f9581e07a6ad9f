#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sendcap/scenario/search.hpp"

namespace sendcap::scenario {

class Diagnostics;

/// The plans of a search: the points of a lattice, one way of each lever. Way 0 of a lever that need not be
/// used is to leave it; the other ways come in the order of the file.
class SearchSpace {
 public:
  /// By lever, the number of its way.
  using Point = std::vector<std::uint32_t>;

  /// `search` was read without mistake.
  explicit SearchSpace(const Search& search);

  [[nodiscard]] std::size_t levers() const { return levers_.size(); }
  [[nodiscard]] std::uint32_t ways(std::size_t lever) const {
    return static_cast<std::uint32_t>(levers_[lever].ways.size());
  }
  [[nodiscard]] const std::string& lever(std::size_t lever) const { return levers_[lever].name; }
  /// What a way is called: `none` when it leaves the lever, `yes` when there is but one to use it.
  [[nodiscard]] std::string way(std::size_t lever, std::uint32_t number) const;
  /// How many plans there are; kUncountable when more than that.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  static constexpr std::uint64_t kUncountable = std::uint64_t{1} << 31U;

  /// Points in order: the last lever moves fastest. REQUIRES: size() < kUncountable.
  [[nodiscard]] Point point(std::uint64_t number) const;
  [[nodiscard]] std::uint64_t number(const Point& point) const;

  /// Whether it leaves every lever: the scenario as it stands.
  [[nodiscard]] bool changes_nothing(const Point& point) const;
  /// The plan, with a title made of its levers and ways.
  [[nodiscard]] Plan plan(const Point& point) const;
  /// `northern bases: three; extra clinics: 2 per week`.
  [[nodiscard]] std::string title(const Point& point) const;

 private:
  struct Way {
    std::string name;  ///< empty: to leave the lever
    std::vector<Intervention> interventions;
    bool used = true;
  };
  struct Ways {
    std::string name;
    std::vector<Way> ways;
  };

  static void add_varied(const Lever& lever, std::vector<Way>& ways);

  std::vector<Ways> levers_;
  std::uint64_t size_ = 1;
};

}  // namespace sendcap::scenario
