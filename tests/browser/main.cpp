// Prints what must come out alike on this machine and in a browser: raw words of the random streams, which
// are exact, and draws of every family of distributions, which may differ in the last bits.

#include <cstdint>
#include <iomanip>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "sendcap/engine/distribution.hpp"
#include "sendcap/engine/random.hpp"

namespace {

using sendcap::engine::Distribution;
using sendcap::engine::name_hash;
using sendcap::engine::ReplicationKey;
using sendcap::engine::Stream;

constexpr int kDraws = 200;

void print_words(std::ostream& out) {
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
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

}  // namespace

int main() {
  std::cout << std::setprecision(17);
  print_words(std::cout);
  print_draws(std::cout);
}
