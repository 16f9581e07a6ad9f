#include "asked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "faults.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"

namespace sendcap::app {
namespace {

using experiment::Input;
using experiment::Study;

std::string in_small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one + 32) : one; });
  return text;
}

// The pieces between the stars, one after the other somewhere in the name.
bool matches(const std::string& name, const std::string& pattern) {
  std::size_t from = 0;
  for (std::size_t at = 0; at <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('*', at), pattern.size());
    const std::string piece = pattern.substr(at, end - at);
    const std::size_t found = name.find(piece, from);
    if (found == std::string::npos) return false;
    from = found + piece.size();
    at = end + 1;
  }
  return true;
}

std::string nearest_path(const Study& study, const std::string& path) {
  std::vector<std::string> paths;
  for (const Input& input : study.inputs())
    for (const std::string& used : input.paths) paths.push_back(used);
  const std::vector<std::string_view> candidates(paths.begin(), paths.end());
  const std::string_view near = scenario::nearest(path, candidates);
  return near.empty() ? "sendcap describe SCENARIO names the figures of a scenario"
                      : fmt::format("did you mean '{}'?", near);
}

}  // namespace

std::vector<experiment::Figure> figures_asked(const experiment::Outcomes& outcomes,
                                              const std::vector<std::string>& names) {
  if (names.empty()) return experiment::headline_figures(outcomes);
  std::vector<experiment::Figure> figures;
  for (const std::string& name : names) {
    experiment::FoundFigure found = experiment::find_figure(outcomes, name);
    if (!found.figure) throw UsageFault(fmt::format("--outcome '{}': {}", name, found.message), found.hint);
    figures.push_back(std::move(*found.figure));
  }
  return figures;
}

std::vector<std::size_t> inputs_asked(const Study& study, const std::vector<experiment::Contrast>& contrasts,
                                      const std::vector<std::string>& patterns) {
  std::vector<std::size_t> inputs;
  for (const experiment::Contrast& contrast : contrasts)
    for (const std::size_t input : experiment::uncertain_inputs(study, contrast)) inputs.push_back(input);
  std::sort(inputs.begin(), inputs.end());
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  if (inputs.empty())
    throw UsageFault("no figure in these files has a range",
                     "write one beside a figure: {is: 12 per week, range: [10 per week, 14 per week]}");
  if (patterns.empty()) return inputs;
  std::vector<std::size_t> kept;
  for (const std::string& pattern : patterns) {
    const std::size_t before = kept.size();
    for (const std::size_t input : inputs)
      if (matches(in_small_letters(study.inputs()[input].name()), in_small_letters(pattern)))
        kept.push_back(input);
    if (kept.size() == before)
      throw UsageFault(fmt::format("--inputs '{}': no figure with a range has this in its path", pattern),
                       nearest_path(study, pattern));
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

std::size_t input_asked(const Study& study, const std::string& option, const std::string& path) {
  if (const std::optional<std::size_t> found = study.find_input(path)) return *found;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < study.inputs().size(); ++i) {
    const std::vector<std::string>& paths = study.inputs()[i].paths;
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) found.push_back(i);
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1)
    throw UsageFault(fmt::format("{} '{}' stands in several plans", option, path),
                     fmt::format("write which one: '{}'", study.inputs()[found.front()].name()));
  throw UsageFault(fmt::format("{}: there is no figure '{}'", option, path), nearest_path(study, path));
}

double value_asked(const Input& input, const std::string& option, const std::string& text) {
  const auto parsed = scenario::parse_quantity(input.kind, text);
  if (!parsed)
    throw UsageFault(fmt::format("{}: {}", option, parsed.error.message),
                     fmt::format("write it as '{} \"{}\"'", option, input.text(input.is)));
  if (*parsed < input.least || *parsed > input.most)
    throw UsageFault(fmt::format("{}: '{}' is beyond what {} can be", option, text, input.name()));
  return *parsed;
}

}  // namespace sendcap::app
