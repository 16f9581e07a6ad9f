#include "sendcap/model/measure.hpp"

#include <array>

namespace sendcap::model {
namespace {

constexpr auto kDate = MeasureClock::date;
constexpr auto kPeriod = MeasureClock::period;

// name, unit, clock, by group, for service / pathway / placement / provision, definition
constexpr std::array<MeasureDefinition, static_cast<std::size_t>(MeasureId::count)> kDefinitions{{
    {"waiting", "children", kDate, true, true, true, true, false,
     "Children waiting. Service: in its queue, a child to be booked again included. Pathway: open referrals "
     "that have "
     "not yet had first contact. Placement: agreed for a place and not yet placed."},
    {"wait of those waiting, mean", "wait", kDate, true, true, true, true, false,
     "Mean time waited so far by those waiting: since joining the queue (service), since referral (pathway), "
     "since a "
     "place was agreed (placement)."},
    {"wait of those waiting, median", "wait", kDate, true, true, true, true, false,
     "Half of those waiting have waited no longer; exact to the scenario's resolution."},
    {"wait of those waiting, 90th percentile", "wait", kDate, true, true, true, true, false,
     "Nine in ten of those waiting have waited no longer; exact to the scenario's resolution."},
    {"wait of those waiting, longest", "wait", kDate, true, true, true, true, false,
     "The longest wait so far of anyone waiting."},
    {"waiting up to 18 weeks", "share", kDate, true, true, true, true, false,
     "Those waiting who have waited 18 weeks or less, of all waiting."},
    {"waiting", "children", kDate, true, true, true, true, false,
     "Those waiting, by band of weeks waited (community health services situation report)."},
    {"referrals", "children", kPeriod, true, true, true, true, false,
     "Those who joined in the period: the queue of a service (every visit counts), a pathway, the wait for a "
     "place."},
    {"seen", "children", kPeriod, true, true, true, true, false,
     "Those taken in the period: a visit to a service begun, first contact on a pathway, a place given."},
    {"wait of those seen, mean", "wait", kPeriod, true, true, true, true, false,
     "Mean whole wait of those seen in the period, on the same clock as the wait of those waiting."},
    {"wait of those seen, median", "wait", kPeriod, true, true, true, true, false,
     "Half of those seen in the period had waited no longer; exact to the scenario's resolution."},
    {"wait of those seen, 90th percentile", "wait", kPeriod, true, true, true, true, false,
     "Nine in ten of those seen in the period had waited no longer; exact to the scenario's resolution."},
    {"seen within 13 weeks", "share", kPeriod, true, true, true, true, false,
     "Those seen in the period who had waited 13 weeks or less, of all seen."},
    {"seen within 18 weeks", "share", kPeriod, true, true, true, true, false,
     "Those seen in the period who had waited 18 weeks or less, of all seen."},
    {"left", "children", kPeriod, true, true, true, true, false,
     "Those who left in the period before being seen (service, placement), or whose case closed without an "
     "outcome "
     "(pathway), by reason."},
    {"raised in priority", "children", kPeriod, true, true, false, false, false,
     "Those waiting who were raised to a higher priority class in the period, by what happened to them."},
    {"outcome", "cases", kPeriod, true, false, true, false, false,
     "Cases that ended in the period, by outcome."},
    {"open cases", "cases", kDate, true, false, true, false, false,
     "Cases open, whether waiting or under way."},
    {"waiting, average", "children", kPeriod, false, true, false, false, false,
     "Time-weighted average number in the queue over the period."},
    {"present, average", "children", kPeriod, false, true, false, true, true,
     "Time-weighted average number present over the period: waiting or being seen (service), waiting "
     "(placement), "
     "placed (provision)."},
    {"present, median", "children", kPeriod, false, true, false, true, true,
     "For half of the time no more were present; given for the whole run."},
    {"present, 90th percentile", "children", kPeriod, false, true, false, true, true,
     "For nine tenths of the time no more were present; given for the whole run."},
    {"slots offered", "slots", kPeriod, false, true, false, false, false,
     "Slots of the sessions planned in the period, cancelled sessions included."},
    {"slots used", "slots", kPeriod, false, true, false, false, false, "Slots in which a child was seen."},
    {"slots cancelled", "slots", kPeriod, false, true, false, false, false,
     "Slots lost because the session was cancelled."},
    {"slots not brought", "slots", kPeriod, false, true, false, false, false,
     "Slots lost because the child was not brought."},
    {"slots unused", "slots", kPeriod, false, true, false, false, false,
     "Slots lost because nobody was waiting for them."},
    {"utilisation", "share", kPeriod, false, true, false, false, false,
     "Team: time of staff with children, of the time there was. Clinic: slots used, of slots not cancelled."},
    {"load", "ratio", kPeriod, false, true, false, false, false,
     "Offered load: work asked for by those who joined in the period, of the capacity in it (team: mean time "
     "of a "
     "visit against staff time; clinic: slots needed, booking again included, against slots not cancelled). "
     "Above 1 "
     "the list must grow."},
    {"places", "places", kDate, false, false, false, false, true,
     "Places the provision has, whether taken or not."},
    {"occupied", "children", kDate, false, false, false, false, true, "Children who have a place there."},
    {"free", "places", kDate, false, false, false, false, true, "Places less children placed, not below 0."},
    {"placed", "children", kPeriod, false, false, false, false, true,
     "Children who took up a place in the period."},
    {"left place", "children", kPeriod, false, false, false, false, true,
     "Children who left their place in the period."},
}};

constexpr std::array<std::string_view, kWaitBandCount> kBandNames{
    "up to 1 week",        "over 1 to 2 weeks",   "over 2 to 4 weeks",    "over 4 to 12 weeks",
    "over 12 to 18 weeks", "over 18 to 52 weeks", "over 52 to 104 weeks", "over 104 weeks"};
constexpr std::array<double, kWaitBandCount - 1> kBandBounds{1, 2, 4, 12, 18, 52, 104};

}  // namespace

const MeasureDefinition& definition(MeasureId measure) {
  return kDefinitions[static_cast<std::size_t>(measure)];
}

std::string_view wait_band_name(std::size_t band) {
  return kBandNames[band];
}

std::size_t wait_band(double weeks) {
  std::size_t band = 0;
  while (band < kBandBounds.size() && weeks > kBandBounds[band] + 1e-9) ++band;
  return band;
}

const Column* MeasureLayout::find(std::string_view measure_name, std::string_view subject) const {
  for (const Column& column : columns)
    if (column.name == measure_name && column.subject == subject) return &column;
  return nullptr;
}

}  // namespace sendcap::model
