#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sendcap/model/model.hpp"

namespace sendcap::model {

/// A set of districts. In a world without districts there is one that holds everybody.
class DistrictSet {
 public:
  explicit DistrictSet(std::size_t districts = 1) : words_((districts + 63) / 64, 0) {}

  void add(std::size_t district) { words_[district / 64] |= std::uint64_t{1} << district % 64; }
  [[nodiscard]] bool has(std::size_t district) const {
    return (words_[district / 64] >> district % 64 & 1U) != 0;
  }
  /// A set of the same districts with none in it.
  [[nodiscard]] DistrictSet none() const { return DistrictSet(words_.size() * 64); }
  /// Adds those of another set. Whether it has grown.
  bool add(const DistrictSet& others);
  /// Adds those that fit a condition, as far as it asks for the district. Whether it has grown.
  bool add(const DistrictSet& others, const Condition& when);
  /// Whether one of them fits a condition, as far as it asks for the district.
  [[nodiscard]] bool any(const Condition& when) const;

 private:
  std::vector<std::uint64_t> words_;
};

/// Where something can happen to children who wait or are placed.
struct StrikesAt {
  bool anywhere = false;        ///< in every queue, and to all who wait for a place
  std::vector<Index> services;  ///< in their queues
  bool place = false;           ///< to those who wait for a place
  std::uint32_t kinds = 0;      ///< in provision of these kinds, a bit by scenario::ProvisionKind
};

/// The districts from which children can ever come to each step of a model, those of being placed included:
/// from who arrives and who is present at the start (`mixes` says from where the children of each mix come),
/// over every way on that their district does not bar. `strikes_at` is by hazard.
[[nodiscard]] std::vector<DistrictSet> districts_of_steps(const Model& model,
                                                          const std::vector<DistrictSet>& mixes,
                                                          const std::vector<StrikesAt>& strikes_at);

}  // namespace sendcap::model
