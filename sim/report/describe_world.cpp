#include <fmt/format.h>

#include "describe_sections.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"

// When and where the scenario plays, and who its children are.

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

void describe_clock(const Clock& clock, std::ostream& out) {
  std::string text = "From " + date_words(clock.start);
  if (clock.until) text += " to " + date_words(*clock.until);
  if (clock.run_for) text += " for " + amount(*clock.run_for);
  text += clock.report_every == ReportEvery::whole_run ? ", reported once for the whole run"
                                                       : ", reported every " + word_of(clock.report_every);
  if (clock.warm_up.days > 0)
    text += fmt::format(", after {} of warming up from an empty world", amount(clock.warm_up));
  out << item(0, "Time", text + ".");
}

std::string ages_in_words(const std::vector<Whole>& ages) {
  std::vector<std::string> words;
  for (const Whole age : ages) words.push_back(amount(age));
  return listed(words);
}

void describe_mix(const Mix& mix, std::ostream& out) {
  std::string text = "children drawn from this table" + trust_words(mix.quality, mix.source) + ".";
  out << item(0, mix.name, text);
  for (const FlagChance& flag : mix.flags) {
    const std::string who = condition_words(flag.when);
    std::string chance = fmt::format("flag {}: {}", quoted(flag.name), figure(flag.chance));
    if (!who.empty()) chance += fmt::format(" of those {}; of others {}", who, figure(flag.otherwise));
    out << item(1, chance);
  }
}

void describe_target(const Target& target, std::ostream& out) {
  std::vector<std::string> bounds;
  if (target.at_least) bounds.push_back("at least " + figure(*target.at_least));
  if (target.at_most) bounds.push_back("at most " + figure(*target.at_most));
  out << item(0, "Target, " + target.name,
              fmt::format("for {}, {} of {}{}: {}", quoted(target.at.text), quoted(target.measure.text),
                          quoted(target.subject.text), target.group ? ", " + target.group->text : "",
                          listed(bounds)));
}

}  // namespace

void describe_time_and_places(const Scenario& scenario, std::ostream& out) {
  out << heading(2, "When and where");
  describe_clock(scenario.clock, out);
  for (const Milestone& milestone : scenario.milestones)
    out << item(0, "Milestone, " + date_words(milestone.date),
                milestone.name + trust_words(Quality::unstated, milestone.source));
  for (const Target& target : scenario.targets) describe_target(target, out);
  for (const District& district : scenario.districts) {
    std::string text = "journeys within it " + figure(district.journey_within);
    if (district.population)
      text = fmt::format("{} children and young people; {}", figure(*district.population), text);
    out << item(0, "District " + district.name,
                fmt::format("{}; phases change in the September at age {}", text,
                            ages_in_words(district.transfer_ages)));
  }
  for (const Road& road : scenario.roads)
    out << item(0, fmt::format("Road {} – {}", road.from.text, road.to.text), figure(road.journey));
  out << '\n';
}

void describe_children(const Scenario& scenario, std::ostream& out) {
  const ChildrenKinds& kinds = scenario.children;
  if (kinds.needs.empty() && kinds.age_bands.empty() && kinds.flags.empty() && scenario.mixes.empty()) return;
  out << heading(2, "The children");
  if (!kinds.needs.empty()) out << item(0, "Primary needs", listed(kinds.needs));
  if (!kinds.flags.empty()) out << item(0, "Flags", listed(kinds.flags));
  for (const Attribute& attribute : kinds.attributes)
    out << item(0, attribute.name, listed(attribute.values));
  if (kinds.supported)
    out << item(0, "Supported while waiting", "those with the flag " + quoted(kinds.supported->text));
  for (const Mix& mix : scenario.mixes) describe_mix(mix, out);
  out << '\n';
}

void describe_demand(const Scenario& scenario, std::ostream& out) {
  if (scenario.demand.empty()) return;
  out << heading(2, "Who comes");
  for (const Demand& demand : scenario.demand) {
    out << item(0, demand.name, "enter " + quoted(demand.enters.text));
    if (demand.rate) out << item(1, "how many: " + figure(*demand.rate));
    if (demand.intervals) out << item(1, "time from one to the next: " + time_words(*demand.intervals));
    if (is_something(demand.growth)) out << item(1, "growth: " + figure(demand.growth));
    if (!demand.seasonality.empty()) {
      std::vector<std::string> months;
      for (const Number month : demand.seasonality) months.push_back(amount(month));
      out << item(1, "January to December in the proportion " + listed(months));
    }
    if (demand.times.is.value != 1 || !demand.times.then.empty())
      out << item(1, "times: " + figure(demand.times));
    if (demand.children) out << item(1, "drawn from the table " + quoted(demand.children->text));
  }
  out << '\n';
}

}  // namespace sendcap::report
