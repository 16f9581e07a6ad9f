#include <algorithm>
#include <cmath>
#include <limits>

#include "calendar_day.hpp"
#include "compiler.hpp"

// Plans, the phase transfer, money, and what a step does to a child beside sending it on.

namespace sendcap::model {

std::uint32_t Compiler::flag_bits(const std::vector<scenario::Name>& names, const std::string& path) {
  const std::vector<std::string_view> known(flags_.begin(), flags_.end());
  std::uint32_t bits = 0;
  for (const scenario::Name& name : names) {
    const auto bit = scenario::resolve(name, known, "flag", path, diagnostics_);
    if (bit) bits |= 1U << *bit;
  }
  return bits;
}

Index Compiler::pathway_index(const scenario::Name& name, const std::string& path) {
  const auto found = scenario::resolve(name, names_.pathways, "pathway", path, diagnostics_);
  return found ? static_cast<Index>(*found) : 0;
}

// The first that fits holds; children of districts that none fits have none.
ByDistrict Compiler::by_district(const std::vector<scenario::ForDistricts>& given, const std::string& path,
                                 const std::function<Index(const scenario::Name&)>& index_of) {
  ByDistrict compiled;
  if (given.empty()) return compiled;
  const bool for_all = given.size() == 1 && given.front().district.empty();
  compiled.index.assign(for_all ? 1 : std::max<std::size_t>(scenario_.districts.size(), 1), kNone);
  for (const scenario::ForDistricts& one : given) {
    const Index index = index_of(one.to);
    const auto hold = [&](Index& of_district) {
      if (of_district == kNone) of_district = index;
    };
    if (one.district.empty()) std::for_each(compiled.index.begin(), compiled.index.end(), hold);
    for (const scenario::Name& name : one.district) {
      const auto district = scenario::resolve(name, names_.districts, "district", path, diagnostics_);
      if (district) hold(compiled.index[*district]);
    }
  }
  return compiled;
}

Timeline Compiler::pounds_a_day(const scenario::Value<scenario::Money>& value, const std::string& path) {
  const Timeline yearly = timeline(value, path);
  Timeline daily(yearly.values().front() / kDaysPerYear);
  for (std::size_t i = 0; i < yearly.change_times().size(); ++i)
    daily.change(yearly.change_times()[i], yearly.values()[i + 1] / kDaysPerYear);
  model_.has_costs = model_.has_costs || daily.greatest() > 0;
  return daily;
}

void Compiler::effects(const scenario::Pathway& pathway, const scenario::Step& given, const std::string& path,
                       Step& compiled) {
  compiled.gives = flag_bits(given.gives, below(path, "gives"));
  compiled.takes_away = flag_bits(given.takes_away, below(path, "takes away"));
  for (const scenario::Name& name : given.meets_needs_of)
    compiled.meets_needs_of.push_back(pathway_index(name, below(path, "meets needs of")));
  if (given.clock) step_clock(pathway, given, path, compiled);
  for (const scenario::Alongside& offered : given.alongside) {
    const std::string here = below(path, "alongside");
    if (compiled.kind != StepKind::visit && compiled.kind != StepKind::place)
      error(offered.place, here, "only a step at which children queue can offer something alongside");
    compiled.alongside.push_back(static_cast<Index>(model_.alongside.size()));
    model_.alongside.push_back(
        {pathway_index(offered.enters, here), timeline(offered.share, here),
         key_of_name(pathway.name, given.name + "\nalongside " + offered.enters.text)});
  }
}

void Compiler::step_clock(const scenario::Pathway& pathway, const scenario::Step& given,
                          const std::string& path, Step& compiled) {
  const std::string here = below(path, "clock");
  StepClock clock;
  clock.name = pathway.name + ": " + given.name;
  clock.pathway = compiled.pathway;
  clock.step = static_cast<Index>(model_.steps.size());
  clock.within = timeline(given.clock->within, here);
  clock.excepted = timeline(given.clock->excepted, here);
  clock.purpose = key_of_name(pathway.name, given.name + "\nexception");
  clock.bit = static_cast<std::uint32_t>(
      std::count_if(model_.clocks.begin(), model_.clocks.end(),
                    [&](const StepClock& other) { return other.pathway == clock.pathway; }));
  constexpr std::uint32_t kMostClocks = 8;
  if (clock.bit >= kMostClocks) return error(given.clock->place, here, "a pathway can have at most 8 clocks");
  compiled.clock = static_cast<Index>(model_.clocks.size());
  model_.clocks.push_back(std::move(clock));
}

// A clock of a step that stands between a fork and its join runs from the fork.
void Compiler::clocks_in_forks() {
  for (const Step& forking : model_.steps) {
    if (forking.kind != StepKind::fork) continue;
    std::vector<bool> seen(model_.steps.size(), false);
    std::vector<Index> open = forking.fork;
    while (!open.empty()) {
      const Index at = open.back();
      open.pop_back();
      if (at >= seen.size() || at == forking.join || seen[at]) continue;
      seen[at] = true;
      if (model_.steps[at].clock != kNone) model_.clocks[model_.steps[at].clock].in_fork = true;
      for (const Target target : targets_of(model_.steps[at]))
        if (!target.is_outcome()) open.push_back(target.index());
    }
  }
}

void Compiler::plans() {
  model_.flags = flags_;
  if (scenario_.children.supported)
    model_.supported_flag = flag_bits({*scenario_.children.supported}, "children.supported");
  if (!scenario_.plans) return;
  PlanRules rules;
  rules.flag = flag_bits({scenario_.plans->flag}, "plans.flag");
  rules.reviewed_on =
      by_district(scenario_.plans->reviewed_on, "plans.reviewed on",
                  [&](const scenario::Name& name) { return pathway_index(name, "plans.reviewed on"); });
  rules.until_age_years = static_cast<double>(scenario_.plans->until_age.value);
  ages_matter_ = true;
  model_.plans = rules;
}

void Compiler::transfer() {
  if (!scenario_.placement.transfer) return;
  const scenario::PhaseTransfer& given = *scenario_.placement.transfer;
  const std::string path = "placement.transfer";
  if (!scenario_.plans)
    error(given.place, path, "the transfer is of children with plans: `plans` is missing");
  PhaseTransfer compiled;
  const auto day = [](const scenario::DayOfYear& one) {
    return PhaseTransfer::Day{static_cast<int>(one.month.value), static_cast<int>(one.day.value)};
  };
  compiled.days = {day(given.requests), day(given.decided), day(given.decided_post_16)};
  compiled.post_16_age = static_cast<int>(given.post_16_age.value);
  for (std::size_t a = 0; a < given.asked.size(); ++a) {
    const scenario::TransferRequest& request = given.asked[a];
    PhaseTransfer::Asked asked;
    for (const scenario::ProvisionKind kind : request.from)
      asked.from_kinds |= 1U << static_cast<unsigned>(kind);
    asked.when = condition(request.when, below(path, "asked"));
    asked.share = timeline(request.share, below(path, "asked"));
    asked.pathway = pathway_index(request.enters, below(path, "asked"));
    asked.purpose = key_of_name("phase transfer", std::to_string(a));
    compiled.asked.push_back(std::move(asked));
  }
  for (const scenario::District& district : scenario_.districts) {
    compiled.ages_of_district.emplace_back();
    for (const scenario::Whole age : district.transfer_ages)
      compiled.ages_of_district.back().push_back(static_cast<int>(age.value));
  }
  if (compiled.ages_of_district.empty()) compiled.ages_of_district.push_back({11, 16});
  model_.transfer = std::move(compiled);
}

void Compiler::money() {
  const scenario::MoneyMatters& given = scenario_.money;
  model_.money.has_block = given.high_needs_block.has_value();
  if (given.high_needs_block)
    model_.money.block_income = pounds_a_day(*given.high_needs_block, "money.high-needs block");
  model_.money.other_high_needs = pounds_a_day(given.other_high_needs, "money.other high-needs spending");
  for (const scenario::OneOff& one : given.one_off)
    model_.money.one_off.push_back(
        {one.name, time_of(one.on), constant(one.amount, below("money.one-off", one.name)), one.paid_by});
  for (const scenario::Running& running : given.running)
    model_.money.running.push_back(
        {pounds_a_day(running.a_year, below("money.running", running.name)), running.paid_by});
  model_.has_costs = model_.has_costs || !model_.money.one_off.empty() || !model_.money.running.empty();
}

}  // namespace sendcap::model
