#include "interval_caveat.hpp"

namespace sendcap::report {

std::string interval_caveat() {
  return "The interval says how exactly the average of the model's runs is known. What is not known of the "
         "figures put into it reaches wider: `sendcap uncertainty` shows how far, and `sendcap sensitivity` "
         "which figures matter.";
}

}  // namespace sendcap::report
