#include <fmt/format.h>

#include <variant>

#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // the families of distribution

// Each family in words. Figures of their own sources keep them.
struct InFull {
  std::string operator()(const Deterministic& time) const { return figure(time.value); }
  std::string operator()(const Exponential& time) const {
    return fmt::format("on average {}, exponential", figure(time.mean));
  }
  std::string operator()(const Gamma& time) const {
    return fmt::format("on average {}, gamma with {}", figure(time.mean),
                       time.sd ? "standard deviation " + figure(*time.sd) : "shape " + figure(*time.shape));
  }
  std::string operator()(const Erlang& time) const {
    return fmt::format("on average {}, Erlang with {} stages", figure(time.mean), figure(time.stages));
  }
  std::string operator()(const Weibull& time) const {
    return fmt::format("63.2% within {}, Weibull with shape {}", figure(time.scale), figure(time.shape));
  }
  std::string operator()(const Lognormal& time) const {
    if (time.mean)
      return fmt::format("on average {}, lognormal with standard deviation {}", figure(*time.mean),
                         figure(*time.sd));
    return fmt::format("half within {}, lognormal with standard deviation of the logarithm {}",
                       figure(*time.median), figure(*time.sigma));
  }
  std::string operator()(const Triangular& time) const {
    return fmt::format("between {} and {}, most likely {}", figure(time.least), figure(time.most),
                       figure(time.mode));
  }
  std::string operator()(const Uniform& time) const {
    return fmt::format("anything between {} and {}", figure(time.least), figure(time.most));
  }
  std::string operator()(const TruncatedNormal& time) const {
    return fmt::format("about {}, normal cut off at zero with standard deviation {}", figure(time.mean),
                       figure(time.sd));
  }
  std::string operator()(const Poisson& time) const {
    return fmt::format("on average {} times {}, Poisson", figure(time.mean), figure(time.unit));
  }
  std::string operator()(const Empirical& time) const {
    std::vector<std::string> lengths;
    for (const Value<Duration>& length : time.values) lengths.push_back(figure(length));
    return "one of those observed: " + listed(lengths, "or");
  }
  std::string operator()(const Discrete& time) const {
    std::vector<std::string> lengths;
    for (std::size_t i = 0; i < time.values.size(); ++i)
      lengths.push_back(fmt::format("{} for {}", figure(time.values[i]), figure(time.probabilities[i])));
    return listed(lengths);
  }
};

struct Briefly {
  std::string operator()(const Deterministic& time) const { return bare(time.value); }
  std::string operator()(const Weibull& time) const { return "63.2% within " + bare(time.scale); }
  std::string operator()(const Lognormal& time) const {
    return time.mean ? "on average " + bare(*time.mean) : "half within " + bare(*time.median);
  }
  std::string operator()(const Triangular& time) const { return between(time.least, time.most); }
  std::string operator()(const Uniform& time) const { return between(time.least, time.most); }
  std::string operator()(const TruncatedNormal& time) const { return "about " + bare(time.mean); }
  std::string operator()(const Poisson& time) const {
    return fmt::format("on average {} times {}", bare(time.mean), bare(time.unit));
  }
  std::string operator()(const Empirical&) const { return "as observed"; }
  std::string operator()(const Discrete& time) const {
    std::vector<std::string> lengths;
    for (const Value<Duration>& length : time.values) lengths.push_back(bare(length));
    return listed(lengths, "or");
  }
  template <class Other>
  std::string operator()(const Other& time) const {
    return "on average " + bare(time.mean);
  }

 private:
  static std::string between(const Value<Duration>& least, const Value<Duration>& most) {
    return fmt::format("{} to {}", bare(least), bare(most));
  }
};

}  // namespace

std::string time_words(const DistributionSpec& time) {
  return std::visit(InFull{}, time.family) + trust_words(time.quality, time.source);
}

std::string brief_time(const DistributionSpec& time) {
  return std::visit(Briefly{}, time.family);
}

}  // namespace sendcap::report
