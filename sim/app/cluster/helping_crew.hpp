#pragma once

#include <boost/mpi/communicator.hpp>

#include "messages.hpp"
#include "sendcap/experiment/crew.hpp"

namespace sendcap::app {

// Thrown in one of the others when it is sent home. It is not one of the faults that a command could handle.
class SentHome {};

// Waits for the next message of the leader, and gives its tag.
[[nodiscard]] int await_leader(const boost::mpi::communicator& world);

// The crew in one of the other processes: its first work does what the leader asks for, until it is sent
// home. It never comes back from there.
class HelpingCrew : public experiment::Crew {
 public:
  explicit HelpingCrew(unsigned threads) : threads_(threads) {}

  [[nodiscard]] unsigned size() const override;
  // Throws SentHome.
  [[noreturn]] void work(const experiment::Task& task, const experiment::NextJob& next,
                         const experiment::OnResult& on_result, const std::function<bool()>& go_on) override;

 private:
  void hear(int tag, Hands& hands) const;

  boost::mpi::communicator world_;
  unsigned threads_;
};

}  // namespace sendcap::app
