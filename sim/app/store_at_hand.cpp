#include "store_at_hand.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "faults.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::optional<fs::path>& path) {
  std::error_code none;
  return path && fs::exists(*path, none);
}

}  // namespace

bool is_store_at_hand() {
  return is_there(store_path({}));
}

store::Store store_at_hand(const std::string& named) {
  const std::optional<fs::path> path = store_path(named);
  if (!is_there(path))
    throw UsageFault(path ? fmt::format("no run is recorded: there is no file '{}'", path->string())
                          : std::string("no run is recorded"),
                     "name the store with --store");
  return {*path, false};
}

}  // namespace sendcap::app
