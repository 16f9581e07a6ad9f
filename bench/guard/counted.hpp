#pragma once

#include <cstdint>
#include <functional>

namespace sendcap::guard {

/// Does what is to be counted: the guard counts the instructions between the call of this function, which
/// it knows by its name, and its return.
extern "C" std::uint64_t sendcap_counted(const std::function<std::uint64_t()>& work);

}  // namespace sendcap::guard
