#include "option_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <limits>
#include <system_error>

#include "faults.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::app {

namespace fs = std::filesystem;

std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t least,
                           std::uint64_t most) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && stopped == end && least <= number && number <= most) return number;
  const bool bounded = most < std::numeric_limits<std::uint64_t>::max();
  throw UsageFault(fmt::format("{} wants a whole number of at least {}{}, not '{}'", option, least,
                               bounded ? fmt::format(" and at most {}", most) : "", text));
}

double share(const std::string& option, const std::string& text) {
  const auto parsed = scenario::parse<scenario::Fraction>(text);
  if (parsed && (*parsed).value > 0 && (*parsed).value < 1) return (*parsed).value;
  throw UsageFault(fmt::format("{} wants a share above 0% and below 100%, not '{}'", option, text),
                   fmt::format("write it as '{} 5%'", option));
}

double seconds(const std::string& option, const std::string& text, double most) {
  const std::size_t unit_at = std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string unit = text.substr(std::min(text.find_first_not_of(' ', unit_at), text.size()));
  const auto number = scenario::parse<scenario::Number>(text.substr(0, unit_at));
  double scale = 0;
  if (unit.empty() || unit == "s" || unit == "seconds") scale = 1;
  if (unit == "min" || unit == "minutes") scale = 60;
  if (unit == "h" || unit == "hours") scale = 3600;
  if (number && scale > 0 && (*number).value > 0 && (*number).value * scale <= most)
    return (*number).value * scale;
  throw UsageFault(fmt::format("{} wants a length of time, not '{}'", option, text),
                   fmt::format("write it as '{0} 90s', '{0} 5min' or '{0} 2h'", option));
}

std::string file_name(const std::string& option, const std::string& text) {
  if (text.empty()) throw UsageFault(fmt::format("{} wants the name of a file", option));
  return text;
}

std::string workbook_name(const std::string& option, const std::string& text) {
  const fs::path path = file_name(option, text);
  if (fs::is_directory(path))
    throw UsageFault(fmt::format("{} wants a file, and '{}' is a folder", option, text),
                     fmt::format("write {} '{}'", option, (path / "workbook.xlsx").string()));
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one + 32) : one; });
  if (ending == ".xlsx") return text;
  throw UsageFault(fmt::format("{} writes a workbook, whose name ends in .xlsx; '{}' does not", option, text),
                   fmt::format("write {} '{}'", option, fs::path(path).replace_extension(".xlsx").string()));
}

namespace {

// With links followed as far as they can be.
fs::path whole_path(const std::string& name) {
  std::error_code none;
  return fs::weakly_canonical(fs::absolute(name, none), none);
}

}  // namespace

void refuse_one_file_for_two(const std::vector<NamedFile>& files) {
  for (std::size_t later = 0; later < files.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!files[earlier].second || !files[later].second) continue;
      if (whole_path(*files[earlier].second) == whole_path(*files[later].second))
        throw UsageFault(fmt::format("{} and {} name the same file, '{}'", files[earlier].first,
                                     files[later].first, *files[later].second),
                         "give each a name of its own");
    }
}

void refuse_to_replace(const std::vector<std::string>& read, const std::optional<std::string>& folder,
                       const std::vector<NamedFile>& outputs) {
  static constexpr std::array kResults{
      "results.csv",     "estimates.csv",    "inequality.csv",  "summary.json",    "world.json",
      "record.md",       "run.json",         "comparison.txt",  "comparison.json", "comparison.csv",
      "sensitivity.txt", "sensitivity.json", "sensitivity.csv", "uncertainty.txt", "uncertainty.json",
      "uncertainty.csv", "points.csv",       "search.txt",      "search.json",     "search.csv",
      "best-plan.yaml"};
  std::error_code none;
  for (const auto& [option, path] : outputs) {
    if (!path) continue;
    const fs::path output = fs::weakly_canonical(*path, none);
    for (const std::string& name : read)
      if (fs::weakly_canonical(name, none) == output)
        throw UsageFault(fmt::format("{} would replace '{}', which is read", option, *path),
                         "give it a name of its own");
    for (const char* name : kResults)
      if (folder && fs::weakly_canonical(fs::path(*folder) / name, none) == output)
        throw UsageFault(fmt::format("{} and --out would write the same file, '{}'", option, *path),
                         "give it a name of its own");
  }
}

std::size_t one_of(const std::string& option, const std::string& text,
                   const std::vector<std::string_view>& words) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  throw UsageFault(fmt::format("{} can not be '{}'", option, text), scenario::suggest(text, words));
}

}  // namespace sendcap::app
