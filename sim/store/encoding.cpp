#include "encoding.hpp"

#include <cstddef>

#include "checksum.hpp"
#include "number_coder.hpp"

namespace sendcap::store {

std::string encode_row(const experiment::Row& row) {
  std::string bytes;
  NumberWriter(bytes).numbers(row);
  seal(bytes);
  return bytes;
}

std::optional<experiment::Row> decode_row(const std::string& bytes) {
  const std::optional<std::string_view> content = unsealed(bytes);
  if (!content) return std::nullopt;
  NumberReader reader(*content);
  experiment::Row row = reader.numbers();
  if (!reader.good() || !reader.at_end()) return std::nullopt;
  return row;
}

std::string encode_measures(const model::Measures& measures) {
  std::string bytes;
  bytes.reserve(measures.values.size());
  NumberWriter writer(bytes);
  writer.count(measures.events);
  writer.count(measures.children);
  writer.count(measures.cases);
  writer.numbers(measures.values);
  writer.count(measures.presence.size());
  for (const std::vector<double>& shares : measures.presence) writer.numbers(shares);
  seal(bytes);
  return bytes;
}

std::optional<model::Measures> decode_measures(const std::string& bytes) {
  const std::optional<std::string_view> content = unsealed(bytes);
  if (!content) return std::nullopt;
  NumberReader reader(*content);
  model::Measures measures;
  measures.events = reader.count();
  measures.children = reader.count();
  measures.cases = reader.count();
  measures.values = reader.numbers();
  const std::uint64_t subjects = reader.count();
  for (std::uint64_t i = 0; reader.good() && i < subjects; ++i) measures.presence.push_back(reader.numbers());
  if (!reader.good() || !reader.at_end()) return std::nullopt;
  return measures;
}

}  // namespace sendcap::store
