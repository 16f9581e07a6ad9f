#include "standard_output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "faults.hpp"

namespace sendcap::app {

StandardOutput::StandardOutput() : buffer_(STDOUT_FILENO), stream_(&buffer_) {}

void StandardOutput::check() const {
  if (buffer_.failure().empty()) return;
  throw MachineFault(fmt::format("can not write to standard output: {}", buffer_.failure()),
                     "free some space where it goes to, or send it elsewhere");
}

void StandardOutput::finish() {
  stream_.flush();
  check();
}

void print(const std::string& text) {
  print_from([&](std::ostream& out) { out << text; });
}

void print_from(const std::function<void(std::ostream&)>& write) {
  StandardOutput output;
  write(output.stream());
  output.finish();
}

}  // namespace sendcap::app
