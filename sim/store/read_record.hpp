#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "run_record.hpp"

namespace sendcap::store {

// What stands in the tables. All throw SQLite::Exception.

// The runs that `where`, the end of a query, chooses; a question mark in it stands for `word`.
[[nodiscard]] std::vector<RunRecord> read_runs(const SQLite::Database& database, const std::string& where,
                                               const std::string& word);
[[nodiscard]] std::vector<InputText> read_files(const SQLite::Database& database, const std::string& id);
[[nodiscard]] std::vector<AnswerText> read_answers(const SQLite::Database& database, const std::string& id);
[[nodiscard]] std::vector<double> read_clock(const SQLite::Database& database, const std::string& id);

}  // namespace sendcap::store
