#include "write_record.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <cstdint>
#include <nlohmann/json.hpp>

#include "compressed.hpp"
#include "sendcap/report/sha256.hpp"

namespace sendcap::store {
namespace {

using SQLite::Statement;

std::string listed(const std::vector<std::string>& words) {
  return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void put_text(SQLite::Database& database, const InputText& file) {
  Statement known(database, "SELECT 1 FROM texts WHERE sha256 = ?");
  known.bind(1, file.sha256);
  if (known.executeStep()) return;
  const std::string bytes = compressed(file.text);
  Statement insert(database, "INSERT INTO texts VALUES (?, ?, ?)");
  insert.bind(1, file.sha256);
  insert.bind(2, static_cast<std::int64_t>(file.text.size()));
  insert.bindNoCopy(3, bytes.data(), static_cast<int>(bytes.size()));
  insert.exec();
}

void delete_of(SQLite::Database& database, const char* table, const std::string& id) {
  Statement remove(database, fmt::format("DELETE FROM {} WHERE run = ?", table));
  remove.bind(1, id);
  remove.exec();
}

void put_answers(SQLite::Database& database, const std::string& id, const std::vector<AnswerText>& answers) {
  delete_of(database, "answers", id);
  Statement insert(database, "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string bytes = compressed(answers[i].text);
    insert.bind(1, id);
    insert.bind(2, static_cast<std::int64_t>(i));
    insert.bind(3, answers[i].name);
    insert.bind(4, report::sha256(answers[i].text));
    insert.bind(5, static_cast<std::int64_t>(answers[i].text.size()));
    insert.bindNoCopy(6, bytes.data(), static_cast<int>(bytes.size()));
    insert.exec();
    insert.reset();
  }
}

void put_clock(SQLite::Database& database, const std::string& id, const std::vector<double>& clock) {
  delete_of(database, "clock", id);
  Statement insert(database, "INSERT INTO clock VALUES (?, ?, ?)");
  for (std::size_t i = 0; i < clock.size(); ++i) {
    insert.bind(1, id);
    insert.bind(2, static_cast<std::int64_t>(i));
    insert.bind(3, clock[i]);
    insert.exec();
    insert.reset();
  }
}

}  // namespace

void insert_run(SQLite::Database& database, const std::string& id, const std::string& print,
                const Asked& asked, const std::string& when) {
  Statement insert(
      database,
      "INSERT INTO runs (id, fingerprint, state, command, arguments, overrides, folder, title, seed, "
      "version, build, machine, threads, began) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, id);
  insert.bind(2, print);
  insert.bind(3, static_cast<int>(State::begun));
  insert.bind(4, asked.command);
  insert.bind(5, listed(asked.arguments));
  insert.bind(6, listed(asked.overrides));
  insert.bind(7, asked.folder);
  insert.bind(8, asked.title);
  insert.bind(9, std::to_string(asked.seed));  // SQLite's whole numbers have a sign
  insert.bind(10, asked.version);
  insert.bind(11, asked.build);
  insert.bind(12, asked.machine);
  insert.bind(13, asked.threads);
  insert.bind(14, when);
  insert.exec();
}

void update_gone_on(SQLite::Database& database, const std::string& id, const Asked& asked,
                    const std::string& when) {
  Statement update(
      database,
      "UPDATE runs SET state = ?, arguments = ?, folder = ?, machine = ?, threads = ?, gone_on = ? "
      "WHERE id = ?");
  update.bind(1, static_cast<int>(State::begun));
  update.bind(2, listed(asked.arguments));
  update.bind(3, asked.folder);
  update.bind(4, asked.machine);
  update.bind(5, asked.threads);
  update.bind(6, when);
  update.bind(7, id);
  update.exec();
}

void put_files(SQLite::Database& database, const std::string& id, const std::vector<InputText>& files) {
  Statement insert(database, "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < files.size(); ++i) {
    put_text(database, files[i]);
    insert.bind(1, id);
    insert.bind(2, static_cast<std::int64_t>(i));
    insert.bind(3, files[i].name);
    insert.bind(4, files[i].sha256);
    insert.exec();
    insert.reset();
  }
}

void put_ending(SQLite::Database& database, const std::string& id, const Ending& ending) {
  put_answers(database, id, ending.answers);
  put_clock(database, id, ending.clock);
  Statement update(database,
                   "UPDATE runs SET state = ?, ended = ?, seconds = ?, replications = ? WHERE id = ?");
  update.bind(1, static_cast<int>(ending.state));
  update.bind(2, ending.when);
  update.bind(3, ending.seconds);
  update.bind(4, static_cast<std::int64_t>(ending.replications));
  update.bind(5, id);
  update.exec();
}

}  // namespace sendcap::store
