#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "counts.hpp"
#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// Where children are, by group: a table with a line for each thing that children can be at once (in which
/// kind of provision, with a plan or not …). A child moves from line to line when something changes; to count
/// all children at each report took a tenth of a run. What is asked is added up from the lines.
class Census {
 public:
  explicit Census(const Model& model);
  void clear();

  /// What is so of a child.
  struct Line {
    std::size_t kind = scenario::kProvisionKindCount;  ///< of provision; kProvisionKindCount when in none
    bool has_plan = false;
    bool without_a_place = false;
    bool out_of_county = false;
    friend bool operator==(const Line&, const Line&) = default;
  };
  /// From now on this is so of a child, whose groups are good until a time (days).
  void set(Index child, const Line& line, const Groups& groups, double groups_until);
  /// The child is no longer there.
  void remove(Index child);
  /// Calls back with each child whose groups may have changed by now, and its line.
  template <class Visit>
  void visit_outdated(double now, const Visit& visit) const {
    for (std::size_t child = 0; child < counted_.size(); ++child)
      if (!(now < groups_until_[child])) visit(static_cast<Index>(child), line_of(counted_[child].line));
  }
  /// Whether a child is counted on a line; used to check the books.
  [[nodiscard]] bool has(Index child, const Line& line) const;
  [[nodiscard]] std::uint64_t children() const { return known()[0]; }

  /// Adds how many there are, by line and group, to those of other parts of the world.
  void add_to(std::vector<std::uint64_t>& counts) const;
  /// The children are these, as added up; who they are is not known. Takes the counts.
  void take(std::vector<std::uint64_t>& counts);

  /// By group.
  using Counts = std::vector<std::uint64_t>;
  [[nodiscard]] Counts there(scenario::ProvisionKind kind) const;
  [[nodiscard]] Counts known() const;
  [[nodiscard]] Counts plans() const;
  [[nodiscard]] Counts without_a_place() const;
  /// Of children with a plan and a place: all, those in the county, those in special schools of either kind,
  /// those in independent ones.
  [[nodiscard]] Counts placed() const;
  [[nodiscard]] Counts in_county() const;
  [[nodiscard]] Counts special() const;
  [[nodiscard]] Counts independent() const;

 private:
  /// How a child is counted.
  struct Counted {
    Groups groups;
    std::uint16_t line = kNotCounted;
  };
  static constexpr std::uint16_t kNotCounted = 0xffff;
  static constexpr double kForEver = std::numeric_limits<double>::infinity();
  static constexpr std::size_t kLines = (scenario::kProvisionKindCount + 1) * 8;
  [[nodiscard]] static std::uint16_t number_of(const Line& line);
  [[nodiscard]] static Line line_of(std::size_t number);
  [[nodiscard]] std::uint64_t* counts_of(std::size_t line) {
    return counts_.data() + line * (places_.size + 1U);
  }
  template <class Holds>
  [[nodiscard]] Counts sum(const Holds& holds) const;

  GroupPlaces places_;                 ///< all groups
  std::vector<std::uint64_t> counts_;  ///< by line and group
  std::vector<Counted> counted_;       ///< by child
  std::vector<double> groups_until_;   ///< by child; apart, since each report looks at all of them
};

}  // namespace sendcap::model
