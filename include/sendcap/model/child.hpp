#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace sendcap::model {

using Index = std::uint32_t;
inline constexpr Index kNone = 0xffffffffU;
inline constexpr double kDaysPerYear = 365.25;
inline constexpr std::size_t kMaxAttributes = 6;  ///< district, need and up to four further attributes

/// The groups a child belongs to besides `all`, one of each dimension. A child in no age band is in the group
/// after the last of all, so that counting needs no question whether there is one.
struct Groups {
  std::array<std::uint16_t, kMaxAttributes + 1> group{};
};

/// A child in the simulation. Known by the source that brought it (an arrival stream's layer, a backlog) and
/// its number there, never by its place in memory, so that it lives the same life under every plan.
struct Child {
  std::uint32_t source = 0;
  std::uint32_t number = 0;
  double birth = 0;  ///< days since the start of the run
  std::uint32_t flags = 0;
  Index first_case = kNone;  ///< head of the list of its open cases
  std::uint32_t open_cases = 0;
  std::uint32_t arrival = 0;     ///< the how-manieth child of the run, from 1
  std::uint32_t enrolments = 0;  ///< so far
  Index enrolment = kNone;       ///< the case that holds its place in a provision
  std::array<std::uint16_t, kMaxAttributes> attributes{};
  /// Its groups, kept until its next birthday, when its age band may change: worked out anew for every count
  /// they were a tenth of a run.
  mutable Groups groups;
  bool placed_in_round = false;  ///< in the placement round under way (here, since it takes no room here)
  mutable double groups_until = -std::numeric_limits<double>::infinity();

  /// Completed years of age at a time in days.
  [[nodiscard]] int age(double now) const { return static_cast<int>((now - birth) / kDaysPerYear); }
};

/// Which children a rule is about, compiled from scenario::Condition.
struct Condition {
  struct Test {
    std::uint8_t attribute = 0;
    std::vector<std::uint8_t> allowed;  ///< by value: 1 where it fits
  };
  std::vector<Test> tests;
  bool about_age = false;
  int first_age = 0;
  int last_age = 0;
  std::uint32_t flags_needed = 0;
  std::uint32_t flags_refused = 0;

  /// Whether it can hold for a child with this value of an attribute.
  [[nodiscard]] bool allows(std::uint8_t attribute, std::size_t value) const {
    return std::all_of(tests.begin(), tests.end(), [&](const Test& test) {
      return test.attribute != attribute || test.allowed[value] != 0;
    });
  }
  [[nodiscard]] bool holds(const Child& child, double now) const {
    if ((child.flags & flags_needed) != flags_needed || (child.flags & flags_refused) != 0) return false;
    for (const Test& test : tests)
      if (test.allowed[child.attributes[test.attribute]] == 0) return false;
    if (!about_age) return true;
    const int years = child.age(now);
    return first_age <= years && years <= last_age;
  }
};

/// Which of several things of the same sort is for a child, by the district it lives in.
struct ByDistrict {
  std::vector<Index> index;  ///< one for all; or by district; none for anybody when empty

  [[nodiscard]] Index of(const Child& child) const {
    if (index.empty()) return kNone;
    return index[index.size() > 1 ? child.attributes[0] : 0];
  }
  /// Whether it is this one for some child.
  [[nodiscard]] bool holds(Index one) const {
    return std::find(index.begin(), index.end(), one) != index.end();
  }
};

}  // namespace sendcap::model
