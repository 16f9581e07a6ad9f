// One textbook model, once, in a process of its own: how many customers a second, and how much memory at
// most.
//   queue_speed sendcap|limit MODEL CUSTOMERS
// prints `MODEL cust/s=NUMBER peak_kb=NUMBER`, so that programs which print the like can be
// measured beside it.

#include <fmt/format.h>

#include <chrono>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

#include "sendcap/model/simulation.hpp"
#include "textbook.hpp"

namespace sendcap::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Speed {
  double customers = 0;
  double seconds = 0;
};

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

Speed speed_of_sendcap(const Textbook& textbook, std::uint64_t customers) {
  const model::Model model = model_of(textbook, customers);
  const Clock::time_point began = Clock::now();
  const model::Measures measures = model::Simulation(model).run(1, 0);
  return {static_cast<double>(measures.children), seconds_since(began)};
}

Speed speed_of_limit(const Textbook& textbook, std::uint64_t customers) {
  const Clock::time_point began = Clock::now();
  const limits::Found found = textbook.limit(customers);
  return {static_cast<double>(found.customers), seconds_since(began)};
}

// In KiB. What getrusage tells counts the program that started this one as well.
std::string peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:" && status >> word) return word;
  return "unknown";
}

void measure(const std::string& whose, const std::string& name, std::uint64_t customers) {
  const Textbook& model = textbook(name);
  const Speed speed =
      whose == "sendcap" ? speed_of_sendcap(model, customers) : speed_of_limit(model, customers);
  std::cout << fmt::format("{} cust/s={:.4g} peak_kb={}\n", name, speed.customers / speed.seconds,
                           peak_memory());
}

}  // namespace
}  // namespace sendcap::bench

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: queue_speed sendcap|limit MODEL CUSTOMERS\n";
    return 2;
  }
  try {
    sendcap::bench::measure(arguments[1], arguments[2], std::stoull(arguments[3]));
  } catch (const std::exception& fault) {
    std::cerr << "queue_speed: " << fault.what() << '\n';
    return 1;
  }
}
