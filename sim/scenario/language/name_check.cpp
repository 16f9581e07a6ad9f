#include "sendcap/scenario/language/name_check.hpp"
#include "scenario/language/text.hpp"

#include <algorithm>
#include <utility>

namespace sendcap::scenario {

std::string suggest(std::string_view name, std::span<const std::string_view> candidates) {
  const std::string_view near = nearest(name, candidates);
  if (!near.empty()) return concat({"did you mean '", near, "'?"});
  if (candidates.empty()) return {};
  std::string result = "allowed here: ";
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    if (index != 0) result += ", ";
    result += candidates[index];
  }
  return result;
}

namespace {

void tell_unknown(const Name& name, std::span<const std::string_view> candidates, std::string_view what,
                  std::string_view path, Diagnostics& diagnostics) {
  std::string message = concat({"no ", what, " called '", name.text, "'"});
  diagnostics.error(Code::unknown_name, name.place, std::string(path), std::move(message),
                    suggest(name.text, candidates));
}

}  // namespace

std::optional<std::size_t> resolve(const Name& name, std::span<const std::string_view> candidates,
                                   std::string_view what, std::string_view path, Diagnostics& diagnostics) {
  const auto found = std::find(candidates.begin(), candidates.end(), name.text);
  if (found != candidates.end()) return static_cast<std::size_t>(found - candidates.begin());
  tell_unknown(name, candidates, what, path, diagnostics);
  return std::nullopt;
}

NameTable::NameTable(std::vector<std::string_view> names) : names_(std::move(names)) {
  for (std::size_t index = 0; index < names_.size(); ++index) index_.emplace(names_[index], index);
}

std::optional<std::size_t> NameTable::find(std::string_view name) const {
  const auto found = index_.find(name);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> resolve(const Name& name, const NameTable& defined, std::string_view what,
                                   std::string_view path, Diagnostics& diagnostics) {
  const std::optional<std::size_t> found = defined.find(name.text);
  if (!found) tell_unknown(name, defined.names(), what, path, diagnostics);
  return found;
}

}  // namespace sendcap::scenario
