#include "sendcap/model/trace.hpp"

#include <array>

namespace sendcap::model {
namespace {

constexpr std::array<std::string_view, kHappeningCount> kWords{
    "came",   "opened",  "joined",     "began",      "not brought", "finished",  "raised", "closed",
    "placed", "offered", "not placed", "left place", "flag gained", "flag lost", "struck", "gone"};

}  // namespace

std::string_view word(Happening happening) {
  return kWords[static_cast<std::size_t>(happening)];
}

}  // namespace sendcap::model
