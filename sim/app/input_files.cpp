#include "input_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include "cluster/cluster.hpp"
#include "faults.hpp"
#include "sendcap/report/sha256.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;

// No scenario is as large; a device or a mistaken name could be.
constexpr std::uintmax_t kLargestFile = std::uintmax_t{64} << 20U;

// The name in the same folder that is most like this one, as a hint.
std::string near_name(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code none;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, none), end; !none && entry != end; entry.increment(none))
    names.push_back(entry->path().filename().string());
  if (none) return fmt::format("there is no folder '{}'", folder.string());
  std::sort(names.begin(), names.end());
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view found = scenario::nearest(path.filename().string(), views);
  return found.empty() ? std::string()
                       : fmt::format("did you mean '{}'?", (path.parent_path() / found).string());
}

std::optional<std::string> text_on_disk(const std::string& path) {
  std::error_code none;
  if (!fs::is_regular_file(path, none) || fs::file_size(path, none) > kLargestFile) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) return std::nullopt;
  return text;
}

}  // namespace

void InputFiles::expect(const std::string& path) const {
  if (stored_) {
    if (!take_stored(path)) throw UsageFault(fmt::format("the earlier run did not read '{}'", path));
    return;
  }
  if (helps_a_leader()) return;  // the leader has seen to it
  std::error_code none;
  if (!fs::exists(path, none)) throw UsageFault(fmt::format("no such file: '{}'", path), near_name(path));
  if (fs::is_directory(path, none))
    throw UsageFault(fmt::format("'{}' is a folder", path), "name a file, such as a .yaml file in it");
  if (!fs::is_regular_file(path, none))
    throw UsageFault(fmt::format("'{}' is not a file", path), "name a .yaml file");
  if (fs::file_size(path, none) > kLargestFile)
    throw UsageFault(fmt::format("'{}' is larger than {} MB", path, kLargestFile >> 20U),
                     "is it a scenario?");
  if (!std::ifstream(path))
    throw MachineFault(fmt::format("'{}' may not be read", path), "check who may read it");
}

std::optional<std::string> InputFiles::read(const std::string& path) {
  std::optional<std::string> text = stored_            ? take_stored(path)
                                    : helps_a_leader() ? text_at_leader(path)
                                                       : text_on_disk(path);
  if (text) remember(path, *text);
  return text;
}

std::optional<std::string> InputFiles::text(const std::string& path) const {
  const auto known =
      std::find_if(texts_.begin(), texts_.end(), [&](const auto& one) { return one.name == path; });
  return known == texts_.end() ? std::nullopt : std::optional<std::string>(known->text);
}

std::optional<std::string> InputFiles::take_stored(const std::string& path) const {
  const auto found =
      std::find_if(stored_->begin(), stored_->end(), [&](const auto& one) { return one.name == path; });
  return found == stored_->end() ? std::nullopt : std::optional<std::string>(found->text);
}

void InputFiles::remember(const std::string& path, const std::string& text) {
  if (std::any_of(all_.begin(), all_.end(), [&](const auto& one) { return one.name == path; })) return;
  all_.push_back({path, report::sha256(text)});
  texts_.push_back({path, all_.back().sha256, text});
}

scenario::FileReader InputFiles::reader() {
  return [this](const std::string& path) { return read(path); };
}

}  // namespace sendcap::app
