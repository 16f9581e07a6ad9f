#include "sendcap/scenario/repeat.hpp"

#include <string>
#include <utility>

#include "scenario/repeat/area_copy.hpp"
#include "scenario/repeat/confine.hpp"
#include "sendcap/scenario/language/override.hpp"

namespace sendcap::scenario {
namespace {

template <class T>
void append(Named<T>& to, Named<T>& from) {
  for (T& one : from) to.push_back(std::move(one));
}
template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  for (T& one : from) to.push_back(std::move(one));
}

/// What all areas have of the block is in one purse.
void add(Value<Money>& to, const Value<Money>& more) {
  to.is.pounds += more.is.pounds;
  for (std::size_t i = 0; i < to.then.size(); ++i) to.then[i].is.pounds += more.then[i].is.pounds;
}

/// Puts an area beside those there are.
void join(Scenario& all, Scenario& area) {
  append(all.districts, area.districts);
  append(all.roads, area.roads);
  append(all.mixes, area.mixes);
  append(all.demand, area.demand);
  append(all.services, area.services);
  append(all.bought_from_outside, area.bought_from_outside);
  append(all.pathways, area.pathways);
  append(all.while_waiting, area.while_waiting);
  append(all.provision, area.provision);
  append(all.placement.without_a_place, area.placement.without_a_place);
  if (all.placement.transfer) append(all.placement.transfer->asked, area.placement.transfer->asked);
  if (all.plans) append(all.plans->reviewed_on, area.plans->reviewed_on);
  append(all.money.one_off, area.money.one_off);
  append(all.money.running, area.money.running);
  add(all.money.other_high_needs, area.money.other_high_needs);
  if (all.money.high_needs_block) add(*all.money.high_needs_block, *area.money.high_needs_block);
}

/// `area 007`, all numbers of the same length.
std::string area_name(std::size_t number, std::size_t areas) {
  const std::string digits = std::to_string(number);
  return "area " + std::string(std::to_string(areas).size() - digits.size(), '0') + digits;
}

bool can_be_repeated(const Scenario& world, const RepeatOrder& order, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  for (const Demand& demand : world.demand)
    if (demand.intervals && (order.size != 1 || order.spread > 0))
      diagnostics.error(Code::inconsistent, demand.place, "demand." + path_part(demand.name),
                        "arrivals given by `intervals` can not be made larger or smaller", "give a `rate`");
  return diagnostics.errors() == errors_before;
}

}  // namespace

std::optional<Repeated> repeat(const Scenario& world, const RepeatOrder& order, Diagnostics& diagnostics) {
  if (!can_be_repeated(world, order, diagnostics)) return std::nullopt;
  Scenario of_one = world;
  of_one.targets.clear();
  of_one.observed.clear();
  Repeated result;
  result.sizes = area_sizes(order);
  const bool alone = order.areas == 1;
  double before = 0;
  for (std::size_t number = 1; number <= order.areas; ++number) {
    Scenario copy = of_one;
    const double size = result.sizes[number - 1];
    const Area area{alone ? std::string() : area_name(number, order.areas), size, before, alone};
    result.rounded_to_nothing += make_area(copy, area);
    if (!alone) confine(copy, area);
    if (number == 1)
      result.scenario = std::move(copy);
    else
      join(result.scenario, copy);
    before += size;
  }
  return result;
}

}  // namespace sendcap::scenario
