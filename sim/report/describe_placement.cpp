#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "describe_sections.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

bool has_placement(const Scenario& scenario) {
  if (scenario.placement.transfer) return true;
  return std::any_of(scenario.pathways.begin(), scenario.pathways.end(), [](const Pathway& pathway) {
    return std::any_of(pathway.steps.begin(), pathway.steps.end(),
                       [](const Step& step) { return step.place_request.has_value(); });
  });
}

std::string day_words(const DayOfYear& day) {
  constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
  const auto month = static_cast<std::size_t>(std::clamp<std::int64_t>(day.month.value, 1, 12));
  return fmt::format("{} {}", day.day.value, kMonths[month - 1]);
}

void describe_rounds(const Placement& placement, std::ostream& out) {
  out << item(
      0, "Rounds",
      fmt::format("first on {}, then every {}", date_words(placement.first_round), amount(placement.every)));
  out << item(0, "Who comes first",
              placement.rule == PlacementRule::longest_wait ? "whoever was referred first"
                                                            : "whoever was agreed a place first");
  out << item(
      0, "Matching",
      placement.matching == MatchingRule::greedy
          ? "greedy: each child in turn takes the nearest free place that suits"
          : "optimal: as many children as possible are placed, then with as little travel as possible "
            "(minimum-cost flow)");
}

void describe_transfer(const PhaseTransfer& transfer, std::ostream& out) {
  out << item(
      0, "September transfer",
      fmt::format("requests are made on {}; places for 1 September are given on {}, and on {} to those "
                  "aged {} and over in September",
                  day_words(transfer.requests), day_words(transfer.decided),
                  day_words(transfer.decided_post_16), amount(transfer.post_16_age)));
  out << item(1,
              "the law: by 15 February, and by 31 March for the move from school to post-16 (Special "
              "Educational Needs and Disability Regulations 2014, regulation 18)");
  for (const TransferRequest& request : transfer.asked) {
    const std::string who = condition_words(request.when);
    out << item(1, fmt::format("for {} of those in: {}{}, another setting is asked; they enter {}",
                               figure(request.share), listed(words_of(request.from), "or"),
                               who.empty() ? "" : ", " + who, quoted(request.enters.text)));
  }
}

}  // namespace

void describe_placement(const Scenario& scenario, std::ostream& out) {
  if (!has_placement(scenario)) return;
  const Placement& placement = scenario.placement;
  out << heading(2, "How places are given");
  describe_rounds(placement, out);
  for (const TravelLimit& limit : placement.travel_limits)
    out << item(0, "Longest journey, aged " + age_words(limit.age), figure(limit.journey));
  if (placement.travel_limits.empty()) out << item(0, "Longest journey", "no limit");
  out << item(
      0, "Over number",
      placement.over_number_after
          ? fmt::format("after a wait of {} a child may be placed beyond the places there are, as far as "
                        "a setting allows (see the table)",
                        figure(*placement.over_number_after))
          : "never");
  if (placement.transfer) describe_transfer(*placement.transfer, out);
  for (const ForDistricts& counted : placement.without_a_place)
    out << item(0, "Without a place",
                fmt::format("children {}who had to leave their place and have no other are counted in {}",
                            of_districts(counted), quoted(counted.to.text)));
  out << '\n';
}

}  // namespace sendcap::report
