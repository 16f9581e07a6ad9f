#pragma once

#include <string>

namespace sendcap::app {

// How the program was started.
struct Launch {
  bool forced_off = false;      // SENDCAP_MPI=off
  bool forced_on = false;       // SENDCAP_MPI=on
  bool one_of_several = false;  // by mpirun, or by srun with MPI
  bool first = true;            // of them, as far as the launcher says
};

// From the environment. Throws UsageFault when SENDCAP_MPI is neither `on` nor `off`.
[[nodiscard]] Launch how_started();

}  // namespace sendcap::app
