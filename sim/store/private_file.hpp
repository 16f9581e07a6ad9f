#pragma once

#include <filesystem>

namespace sendcap::store {

// Makes an empty file that only its owner may read, unless it is there: what was read for a run may not be
// for everybody. Whether it could be made shows when it is opened.
void make_private_file(const std::filesystem::path& path);

}  // namespace sendcap::store
