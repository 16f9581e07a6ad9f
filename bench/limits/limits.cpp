#include "limits.hpp"

#include <algorithm>
#include <vector>

#include "random_numbers.hpp"
#include "soonest.hpp"
#include "station.hpp"

namespace sendcap::limits {
namespace {

constexpr std::uint64_t kSeed = 1;

Found found_at(const Station& station, std::uint64_t customers) {
  return {customers,
          station.waits().mean(),
          station.waits().quantile(0.9),
          station.waiting_on_average(),
          station.served_on_average(),
          station.gave_up()};
}

}  // namespace

Found several_servers(double customers_an_hour, std::size_t servers, std::uint64_t customers) {
  RandomNumbers random(kSeed);
  const double between = 1 / customers_an_hour;
  Station station(servers);
  double arrival = between * random.exponential();
  for (std::uint64_t came = 0; came < customers;) {
    const double end = station.next_end();
    if (end < arrival) {
      station.end_service(end);
    } else {
      station.arrive(arrival, random.exponential());
      arrival += between * random.exponential();
      ++came;
    }
  }
  return found_at(station, customers);
}

Found network(std::uint64_t customers) {
  RandomNumbers random(kSeed);
  Station first(5);
  Station second(3);
  Station third(8);
  double arrival = random.exponential() / 4.5;
  for (std::uint64_t came = 0; came < customers;) {
    const double first_end = first.next_end();
    const double second_end = second.next_end();
    const double third_end = third.next_end();
    const double now = std::min({arrival, first_end, second_end, third_end});
    if (now == arrival) {
      first.arrive(now, random.exponential());
      arrival += random.exponential() / 4.5;
      ++came;
    } else if (now == first_end) {
      first.end_service(now);
      if (random.uniform() < 0.6)
        second.arrive(now, random.exponential());
      else
        third.arrive(now, 5 * random.exponential(), now + 5 * random.exponential());
    } else if (now == second_end) {
      second.end_service(now);
    } else {
      third.end_service(now);
    }
  }
  return found_at(third, customers);
}

Found parallel_stations(std::size_t count, std::uint64_t customers) {
  RandomNumbers random(kSeed);
  const double between = 1 / (0.9 * static_cast<double>(count));
  std::vector<Station> stations(count, Station(1));
  Soonest ends(count);
  double arrival = between * random.exponential();
  for (std::uint64_t came = 0; came < customers;) {
    std::size_t station = ends.who();
    const double end = ends.when();
    if (end < arrival) {
      stations[station].end_service(end);
    } else {
      station = static_cast<std::size_t>(random.uniform() * static_cast<double>(count));
      stations[station].arrive(arrival, random.exponential());
      arrival += between * random.exponential();
      ++came;
    }
    ends.set(station, stations[station].next_end());
  }
  return found_at(stations.front(), customers);
}

}  // namespace sendcap::limits
