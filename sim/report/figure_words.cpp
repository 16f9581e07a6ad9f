#include "figure_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "outcome_words.hpp"
#include "plan_table.hpp"
#include "shown_number.hpp"

namespace sendcap::report {

std::string figure_words(const experiment::Figure& figure) {
  if (figure.all_spending) return "spending of all payers, over the run";
  const experiment::Outcome& about = figure.about;
  std::string text = about.name + ", " + subject_words(about);
  if (!about.is_total()) text += ", " + about.group;
  return text + ", " + when_words(about);
}

std::string plan_words(const experiment::Study& study, std::optional<std::size_t> plan) {
  return plan ? study.plans()[*plan].title : "the scenario as it stands";
}

std::string contrast_words(const experiment::Study& study, const experiment::Contrast& contrast) {
  if (!contrast.difference)
    return contrast.plan ? "with " + plan_words(study, contrast.plan) : plan_words(study, {});
  if (!contrast.other) return "the effect of " + plan_words(study, contrast.plan);
  return plan_words(study, contrast.plan) + " less " + plan_words(study, contrast.other);
}

std::string value_words(const engine::Interval& value, const std::string& unit) {
  if (unit == "pounds") return pounds_shown(value);
  if (unit == "share") return shown(value, Style::share);
  return shown(value) + " " + unit;
}

std::string change_words(const engine::Interval& change, const std::string& unit) {
  if (change.mean == 0 && change.low == 0 && change.high == 0) return "0";
  if (unit == "pounds") return (change.mean > 0 ? "+" : "") + pounds_shown(change);
  if (unit != "share") return shown(change, Style::signed_plain);
  return shown({change.mean * 100, change.low * 100, change.high * 100}, Style::signed_plain) + " points";
}

std::string size_words(double size, const std::string& unit) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (unit == "pounds") return pounds_shown({size, -kInfinity, kInfinity});
  const double number = unit == "share" ? size * 100 : size;
  const int decimals = std::fabs(number) >= 100 ? 0 : std::fabs(number) >= 1 ? 1 : 2;
  return shown(number, decimals) + (unit == "share" ? " percentage points" : " " + unit);
}

std::string_view verdict_word(experiment::Verdict verdict) {
  constexpr std::array<std::string_view, 3> kWords{"same", "unclear", "clear"};
  return kWords[static_cast<std::size_t>(verdict)];
}

}  // namespace sendcap::report
