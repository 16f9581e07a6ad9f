#include "helping_crew.hpp"

#include <boost/mpi/environment.hpp>
#include <thread>

#include "sendcap/report/sha256.hpp"
#include "waiting.hpp"

namespace sendcap::app {

int await_leader(const boost::mpi::communicator& world) {
  Waiting waiting;
  for (;;) {
    if (const auto status = world.iprobe(kLeader)) return status->tag();
    std::this_thread::sleep_for(waiting.next());
  }
}

unsigned HelpingCrew::size() const {
  return threads_ * static_cast<unsigned>(world_.size());
}

void HelpingCrew::hear(int tag, Hands& hands) const {
  if (tag == kHome) throw SentHome();
  if (tag == kLeave) {
    world_.recv(kLeader, kLeave);
    hands.leave();
    return;
  }
  experiment::JobLine::Numbered job;
  world_.recv(kLeader, kJob, job);
  hands.give(std::move(job));
}

void HelpingCrew::work(const experiment::Task& task, const experiment::NextJob&, const experiment::OnResult&,
                       const std::function<bool()>&) {
  Hands hands(task, threads_);
  world_.send(kLeader, kReady,
              Ready{report::sha256(task.identity()), boost::mpi::environment::processor_name(), {}});
  Waiting waiting;
  for (;;) {
    bool something = false;
    for (const Tidings& tidings : hands.take()) {
      something = true;
      world_.send(kLeader, kTidings, tidings);
    }
    while (const auto status = world_.iprobe(kLeader)) {
      something = true;
      hear(status->tag(), hands);
    }
    if (something)
      waiting.something_happened();
    else
      hands.wait(waiting.next());
  }
}

}  // namespace sendcap::app
