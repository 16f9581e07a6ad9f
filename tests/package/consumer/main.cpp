// The smallest program that uses the installed library: it must find the headers, link and come out right.

#include <cmath>
#include <iostream>

#include "sendcap/engine/distribution.hpp"
#include "sendcap/engine/random.hpp"

int main() {
  using namespace sendcap::engine;
  const Distribution appointment = Distribution::erlang(4, 45);
  Stream stream(ReplicationKey(1, 0), name_hash("appointments"), 0, name_hash("length"));

  constexpr int kAppointments = 10000;
  double minutes = 0;
  for (int i = 0; i < kAppointments; ++i) minutes += appointment.draw(stream);
  const double mean = minutes / kAppointments;
  std::cout << "mean of " << kAppointments << " appointments: " << mean << " min\n";

  // The standard error is 45 / sqrt(4 * 10000) = 0.225 minutes.
  return std::abs(mean - 45) < 4 * 0.225 ? 0 : 1;
}
