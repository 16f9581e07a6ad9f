#include "standard_output.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <iostream>

#include "faults.hpp"

namespace sendcap::app {

void print(const std::string& text) {
  print_from([&](std::ostream& out) { out << text; });
}

void print_from(const std::function<void(std::ostream&)>& write) {
  errno = 0;
  write(std::cout);
  std::cout.flush();
  check_standard_output();
}

void check_standard_output() {
  if (std::cout) return;
  throw MachineFault(
      fmt::format("can not write to standard output: {}", errno != 0 ? std::strerror(errno) : "failed"),
      "free some space where it goes to, or send it elsewhere");
}

}  // namespace sendcap::app
