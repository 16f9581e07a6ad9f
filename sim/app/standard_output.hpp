#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "descriptor_buffer.hpp"

namespace sendcap::app {

// The program's answer on its way out. At most one at a time.
class StandardOutput {
 public:
  StandardOutput();

  [[nodiscard]] std::ostream& stream() { return stream_; }

  // Throws MachineFault when something written did not arrive.
  void check() const;

  // Sends what is left on its way, and checks.
  void finish();

 private:
  DescriptorBuffer buffer_;
  std::ostream stream_;
};

// Writes a whole answer.
void print(const std::string& text);
void print_from(const std::function<void(std::ostream&)>& write);

}  // namespace sendcap::app
