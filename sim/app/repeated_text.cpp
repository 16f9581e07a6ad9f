#include "repeated_text.hpp"

#include <fmt/format.h>

#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/language/writer.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::app {
namespace {

std::string what_it_is(const std::vector<double>& sizes) {
  if (sizes.size() == 1)
    return fmt::format("One world, {:.6g} times as large as it is there.", sizes.front());
  return fmt::format(
      "{} areas side by side, the smallest {:.6g} and the largest {:.6g} times as large as it.", sizes.size(),
      sizes.front(), sizes.back());
}

std::string head(const scenario::Repeated& repeated, const std::vector<report::InputFile>& files,
                 const std::string& typed) {
  std::string text = fmt::format("# Made by: {}\n# {}\n# Made from:\n", typed, what_it_is(repeated.sizes));
  for (const report::InputFile& file : files) text += fmt::format("#   {}  {}\n", file.sha256, file.name);
  if (repeated.sizes.size() > 1)
    text +=
        "# All areas are copies: none is a real place. Notes of source and quality stand in those files.\n";
  return text + '\n';
}

}  // namespace

std::string repeated_text(const scenario::Scenario& world, scenario::Repeated& repeated,
                          const std::vector<report::InputFile>& files, const std::string& typed) {
  const scenario::Clock& clock = repeated.scenario.clock;
  const std::string end =
      clock.until ? fmt::format(" To {}.", scenario::format(*clock.until)) : std::string();
  repeated.scenario.title = fmt::format("{}: {}{}", world.title, what_it_is(repeated.sizes), end);
  return head(repeated, files, typed) + scenario::to_yaml(scenario::write(repeated.scenario));
}

}  // namespace sendcap::app
