#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "sendcap/engine/alias_table.hpp"

/// The families of distributions and their parameters, checked by the functions of `Distribution` that make
/// them. Users name distributions through `Distribution` only.
namespace sendcap::engine::family {

struct Deterministic {
  double value = 0;
};

struct Exponential {
  double mean = 1;
};

struct Gamma {
  double shape = 1;
  double scale = 1;
};

struct Weibull {
  double shape = 1;
  double scale = 1;
};

struct Lognormal {
  double mu = 0;
  double sigma = 1;
};

struct Triangular {
  double least = 0;
  double mode = 0;
  double most = 1;
};

struct Uniform {
  double least = 0;
  double most = 1;
};

struct TruncatedNormal {
  double mean = 0;
  double standard_deviation = 1;
  double least = 0;
};

struct Poisson {
  double mean = 1;
  double unit = 1;
};

/// The observed values in rising order.
struct Empirical {
  std::shared_ptr<const std::vector<double>> values;
};

struct Discrete {
  struct Table {
    std::vector<double> values;
    std::vector<double> probabilities;
    AliasTable choice;
  };
  std::shared_ptr<const Table> table;
};

using Any = std::variant<Deterministic, Exponential, Gamma, Weibull, Lognormal, Triangular, Uniform,
                         TruncatedNormal, Poisson, Empirical, Discrete>;

}  // namespace sendcap::engine::family
