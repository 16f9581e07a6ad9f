#include "outcome_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sendcap::report {

std::string subject_words(const experiment::Outcome& outcome) {
  if (outcome.subject_kind == model::SubjectKind::placement) return "waiting for a place";
  return fmt::format("{} ({})", outcome.subject, model::word(outcome.subject_kind));
}

std::string measure_words(const experiment::Outcome& outcome) {
  return fmt::format("{} ({})", outcome.name, outcome.unit);
}

std::string when_words(const experiment::Outcome& outcome) {
  return outcome.of_whole_run() ? "over the run" : "on " + outcome.date;
}

std::string waits_for(const experiment::Outcome& outcome) {
  return outcome.subject_kind == model::SubjectKind::placement ? "a school place" : outcome.subject;
}

std::string topic(const experiment::Outcome& outcome) {
  using model::MeasureId;
  switch (outcome.measure) {
    case MeasureId::waiting:
      return "the list for " + waits_for(outcome);
    case MeasureId::wait_of_waiting_mean:
      return "the wait for " + waits_for(outcome);
    case MeasureId::without_a_place:
      return "children without a place";
    case MeasureId::share_in_county:
      return "the share placed in the county";
    case MeasureId::plans_held:
      return "plans held";
    case MeasureId::children_there:
      return fmt::format("children in “{}”", outcome.subject);
    case MeasureId::overdue:
      return fmt::format("cases overdue ({})", outcome.subject);
    case MeasureId::share_in_time:
      return fmt::format("the share in time ({})", outcome.subject);
    case MeasureId::spent:
      return fmt::format("spending ({})", outcome.subject);
    default:
      return fmt::format("“{}”", outcome.subject);
  }
}

std::string group_name(const experiment::Outcome& outcome) {
  return outcome.group.substr(outcome.dimension.size() + 2);  // after `district: `
}

std::string pathway_of_clock(const experiment::Outcome& clock) {
  return clock.subject.substr(0, clock.subject.rfind(": "));
}

bool has_clock(const experiment::Outcomes& outcomes, const experiment::Outcome& pathway) {
  const auto& all = outcomes.all();
  return pathway.subject_kind == model::SubjectKind::pathway &&
         std::any_of(all.begin(), all.end(), [&](const experiment::Outcome& one) {
           return one.subject_kind == model::SubjectKind::clock && pathway_of_clock(one) == pathway.subject;
         });
}

std::vector<std::size_t> leading_outcomes(const experiment::Outcomes& outcomes) {
  std::vector<std::size_t> leading;
  for (const std::size_t o : experiment::headline_outcomes(outcomes))
    if (!has_clock(outcomes, outcomes[o])) leading.push_back(o);
  // Of the clocks of a pathway the last, which ends it.
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const experiment::Outcome& one = outcomes[o];
    if (one.measure != model::MeasureId::overdue || !one.is_total() || !one.at_end) continue;
    const bool follows = !leading.empty() && outcomes[leading.back()].measure == one.measure &&
                         pathway_of_clock(outcomes[leading.back()]) == pathway_of_clock(one);
    if (follows)
      leading.back() = o;
    else
      leading.push_back(o);
  }
  return leading;
}

namespace {

bool is_told(const experiment::Outcomes& outcomes, const experiment::Outcome& outcome) {
  using model::MeasureId;
  if (!outcome.is_total() || !outcome.leads_to_somebody || has_clock(outcomes, outcome)) return false;
  const bool list = outcome.subject_kind == model::SubjectKind::pathway ||
                    outcome.subject_kind == model::SubjectKind::placement;
  switch (outcome.measure) {
    case MeasureId::waiting:
    case MeasureId::wait_of_waiting_mean:
      return outcome.at_end && list;
    case MeasureId::without_a_place:
    case MeasureId::plans_held:
    case MeasureId::children_there:
    case MeasureId::overdue:
      return outcome.at_end;
    case MeasureId::happened:
    case MeasureId::spent:
    case MeasureId::share_in_time:
      return outcome.of_whole_run();
    default:
      return false;
  }
}

}  // namespace

std::vector<std::size_t> told_outcomes(const experiment::Comparison& comparison) {
  std::vector<std::size_t> told;
  for (std::size_t o = 0; o < comparison.outcomes().size(); ++o)
    if (is_told(comparison.outcomes(), comparison.outcomes()[o]) && !repeats_placement(comparison, o))
      told.push_back(o);
  return told;
}

bool is_small(const experiment::Comparison& comparison, std::size_t world, std::size_t outcome) {
  const model::MeasureId measure = comparison.outcomes()[outcome].measure;
  const double change = std::fabs(comparison.difference(world, outcome).interval.mean);
  const double without = std::fabs(comparison.value(0, outcome).mean);
  if (measure == model::MeasureId::happened || measure == model::MeasureId::children_there)
    return change < 10 || change < 0.05 * without;
  return change < 0.01 * without;
}

