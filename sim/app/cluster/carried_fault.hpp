#pragma once

#include <cstdint>
#include <exception>
#include <string>

namespace sendcap::app {

// What went wrong in another thread or process, so that it can be thrown again here as what it was.
struct CarriedFault {
  enum class Kind : std::uint8_t { runaway, broken_invariant, impossible_world, no_memory, other };
  Kind kind = Kind::other;
  std::string message;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& kind& message;
  }
};

[[nodiscard]] CarriedFault carried(const std::exception_ptr& error);
[[nodiscard]] std::exception_ptr thrown(const CarriedFault& fault);

}  // namespace sendcap::app
