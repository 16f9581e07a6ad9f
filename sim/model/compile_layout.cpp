#include <algorithm>
#include <cmath>

#include "calendar_day.hpp"
#include "compiler.hpp"
#include "reach.hpp"
#include "ways_of_leaving.hpp"

// The shape of the results: for which dates, and which columns.

namespace sendcap::model {

void Compiler::layout() {
  clocks_of_pathways();
  dates();
  columns();
  std::size_t cells = 0;
  for (Column& column : model_.layout.columns) {
    column.offset = cells;
    cells += model_.layout.dates.size() * model_.layout.group_count(column);
  }
  model_.layout.cells = cells;
}

void Compiler::clocks_of_pathways() {
  for (Index c = 0; c < model_.clocks.size(); ++c) {
    const StepClock& clock = model_.clocks[c];
    Pathway& pathway = model_.pathways[clock.pathway];
    if (clock.in_fork) {
      pathway.clocks_in_forks = true;
    } else {
      pathway.clocks.push_back(c);
      pathway.first_clock_runs_out = std::min(pathway.first_clock_runs_out, clock.within.least());
    }
  }
}

// The set of groups of which only these districts are. The first of all is that of all groups.
std::uint32_t Compiler::group_set(const DistrictRange& districts) {
  const MeasureLayout& layout = model_.layout;
  GroupSet set;
  set.ranges = {{0, 1, 0}};
  for (std::size_t d = 0; d < layout.dimensions.size(); ++d) {
    const MeasureLayout::Dimension& dimension = layout.dimensions[d];
    GroupSet::Range range{dimension.first_group, dimension.group_count, set.size};
    const GroupDimension& what = model_.dimensions[d];
    if (what.kind == GroupDimension::Kind::attribute && what.attribute == 0 && !districts.empty()) {
      range.first_group += districts.first;
      range.group_count = districts.last - districts.first + 1;
    }
    set.size += range.group_count;
    set.ranges.push_back(range);
  }
  std::vector<GroupSet>& sets = model_.layout.group_sets;
  if (!sets.empty() && set.size == sets.front().size) return 0;
  const auto [found, added] =
      group_set_of_.try_emplace({districts.first, districts.last}, static_cast<std::uint32_t>(sets.size()));
  if (added) sets.push_back(std::move(set));
  return found->second;
}

void Compiler::dates() {
  std::vector<ReportDate>& dates = model_.layout.dates;
  const double start = model_.begin + model_.warm_up;
  const double end = model_.begin + model_.end;
  std::vector<double> ends;
  const auto every = scenario_.clock.report_every;
  if (every == scenario::ReportEvery::week)
    for (double day = start + 7; day < end; day += 7) ends.push_back(day);
  else if (every != scenario::ReportEvery::whole_run)
    for (const MonthStart& month : month_starts(start, end)) {
      const bool wanted = every == scenario::ReportEvery::month ||
                          (every == scenario::ReportEvery::quarter && month.month % 3 == 1) ||
                          (every == scenario::ReportEvery::year && month.month == 1);
      if (wanted) ends.push_back(month.day);
    }
  ends.push_back(end);
  const auto at = [&](double day) {
    ReportDate date;
    date.time = day - model_.begin;
    date.date = iso_date(day);
    date.label = date.date;
    return date;
  };
  dates.push_back(at(start));
  for (const double day : ends) {
    dates.push_back(at(day));
    dates.back().ends_period = true;
  }
  for (const scenario::Milestone& milestone : scenario_.milestones) {
    const auto day = static_cast<double>(milestone.date.days_since_1970);
    if (day < start || day > end) {
      diagnostics_.warning(scenario::Code::out_of_range, milestone.place, below("milestones", milestone.name),
                           "this milestone lies outside the run and is not reported");
      continue;
    }
    const auto same = std::find_if(dates.begin(), dates.end(),
                                   [&](const ReportDate& date) { return date.time == day - model_.begin; });
    ReportDate& date = same != dates.end() ? *same : (dates.push_back(at(day)), dates.back());
    date.label = date.date + " " + milestone.name;
    date.milestone = true;
  }
  std::stable_sort(dates.begin(), dates.end(),
                   [](const ReportDate& left, const ReportDate& right) { return left.time < right.time; });
  ReportDate whole = at(end);
  whole.label = "whole run";
  whole.date.clear();
  whole.whole_run = true;
  mark_years(dates);
  for (ReportDate& date : dates)
    date.unequal = date.milestone || date.time == dates.front().time || date.time == dates.back().time;
  whole.unequal = true;
  dates.push_back(whole);
}

namespace {

// How many beginnings of a year (1 January or 1 April) there have been by a calendar day.
int years_begun(double day, int first_month) {
  const CalendarDay at = calendar_day(static_cast<std::int64_t>(std::floor(day)));
  return at.month >= first_month ? at.year : at.year - 1;
}

}  // namespace

// The first end of a period on or after 1 January or 1 April ends the year before.
void Compiler::mark_years(std::vector<ReportDate>& dates) const {
  constexpr int kJanuary = 1;
  constexpr int kApril = 4;
  double before = model_.begin + dates.front().time;
  for (ReportDate& date : dates) {
    if (!date.ends_period) continue;
    const double day = model_.begin + date.time;
    date.ends_calendar_year = years_begun(day, kJanuary) > years_begun(before, kJanuary);
    date.ends_financial_year = years_begun(day, kApril) > years_begun(before, kApril);
    before = day;
  }
}

// Whether a measure can ever be other than nothing in this scenario.
bool Compiler::is_given(MeasureId measure, SubjectKind kind, Index subject) const {
  const bool about_slots = measure >= MeasureId::slots_offered && measure <= MeasureId::slots_unused;
  if (about_slots) return model_.services[subject].is_clinic;
  if (measure == MeasureId::cost) return model_.has_costs;
  if (measure == MeasureId::waited_without_support) return model_.supported_flag != 0;
  // Inequality is told between groups.
  if (measure == MeasureId::wait_of_waiting_theil || measure == MeasureId::wait_of_seen_theil)
    return !model_.dimensions.empty() && definition(measure).is_for(kind);
  if (measure == MeasureId::block_income_in_year || measure == MeasureId::block_balance_in_year)
    return model_.money.has_block && subject == static_cast<Index>(scenario::Payer::high_needs_block);
  return definition(measure).is_for(kind);
}

// Whether a plan can end for a reason.
bool Compiler::ends_plans(std::uint32_t reason) const {
  const auto first = static_cast<std::uint32_t>(Reason::first_of_hazards);
  if (reason < first)
    return reason == static_cast<std::uint32_t>(Reason::aged_out) ||
           reason == static_cast<std::uint32_t>(Reason::plan_ended);
  const scenario::HazardEffect effect = model_.hazards[reason - first].effect;
  return effect == scenario::HazardEffect::closes_all_cases ||
         (effect == scenario::HazardEffect::closes_the_case &&
          model_.hazards[reason - first].moves_to == kNone);
}

bool Compiler::leads_to_somebody(Index pathway) const {
  if (model_.plans && model_.plans->reviewed_on.holds(pathway)) return false;
  return std::any_of(model_.steps.begin(), model_.steps.end(), [&](const Step& step) {
    return step.pathway == pathway && (step.service_count > 0 || step.kind == StepKind::place);
  });
}

namespace {

const std::set<std::uint32_t>& reasons_of_leaving(const WaysOfLeaving& ways, SubjectKind kind, Index index) {
  switch (kind) {
    case SubjectKind::service:
      return ways.service(index);
    case SubjectKind::pathway:
      return ways.pathway(index);
    default:
      return ways.placement();
  }
}

}  // namespace

void Compiler::columns() {
  std::string wait_unit(
      scenario::enum_words(scenario_.clock.waits_in)[static_cast<std::size_t>(scenario_.clock.waits_in)]);
  const Reach& reach = *reach_;
  const WaysOfLeaving ways(model_, reach);
  const std::uint32_t all_groups = group_set({});
  const auto groups_of = [&](SubjectKind kind, Index index) {
    switch (kind) {
      case SubjectKind::service:
        return group_set(reach.service(index));
      case SubjectKind::pathway:
        return group_set(reach.pathway(index));
      case SubjectKind::placement:
        return group_set(reach.placement());
      case SubjectKind::clock:
        return group_set(reach.pathway(model_.clocks[index].pathway));
      case SubjectKind::happening:
        return group_set(reach.hazard(index));
      default:
        return all_groups;
    }
  };
  std::uint32_t groups = all_groups;
  const auto add = [&](MeasureId measure, SubjectKind kind, const std::string& subject, Index index,
                       std::string detail_name = {}, std::uint32_t detail = 0) {
    const MeasureDefinition& defined = definition(measure);
    Column column;
    column.measure = measure;
    column.name = defined.name;
    if (!detail_name.empty()) column.name += ": " + detail_name;
    column.unit = defined.unit == "wait" ? wait_unit : std::string(defined.unit);
    column.subject_kind = kind;
    column.subject = subject;
    column.subject_index = index;
    column.detail = detail;
    column.by_group = defined.by_group;
    column.group_set = groups;
    column.leads_to_somebody = kind != SubjectKind::pathway || leads_to_somebody(index);
    model_.layout.columns.push_back(std::move(column));
  };
  const auto add_all = [&](SubjectKind kind, const std::string& subject, Index index) {
    groups = groups_of(kind, index);
    for (std::size_t m = 0; m < static_cast<std::size_t>(MeasureId::count); ++m) {
      const auto measure = static_cast<MeasureId>(m);
      const MeasureDefinition& defined = definition(measure);
      if (!defined.is_for(kind) || !is_given(measure, kind, index)) continue;
      if (measure == MeasureId::waiting_band) {
        for (std::size_t band = 0; band < kWaitBandCount; ++band)
          add(measure, kind, subject, index, std::string(wait_band_name(band)),
              static_cast<std::uint32_t>(band));
      } else if (measure == MeasureId::left) {
        for (const std::uint32_t reason : reasons_of_leaving(ways, kind, index))
          add(measure, kind, subject, index, model_.reasons[reason], reason);
      } else if (measure == MeasureId::raised) {
        for (const std::uint32_t reason : ways.raised(index))
          add(measure, kind, subject, index, model_.reasons[reason], reason);
      } else if (measure == MeasureId::plans_ended) {
        for (std::uint32_t reason = 0; reason < model_.reasons.size(); ++reason) {
          if (!ends_plans(reason)) continue;
          const auto first = static_cast<std::uint32_t>(Reason::first_of_hazards);
          groups = reason < first ? all_groups : group_set(reach.hazard(reason - first));
          add(measure, kind, subject, index, model_.reasons[reason], reason);
        }
        groups = all_groups;
      } else if (measure == MeasureId::outcome) {
        const std::vector<std::string>& outcomes = model_.pathways[index].outcomes;
        for (std::uint32_t o = 0; o < outcomes.size(); ++o)
          add(measure, kind, subject, index, outcomes[o], o);
      } else {
        add(measure, kind, subject, index);
      }
    }
  };
  for (Index s = 0; s < model_.services.size(); ++s)
    add_all(SubjectKind::service, model_.services[s].name, s);
  for (Index p = 0; p < scenario_.pathways.size(); ++p)
    add_all(SubjectKind::pathway, model_.pathways[p].name, p);
  if (model_.has_placement) add_all(SubjectKind::placement, "placement", 0);
  for (Index p = 0; p < model_.provision.size(); ++p)
    add_all(SubjectKind::provision, model_.provision[p].name, p);
  for (Index kind = 0; kind < scenario::kProvisionKindCount; ++kind)
    if (std::any_of(model_.provision.begin(), model_.provision.end(),
                    [&](const Provision& one) { return static_cast<Index>(one.kind) == kind; }))
      add_all(SubjectKind::provision_kind, std::string(scenario::enum_words(scenario::ProvisionKind{})[kind]),
              kind);
  if (model_.plans) add_all(SubjectKind::plans, "plans", 0);
  for (Index c = 0; c < model_.clocks.size(); ++c) add_all(SubjectKind::clock, model_.clocks[c].name, c);
  for (Index h = 0; h < model_.hazards.size(); ++h)
    add_all(SubjectKind::happening, model_.hazards[h].name, h);
  if (model_.has_costs)
    for (Index payer = 0; payer < scenario::enum_words(scenario::Payer{}).size(); ++payer)
      add_all(SubjectKind::money, std::string(scenario::enum_words(scenario::Payer{})[payer]), payer);
}

}  // namespace sendcap::model
