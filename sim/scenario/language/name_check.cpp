#include "sendcap/scenario/language/name_check.hpp"
#include "scenario/language/text.hpp"

#include <algorithm>

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

std::optional<std::size_t> resolve(const Name& name, std::span<const std::string_view> candidates,
                                   std::string_view what, std::string_view path, Diagnostics& diagnostics) {
  const auto found = std::find(candidates.begin(), candidates.end(), name.text);
  if (found != candidates.end()) return static_cast<std::size_t>(found - candidates.begin());
  std::string message = concat({"no ", what, " called '", name.text, "'"});
  diagnostics.error(Code::unknown_name, name.place, std::string(path), std::move(message),
                    suggest(name.text, candidates));
  return std::nullopt;
}

}  // namespace sendcap::scenario
