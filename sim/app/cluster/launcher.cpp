#include "launcher.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

#include "../faults.hpp"

namespace sendcap::app {
namespace {

// What launchers of MPI tell each process: its number and, but for PMIx, how many there are. Open MPI's
// mpirun sets the first pair, MPICH's and srun --mpi=pmi2 the second; srun --mpi=pmix the number only.
constexpr const char* kNumbers[] = {"OMPI_COMM_WORLD_RANK", "PMI_RANK", "PMIX_RANK"};

}  // namespace

Launch how_started() {
  Launch launch;
  if (const char* wish = std::getenv("SENDCAP_MPI")) {
    launch.forced_on = std::string_view(wish) == "on";
    launch.forced_off = std::string_view(wish) == "off";
    if (!launch.forced_on && !launch.forced_off)
      throw UsageFault(fmt::format("SENDCAP_MPI is '{}'", wish), "set it to on or off, or not at all");
  }
  for (const char* variable : kNumbers)
    if (const char* number = std::getenv(variable)) {
      launch.one_of_several = true;
      launch.first = std::string_view(number) == "0";
      break;
    }
  return launch;
}

}  // namespace sendcap::app
