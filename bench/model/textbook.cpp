#include "textbook.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include "read_model.hpp"
#include "stations_file.hpp"

namespace sendcap::bench {
namespace {

constexpr std::size_t kManyStations[] = {10, 100, 1000};

std::string name_of_stations(std::size_t count) {
  return fmt::format("stations-{}", count);
}

std::vector<Textbook> all_textbooks() {
  std::vector<Textbook> all{
      {"mm1", 0.9, [](std::uint64_t customers) { return limits::several_servers(0.9, 1, customers); }},
      {"mm10", 9, [](std::uint64_t customers) { return limits::several_servers(9, 10, customers); }},
      {"network", 4.5, limits::network},
      {"network-of-groups", 4.5, limits::network},
  };
  for (const std::size_t count : kManyStations)
    all.push_back({name_of_stations(count), kLoadOfStations * static_cast<double>(count),
                   [count](std::uint64_t customers) { return limits::parallel_stations(count, customers); }});
  return all;
}

// The file stands in the repository, or is written when it is first wanted.
std::string file_of(const Textbook& textbook) {
  for (const std::size_t count : kManyStations)
    if (textbook.name == name_of_stations(count)) {
      const std::string path =
          std::filesystem::temp_directory_path() / fmt::format("sendcap-{}.yaml", textbook.name);
      write_stations_file(path, count);
      return path;
    }
  return project_file("bench/scenarios/" + textbook.name + ".yaml");
}

}  // namespace

const std::vector<Textbook>& textbooks() {
  static const std::vector<Textbook> all = all_textbooks();
  return all;
}

const Textbook& textbook(const std::string& name) {
  for (const Textbook& one : textbooks())
    if (one.name == name) return one;
  throw std::out_of_range("no textbook model '" + name + "'");
}

model::Model model_of(const Textbook& textbook, std::uint64_t customers) {
  const double hours = static_cast<double>(customers) / textbook.customers_an_hour;
  return read_model(file_of(textbook), {fmt::format("clock.run for={:.2f} hours", hours)});
}

}  // namespace sendcap::bench
