#include "sendcap/scenario/language/distribution_spec.hpp"

#include <cmath>

#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/reader.hpp"
#include "sendcap/scenario/language/writer.hpp"

namespace sendcap::scenario {

namespace {

bool unfit(Reader& reader, const Node& node, std::string_view key, std::string message) {
  const Node* entry = node.find(key);
  return reader.error(Code::inconsistent, entry != nullptr ? entry->where() : node.where(),
                      std::move(message));
}

/// Refuses two limits of which the first is the greater.
void check_order(Reader& reader, const Node& node, const Value<Duration>& less, std::string_view less_key,
                 const Value<Duration>& more, std::string_view more_key) {
  if (less.is.days <= more.is.days) return;
  unfit(reader, node, less_key,
        concat({"'", less_key, "' (", format(less.is), ") is greater than '", more_key, "' (",
                format(more.is), ")"}));
}

}  // namespace

void Gamma::check(Reader& reader, const Node& node, const Gamma& gamma) {
  if (gamma.sd.has_value() != gamma.shape.has_value()) return;
  unfit(reader, node, gamma.sd ? "shape" : "kind",
        "a gamma distribution needs either 'sd' or 'shape' beside 'mean'");
}

void Lognormal::check(Reader& reader, const Node& node, const Lognormal& lognormal) {
  const bool by_mean = lognormal.mean && lognormal.sd && !lognormal.median && !lognormal.sigma;
  const bool by_median = lognormal.median && lognormal.sigma && !lognormal.mean && !lognormal.sd;
  if (by_mean || by_median) return;
  unfit(reader, node, "kind",
        "a lognormal distribution needs either 'mean' and 'sd', or 'median' and 'sigma'");
}

void Triangular::check(Reader& reader, const Node& node, const Triangular& triangular) {
  check_order(reader, node, triangular.least, "least", triangular.mode, "mode");
  check_order(reader, node, triangular.mode, "mode", triangular.most, "most");
}

void Uniform::check(Reader& reader, const Node& node, const Uniform& uniform) {
  check_order(reader, node, uniform.least, "least", uniform.most, "most");
}

void Empirical::check(Reader& reader, const Node& node, const Empirical& empirical) {
  if (empirical.values.empty()) unfit(reader, node, "values", "at least one value is needed");
}

void Discrete::check(Reader& reader, const Node& node, const Discrete& discrete) {
  if (discrete.values.empty() || discrete.values.size() != discrete.probabilities.size()) {
    unfit(reader, node, "probabilities",
          "each value needs one probability, but there are " + std::to_string(discrete.values.size()) +
              " values and " + std::to_string(discrete.probabilities.size()) + " probabilities");
    return;
  }
  double sum = 0;
  for (const Value<Fraction>& probability : discrete.probabilities) sum += probability.is.value;
  constexpr double kRounding = 1e-6;  // three times 33.3333333% is meant to be the whole
  if (std::abs(sum - 1) > kRounding) {
    unfit(reader, node, "probabilities", "the probabilities sum to " + percent_text(sum) + ", not to 100%");
  }
}

bool DistributionSpec::read_short(Reader& reader, const Node& node, DistributionSpec& result) {
  Deterministic always;
  const Rule rule{.example = "45 min"};
  if (!read(reader, node, always.value, rule)) return false;
  result.family = std::move(always);
  return true;
}

std::optional<Node> DistributionSpec::write_short(const DistributionSpec& spec) {
  const auto* always = std::get_if<Deterministic>(&spec.family);
  if (always == nullptr || !spec.source.empty() || spec.quality != Quality::unstated) return std::nullopt;
  return write(always->value);
}

}  // namespace sendcap::scenario
