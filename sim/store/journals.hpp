#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kept_rows.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/experiment/trials.hpp"

namespace sendcap::store {

/// Keeps rows as long as it works; when the machine refuses (a full disk), says so once, and the experiment
/// goes on without.
class Keeper {
 public:
  using OnRefusal = std::function<void(const std::string& why)>;

  /// What is referred to must outlive it.
  Keeper(KeptRows& rows, OnRefusal on_refusal) : rows_(rows), on_refusal_(std::move(on_refusal)) {}

  [[nodiscard]] bool refused() const { return refused_; }
  /// Does something with the rows, unless it was refused before.
  void with_rows(const std::function<void(KeptRows& rows)>& work);

 private:
  KeptRows& rows_;
  OnRefusal on_refusal_;
  bool refused_ = false;
};

/// The rows of Trials.
class RowJournal : public experiment::Journal {
 public:
  explicit RowJournal(Keeper& keeper) : keeper_(keeper) {}
  [[nodiscard]] std::vector<std::pair<std::uint32_t, experiment::Row>> kept(
      const std::string& world) override;
  void keep(const std::string& world, std::uint32_t replication, const experiment::Row& row) override;

 private:
  Keeper& keeper_;
};

/// The whole results of the replications of one plan of a run.
class MeasuresJournal : public experiment::ReplicationJournal {
 public:
  MeasuresJournal(Keeper& keeper, std::string plan) : keeper_(keeper), plan_(std::move(plan)) {}
  [[nodiscard]] std::optional<model::Measures> kept(std::uint32_t replication) override;
  void keep(std::uint32_t replication, const model::Measures& measures) override;

 private:
  Keeper& keeper_;
  std::string plan_;
};

}  // namespace sendcap::store
