#include "sendcap/model/measure.hpp"

#include <array>

namespace sendcap::model {
namespace {

constexpr auto kDate = MeasureClock::date;
constexpr auto kPeriod = MeasureClock::period;

constexpr std::uint32_t bit(SubjectKind kind) {
  return 1U << static_cast<unsigned>(kind);
}
constexpr std::uint32_t kService = bit(SubjectKind::service);
constexpr std::uint32_t kPathway = bit(SubjectKind::pathway);
constexpr std::uint32_t kPlacement = bit(SubjectKind::placement);
constexpr std::uint32_t kProvision = bit(SubjectKind::provision);
constexpr std::uint32_t kProvisionKind = bit(SubjectKind::provision_kind);
constexpr std::uint32_t kPlans = bit(SubjectKind::plans);
constexpr std::uint32_t kClock = bit(SubjectKind::clock);
constexpr std::uint32_t kHappening = bit(SubjectKind::happening);
constexpr std::uint32_t kMoney = bit(SubjectKind::money);

constexpr std::array<std::string_view, kSubjectKindCount> kSubjectWords{
    "service", "pathway", "placement", "provision", "provision kind", "plans", "clock", "happening", "money"};

// name, unit, clock, by group, subjects, definition
constexpr std::array<MeasureDefinition, static_cast<std::size_t>(MeasureId::count)> kDefinitions{{
    {"waiting", "children", kDate, true, kService | kPathway | kPlacement,
     "Children waiting. Service: in its queue, a child to be booked again included. Pathway: open referrals "
     "that have "
     "not yet had first contact. Placement: agreed for a place and not yet placed."},
    {"wait of those waiting, mean", "wait", kDate, true, kService | kPathway | kPlacement,
     "Mean time waited so far by those waiting: since joining the queue (service), since referral (pathway), "
     "since a "
     "place was agreed (placement)."},
    {"wait of those waiting, median", "wait", kDate, true, kService | kPathway | kPlacement,
     "Half of those waiting have waited no longer; exact to the scenario's resolution."},
    {"wait of those waiting, 90th percentile", "wait", kDate, true, kService | kPathway | kPlacement,
     "Nine in ten of those waiting have waited no longer; exact to the scenario's resolution."},
    {"wait of those waiting, longest", "wait", kDate, true, kService | kPathway | kPlacement,
     "The longest wait so far of anyone waiting."},
    {"wait of those waiting, Theil index", "index", kDate, true, kService | kPathway | kPlacement,
     "How unequal the waits so far of those waiting are within the group (Theil 1967): the mean of x/m "
     "ln(x/m), "
     "x a wait and m the mean; 0 when all are equal. Given at the start, at milestones and at the end."},
    {"waiting up to 18 weeks", "share", kDate, true, kService | kPathway | kPlacement,
     "Those waiting who have waited 18 weeks or less, of all waiting."},
    {"waiting", "children", kDate, true, kService | kPathway | kPlacement,
     "Those waiting, by band of weeks waited (community health services situation report)."},
    {"referrals", "children", kPeriod, true, kService | kPathway | kPlacement,
     "Those who joined in the period: the queue of a service (every visit counts), a pathway, the wait for a "
     "place."},
    {"seen", "children", kPeriod, true, kService | kPathway | kPlacement,
     "Those taken in the period: a visit to a service begun, first contact on a pathway, a place given."},
    {"wait of those seen, mean", "wait", kPeriod, true, kService | kPathway | kPlacement,
     "Mean whole wait of those seen in the period, on the same clock as the wait of those waiting."},
    {"wait of those seen, median", "wait", kPeriod, true, kService | kPathway | kPlacement,
     "Half of those seen in the period had waited no longer; exact to the scenario's resolution."},
    {"wait of those seen, 90th percentile", "wait", kPeriod, true, kService | kPathway | kPlacement,
     "Nine in ten of those seen in the period had waited no longer; exact to the scenario's resolution."},
    {"wait of those seen, Theil index", "index", kPeriod, true, kService | kPathway | kPlacement,
     "How unequal the waits of those seen in the whole run are within the group, as for those waiting."},
    {"seen within 13 weeks", "share", kPeriod, true, kService | kPathway | kPlacement,
     "Those seen in the period who had waited 13 weeks or less, of all seen."},
    {"seen within 18 weeks", "share", kPeriod, true, kService | kPathway | kPlacement,
     "Those seen in the period who had waited 18 weeks or less, of all seen."},
    {"left", "children", kPeriod, true, kService | kPathway | kPlacement,
     "Those who left in the period before being seen (service, placement), or whose case closed without an "
     "outcome "
     "(pathway), by reason."},
    {"raised in priority", "children", kPeriod, true, kService,
     "Those waiting who were raised to a higher priority class in the period, by what happened to them."},
    {"outcome", "cases", kPeriod, true, kPathway, "Cases that ended in the period, by outcome."},
    {"open cases", "cases", kDate, true, kPathway, "Cases open, whether waiting or under way."},
    {"waiting, average", "children", kPeriod, false, kService,
     "Time-weighted average number in the queue over the period."},
    {"present, average", "children", kPeriod, false, kService | kPlacement | kProvision,
     "Time-weighted average number present over the period: waiting or being seen (service), waiting "
     "(placement), "
     "placed (provision)."},
    {"present, median", "children", kPeriod, false, kService | kPlacement | kProvision,
     "For half of the time no more were present; given for the whole run."},
    {"present, 90th percentile", "children", kPeriod, false, kService | kPlacement | kProvision,
     "For nine tenths of the time no more were present; given for the whole run."},
    {"slots offered", "slots", kPeriod, false, kService,
     "Slots of the sessions planned in the period, cancelled sessions included."},
    {"slots used", "slots", kPeriod, false, kService, "Slots in which a child was seen."},
    {"slots cancelled", "slots", kPeriod, false, kService, "Slots lost because the session was cancelled."},
    {"slots not brought", "slots", kPeriod, false, kService, "Slots lost because the child was not brought."},
    {"slots unused", "slots", kPeriod, false, kService, "Slots lost because nobody was waiting for them."},
    {"utilisation", "share", kPeriod, false, kService,
     "Team: time of staff with children, of the time there was. Clinic: slots used, of slots not cancelled."},
    {"load", "ratio", kPeriod, false, kService,
     "Offered load: work asked for by those who joined in the period, of the capacity in it (team: mean time "
     "of a "
     "visit against staff time; clinic: slots needed, booking again included, against slots not cancelled). "
     "Above 1 "
     "the list must grow."},
    {"places", "places", kDate, false, kProvision, "Places the provision has, whether taken or not."},
    {"occupied", "children", kDate, false, kProvision, "Children who have a place there."},
    {"free", "places", kDate, false, kProvision, "Places less children placed, not below 0."},
    {"over number", "children", kDate, false, kProvision,
     "Children there beyond the places of their phase or year group."},
    {"children there", "children", kDate, true, kProvisionKind,
     "Children placed in all provision of the kind."},
    {"placed", "children", kPeriod, false, kProvision | kProvisionKind,
     "Children who took up a place in the period."},
    {"left place", "children", kPeriod, false, kProvision | kProvisionKind,
     "Children who left their place in the period."},
    {"waited without support", "child-weeks", kPeriod, true, kService | kPlacement,
     "Time waited in the period, in the queue or for a place, by children who do not have the flag of those "
     "supported."},
    {"children known", "children", kDate, true, kPlans,
     "Children in the simulated world: on a list, in a place, or under a pathway."},
    {"plans held", "children", kDate, true, kPlans, "Children who have an education, health and care plan."},
    {"new plans", "plans", kPeriod, true, kPlans, "Plans that began in the period."},
    {"new plans, calendar year so far", "plans", kPeriod, false, kPlans,
     "Plans that began since 1 January; in the line of a 1 January, in the calendar year that ends there. A "
     "calendar year that began before the run counts from its start."},
    {"plans ended", "plans", kPeriod, true, kPlans, "Plans that ended in the period, by reason."},
    {"without a place", "children", kDate, true, kPlans,
     "Children with a plan who are in no provision, or in provision of the kind `not in education`."},
    {"time without a place", "child-weeks", kPeriod, false, kPlans,
     "Time in the period that children with a plan were without a place."},
    {"placed in county", "share", kDate, true, kPlans,
     "Children with a plan whose provision is not out of the county, of those who have a place."},
    {"independent, of special", "share", kDate, true, kPlans,
     "Children with a plan in independent special schools, of those in special schools of either kind."},
    {"done", "cases", kPeriod, true, kClock, "Cases in which the step was done in the period."},
    {"done in time", "cases", kPeriod, true, kClock,
     "Cases in which the step was done in the period within the time allowed."},
    {"done in time, share", "share", kPeriod, true, kClock,
     "Cases done in time, of those in which the step was done in the period."},
    {"done in time without exceptions, share", "share", kPeriod, true, kClock,
     "The same, cases to which a lawful exception applies left out of both."},
    {"done, calendar year so far", "cases", kPeriod, false, kClock,
     "Cases in which the step was done since 1 January; in the line of a 1 January, in the calendar year "
     "that "
     "ends there."},
    {"done in time, share, calendar year so far", "share", kPeriod, false, kClock,
     "Cases done in time, of those in which the step was done since 1 January. It counts only what was done, "
     "so "
     "clearing old cases lowers it."},
    {"done in time without exceptions, share, calendar year so far", "share", kPeriod, false, kClock,
     "The same, cases to which a lawful exception applies left out of both (the published 20-week measure)."},
    {"overdue", "cases", kDate, true, kClock,
     "Cases open in which the step is not yet done and the time allowed has passed (within a fork: cases at "
     "the "
     "step)."},
    {"happened", "children", kPeriod, true, kHappening,
     "How often it struck in the period, whether the child waited or was placed."},
    {"cost", "pounds", kPeriod, false, kService | kProvision,
     "Service: staff there were, or sessions planned. Provision: places, children, children over number and "
     "journeys."},
    {"spent", "pounds", kPeriod, false, kMoney,
     "Costs of services and provision, one-off spending and, for the high-needs block, what the scenario "
     "does not "
     "show, in the period, by who pays."},
    {"spent, financial year so far", "pounds", kPeriod, false, kMoney,
     "Spent since 1 April; in the line of a 1 April, in the financial year that ends there. A financial year "
     "that "
     "began before the run counts from its start."},
    {"income, financial year so far", "pounds", kPeriod, false, kMoney,
     "Income of the high-needs block since 1 April."},
    {"balance, financial year so far", "pounds", kPeriod, false, kMoney,
     "Income of the high-needs block less what it spent since 1 April."},
}};

constexpr std::array<std::string_view, kWaitBandCount> kBandNames{
    "up to 1 week",        "over 1 to 2 weeks",   "over 2 to 4 weeks",    "over 4 to 12 weeks",
    "over 12 to 18 weeks", "over 18 to 52 weeks", "over 52 to 104 weeks", "over 104 weeks"};
constexpr std::array<double, kWaitBandCount - 1> kBandBounds{1, 2, 4, 12, 18, 52, 104};

}  // namespace

const MeasureDefinition& definition(MeasureId measure) {
  return kDefinitions[static_cast<std::size_t>(measure)];
}

std::string_view word(SubjectKind kind) {
  return kSubjectWords[static_cast<std::size_t>(kind)];
}

std::string_view wait_band_name(std::size_t band) {
  return kBandNames[band];
}

double wait_band_bound_weeks(std::size_t band) {
  return kBandBounds[band];
}

std::vector<std::size_t> MeasureLayout::groups_of(const Column& column) const {
  std::vector<std::size_t> given;
  if (!column.by_group) return {0};
  if (group_sets.empty())
    for (std::size_t group = 0; group < groups.size(); ++group) given.push_back(group);
  else
    for (const GroupSet::Range& range : group_sets[column.group_set].ranges)
      for (std::size_t i = 0; i < range.group_count; ++i) given.push_back(range.first_group + i);
  return given;
}

GroupSet::Range MeasureLayout::groups_of(const Column& column, const Dimension& dimension) const {
  GroupSet::Range given{dimension.first_group, column.by_group ? dimension.group_count : 0,
                        dimension.first_group};
  if (!column.by_group || group_sets.empty()) return given;
  for (const GroupSet::Range& range : group_sets[column.group_set].ranges)
    if (range.first_group >= dimension.first_group &&
        range.first_group < dimension.first_group + dimension.group_count)
      return range;
  return given;
}

const Column* MeasureLayout::find(std::string_view measure_name, std::string_view subject) const {
  for (const Column& column : columns)
    if (column.name == measure_name && column.subject == subject) return &column;
  return nullptr;
}

}  // namespace sendcap::model
