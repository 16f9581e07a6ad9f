#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "run_record.hpp"

namespace sendcap::store {

// What is written into the tables. All throw SQLite::Exception.

// A run that begins.
void insert_run(SQLite::Database& database, const std::string& id, const std::string& print,
                const Asked& asked, const std::string& when);
// One that goes on: what may differ from when it began.
void update_gone_on(SQLite::Database& database, const std::string& id, const Asked& asked,
                    const std::string& when);
// The files that it read so far.
void put_files(SQLite::Database& database, const std::string& id, const std::vector<InputText>& files);
// Its answers and how it ended.
void put_ending(SQLite::Database& database, const std::string& id, const Ending& ending);

}  // namespace sendcap::store
