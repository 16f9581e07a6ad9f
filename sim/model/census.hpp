#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "counts.hpp"
#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// Where children are at a date, by group: a table with a line for each thing that children can be at once (in
/// which kind of provision, with a plan or not …), so that counting a child touches one line. What is asked is
/// added up from the lines.
class Census {
 public:
  explicit Census(const Model& model);
  void clear();

  /// `provision` is kNone for a child that is in none.
  void count(Index provision, bool has_plan, bool without_a_place, const Groups& groups);

  [[nodiscard]] std::uint64_t there(scenario::ProvisionKind kind, std::size_t group) const;
  [[nodiscard]] std::uint64_t known(std::size_t group) const;
  [[nodiscard]] std::uint64_t plans(std::size_t group) const;
  [[nodiscard]] std::uint64_t without_a_place(std::size_t group) const;
  /// Of children with a plan and a place: all, those in the county, those in special schools of either kind,
  /// those in independent ones.
  [[nodiscard]] std::uint64_t placed(std::size_t group) const;
  [[nodiscard]] std::uint64_t in_county(std::size_t group) const;
  [[nodiscard]] std::uint64_t special(std::size_t group) const;
  [[nodiscard]] std::uint64_t independent(std::size_t group) const;

 private:
  /// What a child is, in the order of the lines.
  struct Line {
    std::size_t kind;  ///< of provision; kProvisionKindCount when in none
    bool has_plan;
    bool without_a_place;
    bool out_of_county;
  };
  static constexpr std::size_t kLines = (scenario::kProvisionKindCount + 1) * 8;
  [[nodiscard]] static std::size_t number_of(const Line& line);
  [[nodiscard]] static Line line_of(std::size_t number);
  template <class Holds>
  [[nodiscard]] std::uint64_t sum(std::size_t group, const Holds& holds) const;

  const Model& model_;
  GroupPlaces places_;                 ///< all groups
  std::vector<std::uint64_t> counts_;  ///< by line and group
};

}  // namespace sendcap::model
