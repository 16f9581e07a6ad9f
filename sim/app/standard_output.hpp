#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace sendcap::app {

// Writes to stdout and makes sure that it arrived; throws MachineFault when it did not.
void print(const std::string& text);
void print_from(const std::function<void(std::ostream&)>& write);

// Throws MachineFault when something written to stdout before did not arrive.
void check_standard_output();

}  // namespace sendcap::app
