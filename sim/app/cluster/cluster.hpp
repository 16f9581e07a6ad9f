#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/crew.hpp"

namespace sendcap::app {

class InputFiles;

// The processes that mpirun or srun started together with this one. The first leads: it reads, decides,
// prints and writes as if it were alone, and its crew (make_crew) hands jobs to the others. Those wait until
// there is work, then understand the leader's command line with the texts of the files that the leader has
// read, up to where the work begins; from there on they do jobs until they are sent home. They print nothing
// and write nothing.
//
// What processes know of each other is MPI's; it can be there only once, so what belongs to it are functions.
class Cluster {
 public:
  // Joins the others when the program was started as one of several, or when SENDCAP_MPI=on; never when
  // SENDCAP_MPI=off. Throws UsageFault when it should and the program was built without MPI.
  Cluster();
  // Sends the others home.
  ~Cluster();
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  // What one of the others does; returns once it is sent home. `run` understands a command line and does it.
  void help(const std::function<void(const std::vector<std::string>& arguments)>& run) const;

 private:
  class Membership;
  std::unique_ptr<Membership> membership_;
};

// Whether this process is one of the others.
[[nodiscard]] bool helps_a_leader();

// Those who do the work: threads of this process, and in a cluster those of all processes. `threads` is of
// each process; 0: as many as the machine has, in a cluster one. `arguments` and `files` are what the work
// follows from; both must outlive the crew. At the first work, all that the task needs must be known from
// them.
[[nodiscard]] std::unique_ptr<experiment::Crew> make_crew(unsigned threads,
                                                          const std::vector<std::string>& arguments,
                                                          const InputFiles& files);

// For one of the others: what the leader has read from a file; empty when it has not.
[[nodiscard]] std::optional<std::string> text_at_leader(const std::string& path);

}  // namespace sendcap::app
