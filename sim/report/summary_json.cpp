#include "sendcap/report/summary_json.hpp"

#include <algorithm>

#include "csv_text.hpp"
#include "fund_balance.hpp"
#include "json_text.hpp"
#include "measure_words.hpp"
#include "pace.hpp"
#include "unequal.hpp"
#include "year_ends.hpp"

namespace sendcap::report {
namespace {

Json measures() {
  Json list = Json::array();
  for (std::size_t i = 0; i < static_cast<std::size_t>(model::MeasureId::count); ++i) {
    const auto id = static_cast<model::MeasureId>(i);
    const model::MeasureDefinition& measure = model::definition(id);
    list.push_back({{"measure", std::string(measure.name) + std::string(name_pattern(id))},
                    {"unit", measure.unit},
                    {"clock", clock_words(measure.clock)},
                    {"by_group", measure.by_group},
                    {"definition", measure.definition}});
  }
  return list;
}

// The estimates of one plan.
class PlanDocument {
 public:
  PlanDocument(const PlanResults& plan, double level)
      : plan_(plan),
        layout_(plan.model->layout),
        level_(level),
        subjects_(subject_names(layout_)),
        view_(plan, level) {}

  Json write() const {
    const experiment::Estimates& estimates = *plan_.estimates;
    Json document;
    document["plan"] = plan_.name;
    document["description"] = plan_.description;
    document["replications"] = plan_.outcome.replications;
    document["partial"] = plan_.outcome.interrupted;
    document["widest"] = {{"measure", plan_.outcome.widest_measure},
                          {"relative_half_width", number(plan_.outcome.widest)},
                          {"precision_reached", plan_.outcome.precision_reached}};
    document["events"] = interval(engine::student_t_interval(estimates.events(), level_));
    document["children"] = interval(engine::student_t_interval(estimates.children(), level_));
    document["cases"] = interval(engine::student_t_interval(estimates.cases(), level_));
    document["dates"] = dates();
    document["groups"] = layout_.groups;
    document["pathways_to_nobody"] = pathways_to_nobody();
    document["estimates"] = estimates_of_columns();
    document["paces"] = paces();
    document["unequal"] = unequal();
    document["balances"] = balances();
    document["targets"] = targets();
    document["presence"] = presence();
    document["differences"] = differences();
    return document;
  }

 private:
  Json dates() const {
    Json list = Json::array();
    const std::vector<YearEnd> calendar = calendar_years(layout_);
    const std::vector<YearEnd> financial = financial_years(layout_);
    for (std::size_t d = 0; d < layout_.dates.size(); ++d) {
      const model::ReportDate& date = layout_.dates[d];
      list.push_back({{"date", date_text(date)},
                      {"label", date.label},
                      {"days_since_start", number(date.time - layout_.dates.front().time)},
                      {"ends_period", date.ends_period},
                      {"milestone", date.milestone},
                      {"whole_run", date.whole_run},
                      {"ends_calendar_year", label_of(calendar, d)},
                      {"ends_financial_year", label_of(financial, d)}});
    }
    return list;
  }

  // Of the year that ends at a date, if one does.
  static Json label_of(const std::vector<YearEnd>& years, std::size_t date) {
    const auto year =
        std::find_if(years.begin(), years.end(), [date](const YearEnd& end) { return end.date == date; });
    return year == years.end() ? Json(nullptr) : Json(year->label);
  }

  // Those whose cases wait for a time and not for anybody: who is on them is on no list.
  Json pathways_to_nobody() const {
    Json names = Json::array();
    for (std::size_t c = 0; c < layout_.columns.size(); ++c)
      if (layout_.columns[c].measure == model::MeasureId::waiting && !layout_.columns[c].leads_to_somebody)
        names.push_back(subjects_[c]);
    return names;
  }

  Json estimates_of_columns() const {
    Json list = Json::array();
    for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
      for (const std::size_t g : layout_.groups_of(layout_.columns[c])) {
        Json series = estimates_of(c, g);
        if (!series["dates"].empty()) list.push_back(std::move(series));
      }
    }
    return list;
  }

  Json estimates_of(std::size_t c, std::size_t group) const {
    const model::Column& column = layout_.columns[c];
    Json dates = Json::array();
    Json means = Json::array();
    Json lows = Json::array();
    Json highs = Json::array();
    Json counts = Json::array();
    for (std::size_t d = 0; d < layout_.dates.size(); ++d) {
      const std::size_t cell = layout_.cell(column, d, group);
      const engine::Tally& tally = plan_.estimates->tally(cell);
      if ((group > 0 && !given_by_group(layout_, column, d)) || tally.count() == 0) continue;
      const engine::Interval interval = plan_.estimates->interval(cell, level_);
      dates.push_back(date_text(layout_.dates[d]));
      means.push_back(number(tally.mean()));
      lows.push_back(number(interval.low));
      highs.push_back(number(interval.high));
      counts.push_back(tally.count());
    }
    return {{"measure", column.name},
            {"service", subjects_[c]},
            {"kind", model::word(column.subject_kind)},
            {"unit", column.unit},
            {"group", layout_.groups[group]},
            {"dates", std::move(dates)},
            {"mean", std::move(means)},
            {"low", std::move(lows)},
            {"high", std::move(highs)},
            {"replications", std::move(counts)}};
  }

