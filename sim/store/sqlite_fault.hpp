#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

#include "fault.hpp"

namespace sendcap::store {

// What SQLite said, as a fault of the store at a path.
[[nodiscard]] StoreFault fault_of(const SQLite::Exception& fault, const std::filesystem::path& path);

}  // namespace sendcap::store
