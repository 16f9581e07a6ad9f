#include <algorithm>
#include <cmath>
#include <limits>

#include "compiler.hpp"

namespace sendcap::model {
namespace {

constexpr double kDaysPerWeek = 7.0;
constexpr double kWeeksPerYear = 52.0;  // as timetables count them
constexpr std::array<std::string_view, 7> kWeekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

// The timeline of a function of two others.
template <class Function>
Timeline combine(const Timeline& left, const Timeline& right, Function function) {
  std::vector<double> changes = left.change_times();
  changes.insert(changes.end(), right.change_times().begin(), right.change_times().end());
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  Timeline result(function(left.at(0), right.at(0)));
  for (double time : changes) result.change(time, function(left.at(time), right.at(time)));
  return result;
}

template <class Function>
Timeline mapped(const Timeline& timeline, Function function) {
  return combine(timeline, Timeline(0.0), [&](double value, double) { return function(value); });
}

// Part of a person left over becomes a person who works more slowly together with all others.
double whole_servers(double staff) {
  return std::ceil(staff - 1e-9);
}

}  // namespace

void Compiler::services() {
  for (const scenario::Service& given : scenario_.services) {
    const std::string path = below("services", given.name);
    Service service;
    service.name = given.name;
    service.first_station = static_cast<Index>(model_.stations.size());
    if (const auto* is_clinic = std::get_if<scenario::Clinic>(&given.is))
      clinic(*is_clinic, path, service);
    else
      team(std::get<scenario::Team>(given.is), path, service);
    model_.services.push_back(std::move(service));
  }
}

void Compiler::queue(const scenario::Queue& given, const std::string& path, Service& service) {
  service.rule = given.rule;
  if (given.room_for) service.room = static_cast<std::uint64_t>(given.room_for->value);
  for (const scenario::PriorityClass& one : given.classes) {
    PriorityClass compiled;
    compiled.name = one.name;
    compiled.conditional = one.when.has_value();
    if (one.when) compiled.when = condition(*one.when, below(path, "queue.classes"));
    service.classes.push_back(std::move(compiled));
  }
  if (service.classes.empty()) service.classes.push_back(PriorityClass{"all", false, {}});
  if (service.classes.size() > 100)
    error(given.place, below(path, "queue"), "at most 100 priority classes are possible");
}

// The whole; or the localities with their shares, and the whole from when they are joined.
std::vector<Compiler::LocalCapacity> Compiler::local_capacities(
    const scenario::Named<scenario::Locality>& given, const std::optional<scenario::Moment>& joined,
    const std::string& path, Service& service) {
  if (given.empty() && joined)
    error(scenario_.services[model_.services.size()].place, below(path, "localities joined"),
          "there are no localities to be joined");
  const double join = joined ? time_of(*joined) : std::numeric_limits<double>::infinity();
  if (given.empty() || join <= 0) return {LocalCapacity{}};
  service.locality_of_district.assign(scenario_.districts.size(), Service::kNoLocality);
  std::vector<LocalCapacity> result;
  double sum = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    LocalCapacity part;
    part.locality = given[i].name;
    part.share = constant(given[i].share, below(path, "localities"));
    if (joined) part.open.change(join, 0);
    sum += part.share;
    result.push_back(std::move(part));
    for (const scenario::Name& name : given[i].districts) {
      const auto district =
          scenario::resolve(name, names_.districts, "district", below(path, "localities"), diagnostics_);
      if (!district) continue;
      if (service.locality_of_district[*district] != Service::kNoLocality)
        error(name.place, below(path, "localities"), "district '" + name.text + "' is in two localities");
      service.locality_of_district[*district] = static_cast<std::uint16_t>(i);
    }
  }
  if (std::fabs(sum - 1) > 1e-9)
    error(given[0].place, below(path, "localities"), "the shares of the localities do not sum to 100%");
  if (joined) {
    service.localities_join = join;
    service.joint_station = service.first_station + static_cast<Index>(given.size());
    LocalCapacity whole;
    whole.open = Timeline(0);
    whole.open.change(join, 1);
    result.push_back(std::move(whole));
  }
  return result;
}

