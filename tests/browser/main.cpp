// Prints what must come out alike on this machine and in a browser: raw words of the random streams, which
// are exact, draws of every family of distributions, and every cell of the results of the scenarios named.
// Usage: browser_check SCENARIO...

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sendcap/engine/distribution.hpp"
#include "sendcap/engine/random.hpp"
#include "sendcap/experiment/run.hpp"
#include "sendcap/model/compile.hpp"
#include "sendcap/scenario/load.hpp"

namespace {

using sendcap::engine::Distribution;
using sendcap::engine::name_hash;
using sendcap::engine::ReplicationKey;
using sendcap::engine::Stream;

constexpr int kDraws = 200;
constexpr std::uint32_t kReplications = 3;

void print_words(std::ostream& out) {
  for (std::uint32_t replication = 0; replication < kReplications; ++replication) {
    Stream stream(ReplicationKey(20260901, replication), name_hash("referrals"), 7, name_hash("wait"));
    for (int draw = 0; draw < kDraws; ++draw) out << "word " << stream() << '\n';
  }
}

void print_draws(std::ostream& out) {
  const std::vector<std::pair<std::string, Distribution>> families = {
      {"exponential", Distribution::exponential(3)},
      {"gamma", Distribution::gamma(2.5, 1.2)},
      {"erlang", Distribution::erlang(3, 6)},
      {"weibull", Distribution::weibull(1.5, 10)},
      {"lognormal", Distribution::lognormal_from_mean_sd(20, 15)},
      {"triangular", Distribution::triangular(1, 2, 6)},
      {"truncated-normal", Distribution::truncated_normal(1, 2)},
      {"poisson", Distribution::poisson(4.2)},
      {"discrete", Distribution::discrete({1, 2, 5}, {0.2, 0.5, 0.3})},
  };
  for (const auto& [name, distribution] : families) {
    Stream stream(ReplicationKey(1, 0), name_hash(name), 0, 0);
    for (int draw = 0; draw < kDraws; ++draw) out << name << ' ' << distribution.draw(stream) << '\n';
  }
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The model of a scenario file; empty, with the mistakes on `std::cerr`, when there are any.
std::optional<sendcap::model::Model> load_model(const std::string& path) {
  sendcap::scenario::Sources sources;
  sendcap::scenario::Diagnostics diagnostics;
  std::optional<sendcap::model::Model> model;
  if (const auto scenario = sendcap::scenario::load_scenario(path, {}, read_file, sources, diagnostics))
    model = sendcap::model::compile(*scenario, diagnostics);
  if (!model) std::cerr << render(diagnostics, sources);
  return model;
}

void print_results(std::ostream& out, const std::string& path, const sendcap::model::Model& model) {
  sendcap::experiment::RunOptions options;
  options.replications = kReplications;
  options.threads = 1;
  sendcap::experiment::Estimates estimates(model.layout);
  sendcap::experiment::run(model, options, estimates);

  out << path << " events " << estimates.events().mean() << '\n';
  for (std::size_t cell = 0; cell < model.layout.cells; ++cell) {
    const double mean = estimates.tally(cell).mean();
    out << path << " cell " << cell << ' ';
    if (std::isnan(mean))
      out << "none\n";
    else
      out << mean << '\n';
  }
}

}  // namespace

int main(int count, char** arguments) {
  std::cout << std::setprecision(17);
  print_words(std::cout);
  print_draws(std::cout);
  for (int i = 1; i < count; ++i) {
    const std::string path = arguments[i];
    const auto model = load_model(path);
    if (!model) return 1;
    print_results(std::cout, path, *model);
  }
}
