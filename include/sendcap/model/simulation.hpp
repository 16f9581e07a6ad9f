#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "sendcap/model/measure.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/model/trace.hpp"

namespace sendcap::model {

/// The books of a run did not balance: a fault of the program, not of its user.
class BrokenInvariant : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// The scenario describes a world that does not move on: children who go round without time passing, or who
/// multiply.
class Runaway : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Runs replications of one model, one after the other, using the same memory again. Owns all that changes
/// during a run; one Simulation belongs to one thread. The model must outlive it.
class Simulation {
 public:
  explicit Simulation(const Model& model);
  ~Simulation();
  Simulation(Simulation&&) noexcept;
  Simulation& operator=(Simulation&&) noexcept;

  /// One replication. The same model, seed and replication number always give the same measures.
  /// Throws BrokenInvariant when a child or place is unaccounted for at the end, Runaway when the world does
  /// not move on.
  Measures run(std::uint64_t seed, std::uint32_t replication);

  /// How lists and places stand is told from now on only at some dates: by MeasureLayout date, 1 where it is
  /// wanted. At the others the measures with MeasureClock::date have no value, and a month's end costs
  /// little.
  void tell_only_at(std::vector<std::uint8_t> dates);

  /// Who is told of everything that happens in runs from now on; null for nobody. Must outlive them.
  void observe(Observer* observer);

 private:
  class World;
  std::unique_ptr<World> world_;
};

}  // namespace sendcap::model