bool repeats_placement(const experiment::Comparison& comparison, std::size_t outcome) {
  const experiment::Outcome& one = comparison.outcomes()[outcome];
  if (one.subject_kind != model::SubjectKind::pathway) return false;
  const auto& all = comparison.outcomes().all();
  const auto placement = std::find_if(all.begin(), all.end(), [&](const experiment::Outcome& other) {
    return other.subject_kind == model::SubjectKind::placement && other.name == one.name &&
           other.label == one.label && other.group == one.group;
  });
  if (placement == all.end()) return false;
  const auto beside = static_cast<std::size_t>(placement - all.begin());
  for (std::size_t w = 0; w < comparison.worlds(); ++w)
    for (std::uint32_t r = 0; r < comparison.replications(); ++r) {
      const double mine = comparison.at(w, r, outcome);
      const double its = comparison.at(w, r, beside);
      if (mine != its && !(std::isnan(mine) && std::isnan(its))) return false;
    }
  return true;
}

std::string wanted_words(const experiment::TargetCell& target, const std::string& unit) {
  const auto bound = [&](std::string_view words, double value) {
    const bool share = unit == "share";
    const std::string number = shown_mean({value, value, value}, share ? Style::share : Style::plain);
    return share ? fmt::format("{} {}", words, number) : fmt::format("{} {} {}", words, number, unit);
  };
  std::string text;
  if (target.at_least) text = bound("at least", *target.at_least);
  if (target.at_most) text += (text.empty() ? "" : " and ") + bound("at most", *target.at_most);
  return text;
}

namespace {

// Below a million: to the second figure of the half-width, so that no penny is claimed that is not known.
double rounded_pounds(double pounds, double half_width) {
  if (!(half_width > 0) || !std::isfinite(half_width)) return pounds;
  const double step = std::max(1.0, std::pow(10.0, std::floor(std::log10(half_width)) - 1));
  return std::round(pounds / step) * step;
}

}  // namespace

std::string pounds_shown(const engine::Interval& pounds) {
  const double largest = std::max(std::fabs(pounds.low), std::fabs(pounds.high));
  const bool in_millions = std::max(std::fabs(pounds.mean), std::isfinite(largest) ? largest : 0) >= 1e6;
  const double unit = in_millions ? 1e6 : 1;
  const double half = pounds.half_width() / unit;
  const int decimals = !in_millions ? 0
                                    : (half > 0 && std::isfinite(half)
                                           ? std::clamp(static_cast<int>(std::ceil(-std::log10(half))), 1, 3)
                                           : 2);
  const auto one = [&](double value) {
    const double told = in_millions ? std::fabs(value) / unit : rounded_pounds(std::fabs(value), half);
    const std::string number = shown(told, decimals);
    const bool nothing = number.find_first_not_of("0.,") == std::string::npos;
    return fmt::format("{}£{}{}", value < 0 && !nothing ? "−" : "", number, in_millions ? "m" : "");
  };
  constexpr double kNothing = 0.5;  // of a pound: all three would read alike
  if (!std::isfinite(pounds.half_width()) || pounds.half_width() < kNothing) return one(pounds.mean);
  return fmt::format("{} ({} to {})", one(pounds.mean), one(pounds.low), one(pounds.high));
}

namespace {

// So many decimals that the end next to 0, which is not 0, is not shown as 0.
int telling_decimals(const engine::Interval& interval) {
  constexpr int kMostDecimals = 4;
  int decimals = decimals_of(interval);
  if (!(interval.low > 0) && !(interval.high < 0)) return decimals;
  const double nearest = std::min(std::fabs(interval.low), std::fabs(interval.high));
  while (decimals < kMostDecimals && nearest < 0.5 * std::pow(10.0, -decimals)) ++decimals;
  return decimals;
}

std::string size_shown(const engine::Interval& size) {
  if (!std::isfinite(size.half_width()) || !(size.half_width() > 0)) return shown(size);
  const int decimals = telling_decimals(size);
  return fmt::format("{} ({} to {})", shown(size.mean, decimals), shown(size.low, decimals),
                     shown(size.high, decimals));
}

}  // namespace

Amount amount_of(const engine::Interval& difference, const std::string& unit) {
  Amount amount;
  amount.less = difference.mean < 0;
  engine::Interval size = difference;
  if (amount.less) size = {-difference.mean, -difference.high, -difference.low};
  if (unit == "pounds") {
    amount.text = pounds_shown(size);
  } else if (unit == "share") {
    amount.text = size_shown({size.mean * 100, size.low * 100, size.high * 100}) + " percentage points";
  } else {
    amount.text = size_shown(size);
  }
  return amount;
}

std::string signed_amount(const engine::Interval& difference, const std::string& unit) {
  if (unit == "pounds") return pounds_shown(difference);
  const bool share = unit == "share";
  const double scale = share ? 100 : 1;
  const engine::Interval scaled{difference.mean * scale, difference.low * scale, difference.high * scale};
  const int decimals = telling_decimals(scaled);
  std::string text = shown(scaled.mean, decimals, Style::signed_plain);
  if (std::isfinite(scaled.half_width()) && scaled.half_width() > 0)
    text += fmt::format(" ({} to {})", shown(scaled.low, decimals, Style::signed_plain),
                        shown(scaled.high, decimals, Style::signed_plain));
  return share ? text + " points" : text;
}

}  // namespace sendcap::report
