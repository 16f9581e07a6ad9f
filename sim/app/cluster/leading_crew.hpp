#pragma once

#include <boost/mpi/communicator.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "sendcap/experiment/crew.hpp"

namespace sendcap::app {

class InputFiles;

// One of the other processes, as the leader knows it.
struct Helper {
  bool ready = false;
  std::size_t under_way = 0;  // jobs that it was given and has not ended
};

// The crew of the leader: its own threads and the other processes.
class LeadingCrew : public experiment::Crew {
 public:
  LeadingCrew(unsigned threads, const std::vector<std::string>& arguments, const InputFiles& files);

  [[nodiscard]] unsigned size() const override;
  void work(const experiment::Task& task, const experiment::NextJob& next,
            const experiment::OnResult& on_result, const std::function<bool()>& go_on) override;

 private:
  class Shift;

  // The others know one task only, that of the first work. Throws std::logic_error at another.
  void agree_on(const experiment::Task& task);

  boost::mpi::communicator world_;
  unsigned threads_;
  const std::vector<std::string>& arguments_;
  const InputFiles& files_;
  std::vector<Helper> helpers_;  // by rank; the first is not used
  const experiment::Task* task_ = nullptr;
  std::string identity_;
};

}  // namespace sendcap::app
