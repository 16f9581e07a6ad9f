#include "read_record.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "compressed.hpp"

namespace sendcap::store {
namespace {

using SQLite::Statement;

constexpr const char* kColumns =
    "SELECT id, state, command, arguments, overrides, folder, title, seed, version, build, machine, threads, "
    "began, gone_on, ended, seconds, replications FROM runs ";

std::vector<std::string> words(const std::string& list) {
  const auto parsed = nlohmann::json::parse(list, nullptr, false);
  return parsed.is_array() ? parsed.get<std::vector<std::string>>() : std::vector<std::string>{};
}

RunRecord record_of(Statement& row) {
  int column = 0;
  const auto text = [&] { return row.getColumn(column++).getString(); };
  RunRecord record;
  record.id = text();
  record.state = static_cast<State>(row.getColumn(column++).getInt());
  record.asked.command = text();
  record.asked.arguments = words(text());
  record.asked.overrides = words(text());
  record.asked.folder = text();
  record.asked.title = text();
  record.asked.seed = std::strtoull(text().c_str(), nullptr, 10);
  record.asked.version = text();
  record.asked.build = text();
  record.asked.machine = text();
  record.asked.threads = row.getColumn(column++).getUInt();
  record.began = text();
  record.gone_on = text();
  record.ended = text();
  record.seconds = row.getColumn(column++).getDouble();
  record.replications = static_cast<std::uint64_t>(row.getColumn(column++).getInt64());
  return record;
}

std::vector<RunRecord::Size> sizes(const SQLite::Database& database, const char* query_text,
                                   const std::string& id) {
  std::vector<RunRecord::Size> all;
  Statement query(database, query_text);
  query.bind(1, id);
  while (query.executeStep())
    all.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                   static_cast<std::size_t>(query.getColumn(2).getInt64())});
  return all;
}

std::string text_in(Statement& row, int bytes, int size) {
  return uncompressed(row.getColumn(bytes).getString(),
                      static_cast<std::size_t>(row.getColumn(size).getInt64()));
}

}  // namespace

std::vector<RunRecord> read_runs(const SQLite::Database& database, const std::string& where,
                                 const std::string& word) {
  std::vector<RunRecord> records;
  Statement query(database, kColumns + where);
  if (where.find('?') != std::string::npos) query.bind(1, word);
  while (query.executeStep()) records.push_back(record_of(query));
  for (RunRecord& record : records) {
    record.files = sizes(database,
                         "SELECT name, sha256, size FROM files JOIN texts USING (sha256) WHERE run = ? "
                         "ORDER BY position",
                         record.id);
    record.answers =
        sizes(database, "SELECT name, sha256, size FROM answers WHERE run = ? ORDER BY position", record.id);
  }
  return records;
}

std::vector<InputText> read_files(const SQLite::Database& database, const std::string& id) {
  std::vector<InputText> files;
  Statement query(database,
                  "SELECT name, sha256, bytes, size FROM files JOIN texts USING (sha256) WHERE run = ? ORDER "
                  "BY position");
  query.bind(1, id);
  while (query.executeStep())
    files.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(), text_in(query, 2, 3)});
  return files;
}

std::vector<AnswerText> read_answers(const SQLite::Database& database, const std::string& id) {
  std::vector<AnswerText> answers;
  Statement query(database, "SELECT name, bytes, size FROM answers WHERE run = ? ORDER BY position");
  query.bind(1, id);
  while (query.executeStep()) answers.push_back({query.getColumn(0).getString(), text_in(query, 1, 2)});
  return answers;
}

std::vector<double> read_clock(const SQLite::Database& database, const std::string& id) {
  std::vector<double> clock;
  Statement query(database, "SELECT seconds FROM clock WHERE run = ? ORDER BY position");
  query.bind(1, id);
  while (query.executeStep()) clock.push_back(query.getColumn(0).getDouble());
  return clock;
}

}  // namespace sendcap::store
