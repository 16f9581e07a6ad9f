#pragma once

#include <string>

#include "record_order.hpp"
#include "store/store.hpp"

namespace sendcap::app {

// Whether there is a store in the usual place.
[[nodiscard]] bool is_store_at_hand();

// The store to look things up in: the one named, or that in the usual place. Throws UsageFault when there is
// none, and store::StoreFault.
[[nodiscard]] store::Store store_at_hand(const std::string& named);

}  // namespace sendcap::app
