#include "sendcap/experiment/estimates.hpp"

#include <cmath>

namespace sendcap::experiment {
namespace {

// A number that was never present in earlier replications was present for none of their time.
void add_presence(std::vector<engine::Tally>& tallies, const std::vector<double>& shares,
                  std::uint32_t before) {
  while (tallies.size() < shares.size()) {
    tallies.emplace_back();
    for (std::uint32_t i = 0; i < before; ++i) tallies.back().add(0.0);
  }
  for (std::size_t n = 0; n < tallies.size(); ++n) tallies[n].add(n < shares.size() ? shares[n] : 0.0);
}

}  // namespace

void Estimates::add(const model::Measures& measures) {
  for (std::size_t cell = 0; cell < tallies_.size(); ++cell)
    if (!std::isnan(measures.values[cell])) tallies_[cell].add(measures.values[cell]);
  presence_.resize(measures.presence.size());
  for (std::size_t subject = 0; subject < presence_.size(); ++subject)
    add_presence(presence_[subject], measures.presence[subject], replications_);
  events_.add(static_cast<double>(measures.events));
  children_.add(static_cast<double>(measures.children));
  cases_.add(static_cast<double>(measures.cases));
  ++replications_;
}

}  // namespace sendcap::experiment