void Compiler::clinic(const scenario::Clinic& given, const std::string& path, Service& service) {
  service.is_clinic = true;
  service.paid_by = given.paid_by;
  model_.has_costs = model_.has_costs || given.cost.is.pounds > 0 || !given.cost.then.empty();
  queue(given.queue, path, service);
  std::size_t days_a_week = 0;
  for (std::size_t day = 0; day < 7; ++day)
    service.held_on[day] = given.days.empty() ? day < 5
                                              : std::find(given.days.begin(), given.days.end(),
                                                          kWeekdays[day]) != given.days.end();
  for (const bool held : service.held_on) days_a_week += held ? 1 : 0;
  for (const std::string& day : given.days)
    if (std::find(kWeekdays.begin(), kWeekdays.end(), day) == kWeekdays.end())
      diagnostics_.error(scenario::Code::unknown_word, given.place, below(path, "days"),
                         "'" + day + "' is no day of the week", scenario::suggest(day, kWeekdays));
  if (days_a_week == 0) return;
  for (const scenario::SlotKind& kind : given.slots) {
    SlotKind compiled;
    compiled.name = kind.name;
    compiled.per_session = timeline(kind.per_session, below(path, "slots"));
    if (kind.unused_go_to) {
      const auto taker =
          scenario::resolve(*kind.unused_go_to, given.slots, "slot kind", below(path, "slots"), diagnostics_);
      if (taker) compiled.unused_go_to = static_cast<Index>(*taker);
    }
    service.slots.push_back(std::move(compiled));
  }
  if (service.slots.empty())
    error(given.place, below(path, "slots"), "a clinic needs at least one kind of slot");
  // Givers are filled before takers; what remains in no order gives in a circle.
  std::vector<bool> ordered(service.slots.size(), false);
  for (std::size_t round = 0; round < service.slots.size(); ++round)
    for (Index kind = 0; kind < service.slots.size(); ++kind) {
      if (ordered[kind]) continue;
      const bool awaited =
          std::any_of(service.slots.begin(), service.slots.end(), [&](const SlotKind& giver) {
            return giver.unused_go_to == kind &&
                   !ordered[static_cast<std::size_t>(&giver - service.slots.data())];
          });
      if (awaited) continue;
      ordered[kind] = true;
      service.slot_order.push_back(kind);
    }
  if (service.slot_order.size() != service.slots.size())
    error(given.place, below(path, "slots"), "unused slots are passed on in a circle");
  service.year_share = mapped(timeline(given.weeks_a_year, below(path, "weeks a year")),
                              [](double weeks) { return std::min(weeks / kWeeksPerYear, 1.0); });
  service.in_august = timeline(given.in_august, below(path, "in August"));
  service.cancelled = timeline(given.cancelled, below(path, "cancelled"));
  service.not_brought = timeline(given.not_brought, below(path, "not brought"));
  service.rebookings = static_cast<std::uint32_t>(std::min<std::int64_t>(given.rebookings.value, 250));
  service.rebook_after = given.rebook_after.days;
  const Timeline sessions = timeline(given.sessions, below(path, "sessions"));
  if (sessions.greatest() > 10000)
    error(given.sessions.place, below(path, "sessions"), "more than 10,000 sessions a day");
  for (const LocalCapacity& part :
       local_capacities(given.localities, given.localities_joined, path, service)) {
    Station station;
    station.source = key_of_name(service.name, part.locality);
    station.sessions_per_day = combine(sessions, part.open, [&](double per_day, double open) {
      return open * (per_day * kDaysPerWeek / static_cast<double>(days_a_week) * part.share);
    });
    station.cost = timeline(given.cost, below(path, "cost"));
    station.service = static_cast<Index>(model_.services.size());
    station.first_queue = static_cast<Index>(model_.queue_count);
    model_.queue_count += service.slots.size();
    model_.stations.push_back(std::move(station));
  }
}

void Compiler::team(const scenario::Team& given, const std::string& path, Service& service) {
  service.paid_by = given.paid_by;
  queue(given.queue, path, service);
  const Timeline staff = timeline(given.staff, below(path, "staff"));
  const Timeline caseload = timeline(given.caseload, below(path, "caseload"));
  for (const LocalCapacity& part :
       local_capacities(given.localities, given.localities_joined, path, service)) {
    Station station;
    station.source = key_of_name(service.name, part.locality);
    // Nothing may be multiplied by staff without limit.
    const auto when_open = [](double value, double open) { return open > 0 ? value : 0.0; };
    const Timeline servers = combine(staff, caseload, [&](double people, double each) {
      return whole_servers(people * each * part.share);
    });
    station.servers = combine(servers, part.open, when_open);
    station.speed = combine(staff, caseload, [&](double people, double each) {
      const double capacity = people * each * part.share;
      return std::isfinite(capacity) && capacity > 0 ? capacity / whole_servers(capacity) : 1.0;
    });
    station.cost = pounds_a_day(given.cost, below(path, "cost"));
    const Timeline here =
        mapped(staff, [&](double people) { return std::isfinite(people) ? people * part.share : 0.0; });
    station.staff = combine(here, part.open, when_open);
    station.service = static_cast<Index>(model_.services.size());
    station.first_queue = static_cast<Index>(model_.queue_count++);
    model_.stations.push_back(std::move(station));
  }
}

}  // namespace sendcap::model
