// The cluster of a program built without MPI: this process alone.

#include "../faults.hpp"
#include "cluster.hpp"
#include "launcher.hpp"

namespace sendcap::app {

class Cluster::Membership {};

Cluster::Cluster() {
  const Launch launch = how_started();
  if (launch.forced_off || !(launch.one_of_several || launch.forced_on)) return;
  if (!launch.first) throw BadFiles();  // the first one says it for all
  throw UsageFault("this sendcap was built without MPI and can not share work with other processes",
                   "build it with -D SENDCAP_WITH_MPI=ON, or start one process, with --threads");
}

Cluster::~Cluster() = default;

void Cluster::help(const std::function<void(const std::vector<std::string>&)>&) const {}

bool helps_a_leader() {
  return false;
}

std::unique_ptr<experiment::Crew> make_crew(unsigned threads, const std::vector<std::string>&,
                                            const InputFiles&) {
  return std::make_unique<experiment::ThreadCrew>(threads);
}

std::optional<std::string> text_at_leader(const std::string&) {
  return std::nullopt;
}

}  // namespace sendcap::app
