// What the benchmarks measure is what they say: their scenario files, and the loops written to compare them
// with, give the figures of the textbook. Times are in hours.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "formulas.hpp"
#include "limits/county_floor.hpp"
#include "limits/limits.hpp"
#include "model/stations_file.hpp"
#include "observation.hpp"

namespace sendcap::theory {
namespace {

constexpr std::uint64_t kCustomers = 1'000'000;
constexpr double kMeanWaitMM1 = 9;

std::string benchmark_file(const std::string& name) {
  return SENDCAP_SOURCE_DIR "/bench/scenarios/" + name;
}

// Forty short runs after a warm-up, of some 20,000 customers each.
class ShortRuns {
 public:
  ShortRuns(const std::string& path, const std::string& run_for)
      : model_(compiled(load_file(path, {"clock.warm up=40 days", "clock.run for=" + run_for}))),
        measures_(replications_of(model_, 1, 40)) {}

  engine::Tally of(std::string_view measure, std::string_view subject) const {
    const model::Column* column = model_.layout.find(measure, subject);
    EXPECT_NE(column, nullptr) << measure << " of " << subject;
    const std::size_t cell = model_.layout.cell(*column, model_.layout.dates.size() - 1, 0);
    engine::Tally tally;
    for (const model::Measures& one : measures_) tally.add(one.values[cell]);
    return tally;
  }

 private:
  model::Model model_;
  std::vector<model::Measures> measures_;
};

double mean_wait(std::size_t servers, double offered) {
  return erlang_c(servers, offered) / (static_cast<double>(servers) - offered);
}

// Patience is as long as service, so each of n present is gone at the same rate: n is Poisson.
double mean_waiting_at_third() {
  const auto present = birth_and_death([](std::size_t) { return 1.8; },
                                       [](std::size_t n) { return static_cast<double>(n) / 5; }, 100);
  return mean_of(present, [](double n) { return std::max(n - 8, 0.0); });
}

TEST(BenchmarkModels, OneServer) {
  EXPECT_TRUE(
      agrees(ShortRuns(benchmark_file("mm1.yaml"), "22,000 hours").of("wait of those seen, mean", "desk"),
             kMeanWaitMM1, 0.15));
  const limits::Found found = limits::several_servers(0.9, 1, kCustomers);
  EXPECT_NEAR(found.mean_wait, kMeanWaitMM1, 0.8);
  EXPECT_NEAR(found.served_on_average, 0.9, 0.01);
}

TEST(BenchmarkModels, TenServers) {
  const double wait = mean_wait(10, 9);
  EXPECT_TRUE(
      agrees(ShortRuns(benchmark_file("mm10.yaml"), "2,200 hours").of("wait of those seen, mean", "desk"),
             wait, 0.15));
  const limits::Found found = limits::several_servers(9, 10, kCustomers);
  EXPECT_NEAR(found.mean_wait, wait, 0.06);
  EXPECT_NEAR(found.waiting_on_average, 9 * wait, 0.5);
}

TEST(BenchmarkModels, Network) {
  const ShortRuns observed(benchmark_file("network.yaml"), "4,400 hours");
  EXPECT_TRUE(agrees(observed.of("wait of those seen, mean", "first"), mean_wait(5, 4.5), 0.15));
  EXPECT_TRUE(agrees(observed.of("wait of those seen, mean", "second"), mean_wait(3, 2.7), 0.15));
  EXPECT_TRUE(agrees(observed.of("present, average", "third"), 9));
  EXPECT_TRUE(agrees(observed.of("waiting, average", "third"), mean_waiting_at_third()));
  const limits::Found found = limits::network(kCustomers);
  EXPECT_NEAR(found.waiting_on_average, mean_waiting_at_third(), 0.05);
  EXPECT_NEAR(found.served_on_average, 9 - mean_waiting_at_third(), 0.05);
}

TEST(BenchmarkModels, GroupsChangeNothingInTheNetwork) {
  const ShortRuns plain(benchmark_file("network.yaml"), "1,000 hours");
  const ShortRuns grouped(benchmark_file("network-of-groups.yaml"), "1,000 hours");
  for (const char* service : {"first", "second", "third"})
    EXPECT_EQ(plain.of("wait of those seen, mean", service).mean(),
              grouped.of("wait of those seen, mean", service).mean());
}

TEST(BenchmarkModels, StationsSideBySide) {
  const std::string path = testing::TempDir() + "stations.yaml";
  bench::write_stations_file(path, 10);
  EXPECT_TRUE(
      agrees(ShortRuns(path, "2,200 hours").of("wait of those seen, mean", "visit"), kMeanWaitMM1, 0.15));
  std::filesystem::remove(path);
  const limits::Found found = limits::parallel_stations(1, kCustomers);
  EXPECT_NEAR(found.mean_wait, kMeanWaitMM1, 0.8);
}

// What is called a floor does the work that it is said to do: each event and each reading counts once in
// every group.
TEST(BenchmarkModels, TheFloorOfTheCountyLeavesNothingOut) {
  const limits::CountyWork work;
  EXPECT_EQ(limits::floor_of_county(work, 0), 6 * (146'569U + 837'000U));
}

}  // namespace
}  // namespace sendcap::theory
