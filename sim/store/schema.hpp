#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

namespace sendcap::store {

// Opens a store, and makes its tables where the file is new. Throws StoreFault when the file is something
// else or was made by a later version, and when the machine refuses.
[[nodiscard]] std::unique_ptr<SQLite::Database> open_store(const std::filesystem::path& path, bool make);

}  // namespace sendcap::store
