#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "cluster/cluster.hpp"
#include "command_line.hpp"
#include "command_text.hpp"
#include "faults.hpp"

namespace {

using namespace sendcap::app;

int answer(const std::vector<std::string>& arguments) {
  try {
    return run_command_line(arguments);
  } catch (...) {
    return explain_fault(as_typed(arguments));
  }
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is told as a disk that is full
  const std::vector<std::string> arguments(words + 1, words + count);
  try {
    const Cluster cluster;
    if (!helps_a_leader()) return answer(arguments);
    cluster.help([](const std::vector<std::string>& of_leader) { (void)run_command_line(of_leader); });
    return kDone;
  } catch (...) {
    return explain_fault(as_typed(arguments));
  }
}
