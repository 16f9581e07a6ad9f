#include "sqlite_fault.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace sendcap::store {

StoreFault fault_of(const SQLite::Exception& fault, const std::filesystem::path& path) {
  const std::string message = fmt::format("the store '{}': {}", path.string(), fault.what());
  switch (fault.getErrorCode()) {
    case SQLITE_NOTADB:
      return {Why::not_a_store, fmt::format("'{}' is not a store of runs", path.string()),
              "it is left as it is; name another file with --store"};
    case SQLITE_CORRUPT:
      return {Why::refused, message, "it is damaged; move it away, and a new one is made"};
    case SQLITE_FULL:
      return {Why::refused, message, "free some space there, or choose another place with --store"};
    default:
      return {Why::refused, message,
              "choose another place with --store, or leave no record with --no-record"};
  }
}

}  // namespace sendcap::store
