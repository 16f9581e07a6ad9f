#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/value.hpp"

namespace sendcap::scenario {

class Reader;

// The families of distribution of a length of time. Each is named in a file by `kind:`.

/// Always the same.
struct Deterministic {
  Value<Duration> value;

  static constexpr std::string_view kTitle = "deterministic";
  static constexpr std::string_view kSummary = "Always the same length of time.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("value", &Deterministic::value, "The length of time.",
                Rule{.required = true, .example = "45 min"});
  }
};

struct Exponential {
  Value<Duration> mean;

  static constexpr std::string_view kTitle = "exponential";
  static constexpr std::string_view kSummary =
      "Without memory: how long it has lasted says nothing about the rest.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("mean", &Exponential::mean, "Mean.",
                Rule{.required = true, .least = 0, .above_least = true, .example = "3 weeks"});
  }
};

/// With mean and either standard deviation or shape.
struct Gamma {
  Value<Duration> mean;
  std::optional<Value<Duration>> sd;
  std::optional<Value<Number>> shape;

  static constexpr std::string_view kTitle = "gamma";
  static constexpr std::string_view kSummary =
      "Skewed to the right; give the mean and either `sd` or `shape`.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("mean", &Gamma::mean, "Mean.",
                Rule{.required = true, .least = 0, .above_least = true, .example = "3 weeks"});
    visit.field("sd", &Gamma::sd, "Standard deviation.",
                Rule{.least = 0, .above_least = true, .example = "1 week"});
    visit.field("shape", &Gamma::shape, "Shape; the coefficient of variation is 1 / sqrt(shape).",
                Rule{.least = 0, .above_least = true, .example = "2"});
  }
  static void check(Reader& reader, const Node& node, const Gamma& gamma);
};

/// The sum of equally long exponential stages.
struct Erlang {
  Value<Duration> mean;
  Value<Whole> stages;

  static constexpr std::string_view kTitle = "erlang";
  static constexpr std::string_view kSummary = "The sum of a number of equally long exponential stages.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("mean", &Erlang::mean, "Mean of the whole.",
                Rule{.required = true, .least = 0, .above_least = true, .example = "3 weeks"});
    visit.field("stages", &Erlang::stages, "Number of stages.",
                Rule{.required = true, .least = 1, .example = "2"});
  }
};

struct Weibull {
  Value<Duration> scale;
  Value<Number> shape;

  static constexpr std::string_view kTitle = "weibull";
  static constexpr std::string_view kSummary =
      "Ever more (shape above 1) or less (below 1) likely to end as it lasts.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("scale", &Weibull::scale, "Scale: 63.2% end sooner.",
                Rule{.required = true, .least = 0, .above_least = true, .example = "10 weeks"});
    visit.field("shape", &Weibull::shape, "Shape.",
                Rule{.required = true, .least = 0, .above_least = true, .example = "1.5"});
  }
};

/// With mean and standard deviation of the time itself, or with the median and the standard deviation of its
/// logarithm.
struct Lognormal {
  std::optional<Value<Duration>> mean;
  std::optional<Value<Duration>> sd;
  std::optional<Value<Duration>> median;
  std::optional<Value<Number>> sigma;

  static constexpr std::string_view kTitle = "lognormal";
  static constexpr std::string_view kSummary =
      "Its logarithm is normal; give either `mean` and `sd`, or `median` and `sigma`.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("mean", &Lognormal::mean, "Mean.",
                Rule{.least = 0, .above_least = true, .example = "40 min"});
    visit.field("sd", &Lognormal::sd, "Standard deviation.",
                Rule{.least = 0, .above_least = true, .example = "15 min"});
    visit.field("median", &Lognormal::median, "Median.",
                Rule{.least = 0, .above_least = true, .example = "35 min"});
    visit.field("sigma", &Lognormal::sigma, "Standard deviation of the logarithm.",
                Rule{.least = 0, .above_least = true, .example = "0.5"});
  }
  static void check(Reader& reader, const Node& node, const Lognormal& lognormal);
};

struct Triangular {
  Value<Duration> least;
  Value<Duration> mode;
  Value<Duration> most;

  static constexpr std::string_view kTitle = "triangular";
  static constexpr std::string_view kSummary = "Between a least and a most, likeliest in the mode.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("least", &Triangular::least, "The shortest possible.",
                Rule{.required = true, .example = "2 weeks"});
    visit.field("mode", &Triangular::mode, "The most likely.", Rule{.required = true, .example = "4 weeks"});
    visit.field("most", &Triangular::most, "The longest possible.",
                Rule{.required = true, .example = "12 weeks"});
  }
  static void check(Reader& reader, const Node& node, const Triangular& triangular);
};

