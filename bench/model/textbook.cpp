#include "textbook.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "read_model.hpp"
#include "stations_file.hpp"

namespace sendcap::bench {
namespace {

Textbook side_by_side(std::size_t stations) {
  return {fmt::format("stations-{}", stations), kLoadOfStations * static_cast<double>(stations), stations,
          [=](std::uint64_t customers) { return limits::parallel_stations(stations, customers); }};
}

// A file that is there as long as it is read.
class WrittenFile {
 public:
  explicit WrittenFile(std::size_t stations) { write_stations_file(path_, stations); }
  ~WrittenFile() { std::remove(path_.c_str()); }
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_ =
      std::filesystem::temp_directory_path() / fmt::format("sendcap-stations-{}.yaml", ::getpid());
};

}  // namespace

const std::vector<Textbook>& textbooks() {
  static const std::vector<Textbook> all{
      {"mm1", 0.9, 0, [](std::uint64_t customers) { return limits::several_servers(0.9, 1, customers); }},
      {"mm10", 9, 0, [](std::uint64_t customers) { return limits::several_servers(9, 10, customers); }},
      {"network", 4.5, 0, limits::network},
      {"network-of-groups", 4.5, 0, limits::network},
      side_by_side(10),
      side_by_side(100),
      side_by_side(1000),
  };
  return all;
}

const Textbook& textbook(const std::string& name) {
  for (const Textbook& one : textbooks())
    if (one.name == name) return one;
  throw std::out_of_range("no textbook model '" + name + "'");
}

model::Model model_of(const Textbook& textbook, std::uint64_t customers) {
  const double hours = static_cast<double>(customers) / textbook.customers_an_hour;
  const std::vector<std::string> length{fmt::format("clock.run for={:.2f} hours", hours)};
  if (textbook.stations > 0) return read_model(WrittenFile(textbook.stations).path(), length);
  return read_model(project_file("bench/scenarios/" + textbook.name + ".yaml"), length);
}

}  // namespace sendcap::bench
