#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>
#include <exception>
#include <iostream>

#include "../faults.hpp"
#include "../interruption.hpp"
#include "cluster.hpp"
#include "helping_crew.hpp"
#include "launcher.hpp"
#include "leading_crew.hpp"
#include "messages.hpp"

namespace sendcap::app {
namespace {

namespace mpi = boost::mpi;

// In a cluster of one nothing is different.
bool is_shared() {
  return mpi::environment::initialized() && !mpi::environment::finalized() && mpi::communicator().size() > 1;
}

// Receives a message that nobody waits for any more.
void drop(const mpi::communicator& world, int from, int tag) {
  Tidings tidings;
  Ready ready;
  std::string path;
  if (tag == kTidings) world.recv(from, tag, tidings);
  if (tag == kReady) world.recv(from, tag, ready);
  if (tag == kWanted) world.recv(from, tag, path);
  if (tag == kGoodbye) world.recv(from, tag);
}

// Hears them out: a process that still has something to say could not end.
void send_home(const mpi::communicator& world) {
  for (int rank = 1; rank < world.size(); ++rank) world.send(rank, kHome);
  for (int gone = 1; gone < world.size();) {
    const mpi::status status = world.probe();
    if (status.tag() == kGoodbye) ++gone;
    drop(world, status.source(), status.tag());
  }
}

void go_home(const mpi::communicator& world) {
  world.recv(kLeader, kHome);
  world.send(kLeader, kGoodbye);
}

// Nobody hears one of the others.
void fall_silent() {
  std::cerr.setstate(std::ios::badbit);
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0) throw MachineFault("can not open /dev/null");
  ::dup2(nowhere, STDOUT_FILENO);
  ::close(nowhere);
}

}  // namespace

class Cluster::Membership {
 public:
  ~Membership() {
    if (world_.size() > 1 && world_.rank() == kLeader) send_home(world_);
  }

 private:
  mpi::environment environment_{mpi::threading::funneled};
  mpi::communicator world_;
};

Cluster::Cluster() {
  const Launch launch = how_started();
  if (!launch.forced_off && (launch.one_of_several || launch.forced_on))
    membership_ = std::make_unique<Membership>();
}

Cluster::~Cluster() = default;

void Cluster::help(const std::function<void(const std::vector<std::string>&)>& run) const {
  const mpi::communicator world;
  fall_silent();
  listen_for_interruption();  // the leader decides when to stop
  while (await_leader(world) == kCall) {
    Call call;
    world.recv(kLeader, kCall, call);
    Ready not_ready{{}, mpi::environment::processor_name(), {}};
    not_ready.fault.message = "nothing to do was found";
    try {
      if (call.version == SENDCAP_VERSION)
        run(call.arguments);
      else
        not_ready.fault.message = "it runs sendcap " SENDCAP_VERSION;
    } catch (const SentHome&) {
      break;
    } catch (...) {
      not_ready.fault = carried(std::current_exception());
    }
    world.send(kLeader, kReady, not_ready);
  }
  go_home(world);
}

bool helps_a_leader() {
  return is_shared() && mpi::communicator().rank() != kLeader;
}

std::unique_ptr<experiment::Crew> make_crew(unsigned threads, const std::vector<std::string>& arguments,
                                            const InputFiles& files) {
  if (!is_shared()) return std::make_unique<experiment::ThreadCrew>(threads);
  const unsigned own = std::max(1U, threads);
  if (helps_a_leader()) return std::make_unique<HelpingCrew>(own);
  return std::make_unique<LeadingCrew>(own, arguments, files);
}

std::optional<std::string> text_at_leader(const std::string& path) {
  const mpi::communicator world;
  world.send(kLeader, kWanted, path);
  if (await_leader(world) == kHome) throw SentHome();
  FileText answer;
  world.recv(kLeader, kText, answer);
  return answer.known ? std::optional(answer.text) : std::nullopt;
}

}  // namespace sendcap::app
