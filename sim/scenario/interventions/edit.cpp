#include "edit.hpp"

#include <cmath>
#include <utility>

namespace sendcap::scenario {
namespace {

constexpr double kMonth = 365.25 / 12;

Effect::Step step_at(double days, double share, const Clock& clock) {
  return {moment_at(days, clock), share};
}

}  // namespace

std::string joined(const std::vector<Name>& names) {
  std::string all;
  for (const Name& name : names) all += (all.empty() ? "" : ", ") + name.text;
  return all;
}

double length_of(const Clock& clock) {
  if (clock.until) return clock.until->days_since_1970 - clock.start.days_since_1970;
  return clock.run_for ? clock.run_for->days : std::numeric_limits<double>::infinity();
}

Moment moment_at(double days, const Clock& clock) {
  Moment moment;
  moment.is_date = days == std::floor(days);
  if (moment.is_date)
    moment.date.days_since_1970 = clock.start.days_since_1970 + static_cast<std::int32_t>(days);
  else
    moment.since_start.days = days;
  return moment;
}

std::optional<Effect> effect_of(const Terms& terms, const Clock& clock, const Place& place,
                                const std::string& path, Diagnostics& diagnostics) {
  const double begins = days_after_start(terms.from, clock) + std::round(terms.lead_time.is.days);
  const double ends =
      terms.until ? days_after_start(*terms.until, clock) : std::numeric_limits<double>::infinity();
  if (begins >= ends) {
    diagnostics.error(Code::inconsistent, place, path + ".until",
                      terms.lead_time.is.days > 0 ? "`until` must come after `from` and the lead time"
                                                  : "`until` must come after `from`");
    return std::nullopt;
  }
  if (begins >= length_of(clock))
    diagnostics.warning(Code::out_of_range, place, path + ".from",
                        "this change begins after the end of the run and changes nothing");
  Effect effect;
  const auto months = static_cast<int>(std::ceil(terms.ramp.is.days / kMonth - 1e-9));
  const double first_share = months > 0 ? terms.begins_with.is.value : 1;
  effect.steps.push_back(step_at(begins, first_share, clock));
  for (int month = 1; month <= months; ++month) {
    const double time = begins + std::round(terms.ramp.is.days * month / months);
    if (time >= ends) break;
    effect.steps.push_back(step_at(time, first_share + (1 - first_share) * month / months, clock));
  }
  if (terms.until) effect.steps.push_back({*terms.until, 0});
  return effect;
}

void book(Scenario& scenario, const Terms& terms, const Effect& effect, const std::string& name) {
  if (terms.cost.once.is.pounds > 0) {
    OneOff spent;
    spent.name = name;
    spent.on.days_since_1970 = scenario.clock.start.days_since_1970 +
                               static_cast<std::int32_t>(days_after_start(terms.from, scenario.clock));
    spent.amount = terms.cost.once;
    spent.paid_by = terms.cost.paid_by;
    spent.place = terms.cost.place;
    scenario.money.one_off.push_back(std::move(spent));
  }
  if (terms.cost.a_year.is.pounds > 0) {
    Running running;
    running.name = name;
    running.paid_by = terms.cost.paid_by;
    running.place = terms.cost.place;
    running.a_year.source = terms.cost.a_year.source;
    running.a_year.quality = terms.cost.a_year.quality;
    // In full from the first day of the effect, however little of it is there yet.
    Effect paid = effect;
    for (Effect::Step& step : paid.steps)
      if (&step != &paid.steps.back() || !terms.until) step.share = 1;
    edit_value(running.a_year, paid, scenario.clock, [&](Money, double) { return terms.cost.a_year.is; });
    scenario.money.running.push_back(std::move(running));
  }
}

}  // namespace sendcap::scenario
