#include "opening.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "edit.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::scenario {
namespace {

constexpr double kMonth = 365.25 / 12;

Moment on(Date date) {
  Moment moment;
  moment.is_date = true;
  moment.date = date;
  return moment;
}

void book_capital(Scenario& scenario, const Opening& opening, const std::string& name) {
  if (!(opening.capital.is.pounds > 0)) return;
  OneOff building;
  building.name = name + ": capital";
  building.on = first_opening(opening);
  building.amount = opening.capital;
  building.place = opening.capital.place;
  scenario.money.one_off.push_back(std::move(building));
}

void add_further_requests(Scenario& scenario, const NewProvision& opened, const std::string& path,
                          Diagnostics& diagnostics) {
  const FurtherRequests& further = *opened.further_requests;
  Effect effect;
  effect.steps.push_back({on(first_opening(opened.opening)), 1});
  for (const Name& name : further.of) {
    const auto found = resolve(name, scenario.while_waiting, "thing that may happen `while waiting`",
                               path + ".further requests.of", diagnostics);
    if (!found || further.rise_by.is.value == 0) continue;  // to the last bit as it was
    HazardFactor more;
    more.when.district = {opened.district};
    more.when.need = opened.needs;
    more.when.flag = opened.flags;
    more.when.age = opened.ages;
    more.times.is = Number{1};
    edit_value(more.times, effect, scenario.clock,
               [&](Number times, double) { return Number{times.value * (1 + further.rise_by.is.value)}; });
    more.place = further.place;
    scenario.while_waiting[*found].factors.push_back(std::move(more));
  }
}

}  // namespace

Date later(Date date, Duration by) {
  const double months = std::round(by.days / kMonth);
  if (std::abs(by.days - months * kMonth) > 1e-6)
    return Date{date.days_since_1970 + static_cast<std::int32_t>(std::floor(by.days))};
  namespace chrono = std::chrono;
  const chrono::year_month_day day(chrono::sys_days(chrono::days(date.days_since_1970)));
  const chrono::year_month_day moved = day + chrono::months(static_cast<int>(months));
  const chrono::sys_days then =
      moved.ok()
          ? chrono::sys_days(moved)
          : chrono::sys_days(chrono::year_month_day_last(moved.year(), {moved.month() / chrono::last}));
  return Date{static_cast<std::int32_t>(then.time_since_epoch().count())};
}

Date first_opening(const Opening& opening) {
  return later(opening.tranches.front().opens, opening.slips_by.is);
}

void open_places(Scenario& scenario, Value<Capacity>& places, const Opening& opening, const std::string& name,
                 const std::string& path, Diagnostics& diagnostics) {
  if (opening.tranches.empty())
    return diagnostics.error(Code::missing_field, opening.place, path + ".tranches", "no places open",
                             "give at least one tranche: `{opens: 2026-09-01, places: 8}`");
  if (days_after_start(on(first_opening(opening)), scenario.clock) >= length_of(scenario.clock))
    diagnostics.warning(
        Code::out_of_range, opening.place, path + ".tranches",
        "the first places of '" + name + "' open after the end of the run and change nothing");
  for (std::size_t i = 1; i < opening.tranches.size(); ++i)
    if (!(opening.tranches[i - 1].opens < opening.tranches[i].opens))
      return diagnostics.error(Code::bad_changes, opening.tranches[i].place, path + ".tranches",
                               "the tranches are not in order of date");
  for (const Tranche& tranche : opening.tranches) {
    const Date opens = later(tranche.opens, opening.slips_by.is);
    Effect effect;
    effect.steps.push_back({on(opens), 1});
    edit_value(places, effect, scenario.clock, [&](Capacity there, double) {
      return Capacity{there.value + static_cast<double>(tranche.places.is.value)};
    });
    for (Change<Capacity>& change : places.then)
      if (change.from.is_date && change.from.date == opens && change.source.empty()) {
        change.source = tranche.places.source;
        change.quality = tranche.places.quality;
        change.place = tranche.place;
      }
  }
  book_capital(scenario, opening, name);
}

void add_provision(Scenario& scenario, Provision provision, const Opening& opening, const std::string& path,
                   Diagnostics& diagnostics) {
  if (scenario.provision.find(provision.name) != nullptr)
    return diagnostics.error(Code::duplicate_name, provision.place, path,
                             "there is a provision called '" + provision.name + "' already",
                             "give the new one another name");
  Value<Capacity> places{Capacity{0}};
  open_places(scenario, places, opening, provision.name, path, diagnostics);
  provision.places = std::move(places);
  scenario.provision.push_back(std::move(provision));
}

void open_provision(Scenario& scenario, const std::string& name, ProvisionKind kind,
                    const NewProvision& opened, const Place& place, const std::string& path,
                    Diagnostics& diagnostics) {
  if (!resolve(opened.district, scenario.districts, "district", path + ".district", diagnostics)) return;
  Provision provision;
  provision.name = name;
  provision.kind = kind;
  provision.district = opened.district;
  provision.ages = opened.ages;
  provision.needs = opened.needs;
  provision.flags = opened.flags;
  provision.stay = opened.stay;
  provision.afterwards = opened.afterwards;
  provision.cost = opened.cost;
  provision.place = place;
  const std::size_t errors = diagnostics.errors();
  add_provision(scenario, std::move(provision), opened.opening, path, diagnostics);
  if (opened.further_requests && diagnostics.errors() == errors)
    add_further_requests(scenario, opened, path, diagnostics);
}

}  // namespace sendcap::scenario
