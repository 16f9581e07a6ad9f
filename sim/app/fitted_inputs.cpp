#include "fitted_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "faults.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::app {
namespace {

using experiment::FittedInput;
using experiment::Input;
using scenario::QuantityKind;

std::size_t input_at(const experiment::Study& study, const std::string& path) {
  if (const std::optional<std::size_t> found = study.find_input(path)) return *found;
  std::vector<std::string_view> names;
  for (const Input& input : study.inputs())
    for (const std::string& one : input.paths) names.push_back(one);
  const std::string_view near = scenario::nearest(path, names);
  throw UsageFault(fmt::format("no figure of the scenario stands at '{}'", path),
                   near.empty() ? "a figure goes by its path, as in services.therapists.staff, and has to "
                                  "be written in the file"
                                : fmt::format("did you mean '{}'?", near));
}

void refuse_kind(const Input& input) {
  if (input.kind == QuantityKind::whole || input.kind == QuantityKind::date ||
      input.kind == QuantityKind::flag)
    throw UsageFault(fmt::format("'{}' can not be fitted: it is {}", input.name(),
                                 scenario::quantity_in_words(input.kind)),
                     "fit a figure that can change little by little, such as a rate or a share");
}

// Without a unit of its own it has that of the other bound, never one that is not to be seen.
double bound(const Input& input, std::string_view text, std::string_view unit_of = {}) {
  const auto parsed = scenario::parse_quantity(input.kind, text, unit_of);
  if (parsed) return *parsed;
  throw UsageFault(fmt::format("--fit {}: {}", input.name(), parsed.error.message), parsed.error.hint);
}

std::string limits_of(const Input& input) {
  if (!std::isfinite(input.most)) return fmt::format("it is at least {}", input.text(input.least));
  if (!std::isfinite(input.least)) return fmt::format("it is at most {}", input.text(input.most));
  return fmt::format("its limits are {} and {}", input.text(input.least), input.text(input.most));
}

FittedInput with_bounds(const experiment::Study& study, const std::string& fit) {
  const std::size_t equals = study.find_input(fit) ? std::string::npos : fit.rfind('=');
  FittedInput fitted;
  fitted.input = input_at(study, fit.substr(0, equals));
  const Input& input = study.inputs()[fitted.input];
  refuse_kind(input);
  if (equals == std::string::npos) {
    if (!input.range)
      throw UsageFault(
          fmt::format("'{}' has no range within which it could be looked for", input.name()),
          fmt::format("give it a `range` in the file, or bounds: --fit '{}=LEAST to MOST'", input.name()));
    fitted.least = input.range->least;
    fitted.most = input.range->most;
  } else {
    const std::string bounds = fit.substr(equals + 1);
    const std::size_t to = bounds.find(" to ");
    if (to == std::string::npos)
      throw UsageFault(fmt::format("--fit wants bounds as LEAST to MOST, not '{}'", bounds),
                       fmt::format("as in --fit '{}={} to {}'", input.name(), input.text(input.is / 2),
                                   input.text(input.is * 2)));
    fitted.most = bound(input, bounds.substr(to + 4));
    fitted.least = bound(input, bounds.substr(0, to), bounds.substr(to + 4));
  }
  if (!(fitted.least < fitted.most) || !std::isfinite(fitted.most - fitted.least))
    throw UsageFault(fmt::format("the bounds of '{}' leave nothing to look for: {} to {}", input.name(),
                                 input.text(fitted.least), input.text(fitted.most)));
  if (fitted.least < input.least || fitted.most > input.most)
    throw UsageFault(fmt::format("'{}' can not reach from {} to {}", input.name(), input.text(fitted.least),
                                 input.text(fitted.most)),
                     limits_of(input));
  return fitted;
}

}  // namespace

std::vector<FittedInput> fitted_inputs(const experiment::Study& study, const std::vector<std::string>& fits,
                                       const scenario::Sources& sources) {
  std::vector<FittedInput> fitted;
  for (const std::string& fit : fits) {
    const FittedInput one = with_bounds(study, fit);
    const Input& input = study.inputs()[one.input];
    if (std::any_of(fitted.begin(), fitted.end(),
                    [&](const FittedInput& other) { return other.input == one.input; }))
      throw UsageFault(fmt::format("'{}' is to be fitted twice", input.name()));
    const std::string& file = sources.name(input.place.file);
    if (file.find('/') == std::string::npos && file.rfind("--", 0) == 0)
      throw UsageFault(fmt::format("'{}' is given by --set and to be fitted as well", input.name()),
                       "leave out one of the two");
    fitted.push_back(one);
  }
  return fitted;
}

}  // namespace sendcap::app