struct Uniform {
  Value<Duration> least;
  Value<Duration> most;

  static constexpr std::string_view kTitle = "uniform";
  static constexpr std::string_view kSummary = "Anything between a least and a most, all equally likely.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("least", &Uniform::least, "The shortest possible.",
                Rule{.required = true, .example = "2 weeks"});
    visit.field("most", &Uniform::most, "The longest possible.",
                Rule{.required = true, .example = "12 weeks"});
  }
  static void check(Reader& reader, const Node& node, const Uniform& uniform);
};

/// Drawn again while it is below zero; `mean` and `sd` are those before that.
struct TruncatedNormal {
  Value<Duration> mean;
  Value<Duration> sd;

  static constexpr std::string_view kTitle = "normal";
  static constexpr std::string_view kSummary =
      "The normal curve cut off at zero; `mean` and `sd` are those of the whole curve.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("mean", &TruncatedNormal::mean, "Mean of the whole curve.",
                Rule{.required = true, .example = "40 min"});
    visit.field("sd", &TruncatedNormal::sd, "Standard deviation of the whole curve.",
                Rule{.required = true, .least = 0, .above_least = true, .example = "10 min"});
  }
};

/// A Poisson number of units of time.
struct Poisson {
  Value<Number> mean;
  Value<Duration> unit = Duration{1};

  static constexpr std::string_view kTitle = "poisson";
  static constexpr std::string_view kSummary = "A Poisson number of units of time.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("mean", &Poisson::mean, "Mean number of units.",
                Rule{.required = true, .least = 0, .example = "6"});
    visit.field("unit", &Poisson::unit, "One unit of time.",
                Rule{.least = 0, .above_least = true, .example = "1 day"});
  }
};

/// Observed lengths, all equally likely.
struct Empirical {
  std::vector<Value<Duration>> values;

  static constexpr std::string_view kTitle = "empirical";
  static constexpr std::string_view kSummary = "One of the lengths observed, all equally likely.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("values", &Empirical::values, "The lengths observed.",
                Rule{.required = true, .example = "[3 days, 5 days, 12 days]"});
  }
  static void check(Reader& reader, const Node& node, const Empirical& empirical);
};

/// A few lengths, each with its probability.
struct Discrete {
  std::vector<Value<Duration>> values;
  std::vector<Value<Fraction>> probabilities;

  static constexpr std::string_view kTitle = "discrete";
  static constexpr std::string_view kSummary = "One of a few lengths, each with its probability.";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.field("values", &Discrete::values, "The lengths.",
                Rule{.required = true, .example = "[6 weeks, 20 weeks]"});
    visit.field("probabilities", &Discrete::probabilities, "Their probabilities, together 100%.",
                Rule{.required = true, .least = 0, .most = 1, .example = "[60%, 40%]"});
  }
  static void check(Reader& reader, const Node& node, const Discrete& discrete);
};

/// A random length of time. In a file a plain duration (always the same), or a block with `kind:`.
struct DistributionSpec {
  std::variant<Deterministic, Exponential, Gamma, Erlang, Weibull, Lognormal, Triangular, Uniform,
               TruncatedNormal, Poisson, Empirical, Discrete>
      family;
  std::string source;
  Quality quality = Quality::unstated;
  Place place;

  DistributionSpec() = default;
  /// Always the same length.
  DistributionSpec(Duration always)
      : family(Deterministic{Value<Duration>(always)}) {}  // NOLINT: a duration is one

  static constexpr std::string_view kTitle = "distribution";
  static constexpr std::string_view kSummary =
      "A random length of time: a plain duration (always the same), or a block with `kind:`.";
  using ShortForm = Value<Duration>;
  static constexpr std::string_view kShortWords = "a duration such as `45 min`";
  template <class Visitor>
  static void declare(Visitor& visit) {
    visit.inlined(&DistributionSpec::family);
    visit.field("source", &DistributionSpec::source, "Where the figures come from.", Rule{});
    visit.field("quality", &DistributionSpec::quality, "How far the figures can be trusted.", Rule{});
  }
  static bool read_short(Reader& reader, const Node& node, DistributionSpec& result);
  static std::optional<Node> write_short(const DistributionSpec& spec);
};

}  // namespace sendcap::scenario
