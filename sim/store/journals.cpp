#include "journals.hpp"

#include "encoding.hpp"
#include "fault.hpp"

namespace sendcap::store {

void Keeper::with_rows(const std::function<void(KeptRows& rows)>& work) {
  if (refused_) return;
  try {
    work(rows_);
  } catch (const StoreFault& fault) {
    refused_ = true;
    on_refusal_(fault.what());
  }
}

std::vector<std::pair<std::uint32_t, experiment::Row>> RowJournal::kept(const std::string& world) {
  std::vector<std::pair<std::uint32_t, experiment::Row>> rows;
  keeper_.with_rows([&](KeptRows& kept) {
    for (const auto& [replication, bytes] : kept.found_of(world))
      if (std::optional<experiment::Row> row = decode_row(bytes))
        rows.emplace_back(replication, std::move(*row));
  });
  return rows;
}

void RowJournal::keep(const std::string& world, std::uint32_t replication, const experiment::Row& row) {
  keeper_.with_rows([&](KeptRows& kept) { kept.keep(world, replication, encode_row(row)); });
}

std::optional<model::Measures> MeasuresJournal::kept(std::uint32_t replication) {
  std::optional<model::Measures> measures;
  keeper_.with_rows([&](KeptRows& kept) {
    if (const std::optional<std::string> bytes = kept.found_one(plan_, replication))
      measures = decode_measures(*bytes);
  });
  return measures;
}

void MeasuresJournal::keep(std::uint32_t replication, const model::Measures& measures) {
  keeper_.with_rows([&](KeptRows& kept) { kept.keep(plan_, replication, encode_measures(measures)); });
}

}  // namespace sendcap::store
