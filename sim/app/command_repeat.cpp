#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <system_error>

#include "command_line.hpp"
#include "command_text.hpp"
#include "faults.hpp"
#include "input_files.hpp"
#include "option_text.hpp"
#include "output_folder.hpp"
#include "prepare.hpp"
#include "repeated_text.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/repeat.hpp"
#include "standard_output.hpp"

namespace sendcap::app {
namespace {

constexpr std::uint64_t kMostAreas = 1000;
constexpr double kMostSize = 10'000;
constexpr double kMostSpread = 3;

struct RepeatText {
  std::string scenario;
  std::vector<std::string> overrides;
  std::string areas;
  std::string size;
  std::string population;
  std::string spread;
  std::string until;
  std::string report_every;
  std::string out;
};

enum class Least { above_0, zero };

double amount(const std::string& option, const std::string& text, double most, Least least = Least::above_0) {
  const auto parsed = scenario::parse<scenario::Number>(text);
  if (parsed && (*parsed).value <= most &&
      ((*parsed).value > 0 || (least == Least::zero && (*parsed).value == 0)))
    return (*parsed).value;
  throw UsageFault(fmt::format("{} wants a number above 0 and at most {}, not '{}'", option,
                               scenario::format(scenario::Number{most}), text));
}

// The size of an area at which all of them have the population wanted.
double size_for(const scenario::Scenario& world, const std::string& text, std::size_t areas) {
  double own = 0;
  for (const scenario::District& district : world.districts)
    if (district.population) own += static_cast<double>(district.population->is.value);
  if (own == 0)
    throw UsageFault("--population needs a scenario that gives the `population` of its districts",
                     "give --size instead");
  return amount("--population", text, own * kMostSize) / own / static_cast<double>(areas);
}

scenario::RepeatOrder order_of(const RepeatText& text, const scenario::Scenario& world) {
  scenario::RepeatOrder order;
  if (!text.areas.empty()) order.areas = whole_number("--areas", text.areas, 1, kMostAreas);
  if (!text.size.empty()) order.size = amount("--size", text.size, kMostSize);
  if (!text.population.empty()) order.size = size_for(world, text.population, order.areas);
  if (!text.spread.empty()) order.spread = amount("--spread", text.spread, kMostSpread, Least::zero);
  if (order.spread > 0 && order.areas == 1)
    throw UsageFault("--spread is between areas, and there is only one", "give --areas too");
  return order;
}

void set_clock(const RepeatText& text, scenario::Clock& clock) {
  if (!text.until.empty()) {
    const auto until = scenario::parse<scenario::Date>(text.until);
    if (!until || !(clock.start < *until))
      throw UsageFault(
          fmt::format("--until wants a date after {}, not '{}'", scenario::format(clock.start), text.until),
          "write it as '--until 2035-01-01'");
    clock.until = *until;
    clock.run_for.reset();
  }
  constexpr auto kPeriods = scenario::enum_words(scenario::ReportEvery{});
  if (!text.report_every.empty())
    clock.report_every = static_cast<scenario::ReportEvery>(
        one_of("--report-every", text.report_every, {kPeriods.begin(), kPeriods.end()}));
}

// The files of the world are the user's own work.
void refuse_to_overwrite(const std::string& out, const InputFiles& files) {
  for (const report::InputFile& file : files.all()) {
    std::error_code none;
    if (std::filesystem::equivalent(out, file.name, none))
      throw UsageFault(fmt::format("--out would overwrite '{}', of which the world is made", file.name),
                       "choose another file");
  }
}

void refuse_nothing(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options())
    if (!option->results().empty() && option->results().front().empty())
      throw UsageFault(fmt::format("{} was given nothing", option->get_name()),
                       "an unset variable of the shell?");
}

ExitCode do_repeat(const RepeatText& text, const std::string& typed) {
  if (!text.size.empty() && !text.population.empty())
    throw UsageFault("--size and --population both say how large the areas are", "give one of them");
  InputFiles files;
  Reading reading;
  std::optional<scenario::Scenario> world = prepare_scenario(text.scenario, text.overrides, files, reading);
  std::optional<scenario::Repeated> repeated;
  if (world) {
    set_clock(text, world->clock);
    repeated = scenario::repeat(*world, order_of(text, *world), reading.diagnostics);
  }
  std::cerr << scenario::render(reading.diagnostics, reading.sources);
  if (!repeated) throw BadFiles();
  if (!text.out.empty()) refuse_to_overwrite(text.out, files);
  const std::string written = repeated_text(*world, *repeated, files.all(), typed);
  if (text.out.empty())
    print(written);
  else
    write_file(text.out, written);
  if (const std::size_t none = repeated->rounded_to_nothing; none > 0)
    complain(fmt::format("note: {} whole number{} above 0 (of children or places) became 0", none,
                         none == 1 ? "" : "s"),
             "some areas are too small for what there is little of");
  return kDone;
}

}  // namespace

void add_repeat_command(CLI::App& program, const std::vector<std::string>& arguments, Action& action) {
  CLI::App* command = program.add_subcommand("repeat", "Make a world larger, or many areas of it");
  const auto text = std::make_shared<RepeatText>();
  command->add_option("SCENARIO", text->scenario, "The scenario file")->required()->type_name("");
  const auto add = [&](const std::string& name, std::string& value, const std::string& what,
                       const std::string& about) {
    command->add_option(name, value, about)->type_name(what);
  };
  add("--areas", text->areas, "N", "So many copies side by side (1)");
  add("--size", text->size, "FACTOR", "Each so many times as large, on average (1)");
  add("--population", text->population, "P", "Instead: so many aged 0 to 24 in all areas together");
  add("--spread", text->spread, "S", "How unlike the sizes are: sd of their logarithm (0)");
  add("--until", text->until, "DATE", "The day at which the run ends");
  add("--report-every", text->report_every, "PERIOD", "week, month, quarter, year or 'whole run'");
  command->add_option("--set", text->overrides, "Change a value; may be given again")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  add("--out", text->out, "FILE", "Write the scenario here");
  command->footer(examples({"sendcap repeat county.yaml --size 10 > ten-times.yaml",
                            "sendcap repeat county.yaml --areas 150 --population 16,802,877\n"
                            "      --spread 0.62 --until 2035-01-01 --report-every year --out nation.yaml"}) +
                  "\nThe areas are copies and no real places; what they are good for: docs/scale.md.");
  command->callback([text, arguments, command, &action] {
    refuse_nothing(*command);
    action = [text, typed = as_typed(arguments)] { return do_repeat(*text, typed); };
  });
}

}  // namespace sendcap::app