  // Of the lists on which children wait until first contact, or for a place.
  Json paces() const {
    Json list = Json::array();
    const auto known = [](const std::optional<double>& value) {
      return value ? number(*value) : Json(nullptr);
    };
    for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
      const model::Column& column = layout_.columns[c];
      if (column.measure != model::MeasureId::waiting || !column.leads_to_somebody ||
          column.subject_kind == model::SubjectKind::service)
        continue;
      const auto pace = pace_of(view_, {column.subject_kind, column.subject_index, column.subject});
      if (!pace) continue;
      list.push_back({{"service", subjects_[c]},
                      {"kind", model::word(column.subject_kind)},
                      {"since", date_text(layout_.dates[pace->since])},
                      {"seen_a_month", number(pace->seen_a_month)},
                      {"leaving_a_month", number(pace->leaving_a_month)},
                      {"months_by_seen", known(pace->months_by_seen())},
                      {"months_by_leaving", known(pace->months_by_leaving())}});
    }
    return list;
  }

  Json unequal() const {
    Json list = Json::array();
    if (plan_.inequality == nullptr) return list;
    for (const Unequal& one : unequal_at_end(*plan_.inequality, layout_, level_))
      list.push_back({{"measure", one.compared->measure},
                      {"service", subjects_[one.compared->value.front().column]},
                      {"kind", model::word(one.compared->subject_kind)},
                      {"unit", one.compared->unit},
                      {"date", date_text(layout_.dates[one.compared->date])},
                      {"between", layout_.dimensions[one.dimension].name},
                      {"lowest_group", layout_.groups[one.gap.lowest]},
                      {"lowest", interval(one.gap.lowest_value)},
                      {"highest_group", layout_.groups[one.gap.highest]},
                      {"highest", interval(one.gap.highest_value)},
                      {"gap", interval(one.gap.difference)}});
    return list;
  }

  Json balances() const {
    Json list = Json::array();
    for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
      const model::Column& column = layout_.columns[c];
      if (column.measure != model::MeasureId::block_balance_in_year) continue;
      const auto balance =
          balance_over_run(view_, {column.subject_kind, column.subject_index, column.subject});
      if (!balance) continue;
      Json entry = {{"service", subjects_[c]}};
      entry.update(interval(*balance));
      list.push_back(std::move(entry));
    }
    return list;
  }

  Json targets() const {
    Json list = Json::array();
    if (plan_.targets == nullptr) return list;
    const auto bound = [](const std::optional<double>& value) {
      return value ? number(*value) : Json(nullptr);
    };
    for (std::size_t t = 0; t < plan_.targets->targets().size(); ++t) {
      const experiment::TargetCell& target = plan_.targets->targets()[t];
      const engine::Interval chance = plan_.targets->chance(t, level_);
      Json entry = {{"target", target.name},
                    {"date", date_text(layout_.dates[target.date])},
                    {"measure", layout_.columns[target.column].name},
                    {"service", subjects_[target.column]},
                    {"group", layout_.groups[target.group]},
                    {"at_least", bound(target.at_least)},
                    {"at_most", bound(target.at_most)},
                    {"source", target.source},
                    {"replications", plan_.targets->value(t).count()},
                    {"chance", number(chance.mean)},
                    {"chance_low", number(chance.low)},
                    {"chance_high", number(chance.high)}};
      entry.update(interval(engine::student_t_interval(plan_.targets->value(t), level_)));
      list.push_back(std::move(entry));
    }
    return list;
  }

  // The subjects of Measures::presence, in its order.
  Json presence() const {
    std::vector<std::pair<std::string_view, std::string>> subjects;
    for (const model::Service& service : plan_.model->services)
      subjects.emplace_back("service", service.name);
    subjects.emplace_back("placement", "placement");
    for (const model::Provision& provision : plan_.model->provision)
      subjects.emplace_back("provision", provision.name);
    Json list = Json::array();
    const auto& tallies = plan_.estimates->presence();
    for (std::size_t s = 0; s < std::min(subjects.size(), tallies.size()); ++s) {
      if (subjects[s].first == "placement" && !plan_.model->has_placement) continue;
      list.push_back(presence_of(subjects[s].first, subjects[s].second, tallies[s]));
    }
    return list;
  }

  Json presence_of(std::string_view kind, const std::string& subject,
                   const std::vector<engine::Tally>& tallies) const {
    std::size_t least = 0;
    while (least + 1 < tallies.size() && !(tallies[least].mean() > 0)) ++least;
    Json shares = Json::array();
    Json lows = Json::array();
    Json highs = Json::array();
    for (std::size_t n = least; n < tallies.size(); ++n) {
      const engine::Interval interval = engine::student_t_interval(tallies[n], level_);
      shares.push_back(number(interval.mean));
      lows.push_back(number(interval.low));
      highs.push_back(number(interval.high));
    }
    return {{"service", subject},         {"kind", kind},           {"least", least},
            {"share", std::move(shares)}, {"low", std::move(lows)}, {"high", std::move(highs)}};
  }

  Json differences() const {
    Json list = Json::array();
    for (const PairedDifference& difference : plan_.differences) {
      Json entry = {{"measure", difference.column->name},
                    {"service", difference.column->subject},
                    {"kind", model::word(difference.column->subject_kind)},
                    {"unit", difference.column->unit},
                    {"date", date_text(layout_.dates[difference.date])},
                    {"replications", difference.tally.count()}};
      entry.update(interval(engine::student_t_interval(difference.tally, level_)));
      list.push_back(std::move(entry));
    }
    return list;
  }

  const PlanResults& plan_;
  const model::MeasureLayout& layout_;
  double level_;
  std::vector<std::string> subjects_;
  PlanView view_;
};

}  // namespace

std::string summary_json(const RunDescription& description, const std::vector<PlanResults>& plans) {
  Json document = described(description);
  document["measures"] = measures();
  document["plans"] = Json::array();
  for (const PlanResults& plan : plans)
    document["plans"].push_back(PlanDocument(plan, description.level).write());
  return readable(document);
}

}  // namespace sendcap::report
