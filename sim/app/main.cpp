#include <iostream>
#include <string>
#include <vector>

#include "command_line.hpp"
#include "command_text.hpp"
#include "faults.hpp"

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(words + 1, words + count);
  try {
    return sendcap::app::run_command_line(arguments);
  } catch (...) {
    return sendcap::app::explain_fault(sendcap::app::as_typed(arguments));
  }
}
