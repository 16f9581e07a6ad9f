#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "figure_words.hpp"
#include "input_words.hpp"
#include "plan_table.hpp"
#include "sendcap/report/sensitivity_report.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using experiment::End;
using experiment::Steadiness;
using experiment::Swing;
using experiment::Tornado;
using experiment::Verdict;

constexpr std::size_t kHalfBar = 12;
constexpr std::size_t kMostListed = 8;

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

class SensitivityText {
 public:
  explicit SensitivityText(const SensitivityReport& report)
      : report_(report), study_(*report.study), sensitivity_(report.sensitivity) {}

  std::string write() {
    text_ += wrapped(report_.description.title, kTableWidth);
    if (!sensitivity_.tornadoes.empty()) {
      heading();
      for (std::size_t t = 0; t < sensitivity_.tornadoes.size(); ++t)
        if (!says_nothing(sensitivity_.tornadoes[t])) tornado(t);
      untouched();
    }
    break_evens();
    return std::move(text_);
  }

 private:
  [[nodiscard]] const experiment::Input& input(std::size_t index) const { return study_.inputs()[index]; }

  void heading() {
    const std::uint32_t first = sensitivity_.first_replications;
    text_ += wrapped(
        fmt::format("{} to {}; {} inputs, each by itself from the one end of its range to the other; {} "
                    "replications of each end, {} of those that lead; seed {}, common random numbers; in "
                    "brackets the {:.6g}% interval of each by itself",
                    report_.first_day, report_.last_day, sensitivity_.inputs.size(), first,
                    sensitivity_.replications, report_.description.seed, report_.description.level * 100),
        kTableWidth);
    if (report_.interrupted) text_ += "Stopped early: these are partial results.\n";
    if (sensitivity_.time_over)
      text_ += fmt::format("Stopped as the time of {:.6g} s was over.\n", report_.seconds.value_or(0));
    if (first < 2) {
      text_ += wrapped("Fewer than two replications of each end are complete: nothing can be said yet.",
                       kTableWidth);
      return;
    }
    text_ += wrapped(
        fmt::format(
            "Of inputs that do not lead it is said how far they may move a figure at most ({:.6g}% "
            "confidence each by itself). Those that change nothing did so in every replication: one "
            "that changes the figure in more than {} of all replications would have been seen.",
            report_.description.level * 100,
            shown(experiment::largest_hidden_share(first, report_.description.level), 0, Style::share)),
        kTableWidth);
    text_ += wrapped("Bars: ▒ the low end of the range, █ the high end; from the figure as it stands (│).",
                     kTableWidth);
    if (sensitivity_.impossible.empty()) return;
    text_ += wrapped(fmt::format("Left out, as an end does not go together with the rest: {}. {}.",
                                 listed(sensitivity_.impossible), sensitivity_.impossible_reason),
                     kTableWidth);
  }

  void tornado(std::size_t index) {
    const Tornado& tornado = sensitivity_.tornadoes[index];
    const std::string about = contrast_words(study_, tornado.contrast);
    if (about != last_about_) {
      std::string title = about;
      std::transform(title.begin(), title.end(), title.begin(),
                     [](char one) { return one >= 'a' && one <= 'z' ? static_cast<char>(one - 32) : one; });
      text_ += '\n' + std::string(kTableWidth, '=') + '\n' + wrapped(title, kTableWidth);
    }
    last_about_ = about;
    text_ += '\n' + wrapped(figure_words(tornado.figure) + ": " + stands(tornado), kTableWidth);
    if (sensitivity_.first_replications < 2) return;
    if (tornado.contrast.difference && tornado.side != Verdict::clear) return made_clear(tornado);
    if (report_.steadiness[index]) steadiness(tornado, *report_.steadiness[index]);
    bars(tornado);
    rest(tornado);
  }

  // Nothing differs anywhere, or there is nobody of whom it is.
  [[nodiscard]] static bool says_nothing(const Tornado& tornado) {
    const bool same =
        tornado.side == Verdict::exactly_same && tornado.leading.empty() && tornado.others.empty();
    return std::isnan(tornado.as_it_stands.mean) || (tornado.contrast.difference && same);
  }

  void untouched() {
    std::string same;
    std::string nobody;
    for (const Tornado& tornado : sensitivity_.tornadoes) {
      if (!says_nothing(tornado)) continue;
      std::string& text = std::isnan(tornado.as_it_stands.mean) ? nobody : same;
      text += (text.empty() ? "" : "; ") + figure_words(tornado.figure);
      if (study_.plans().size() > 1) text += " (" + contrast_words(study_, tornado.contrast) + ")";
    }
    if (!same.empty())
      text_ += '\n' + wrapped("Exactly the same, and no input changes that: " + same + ".", kTableWidth);
    if (!nobody.empty()) text_ += '\n' + wrapped("Nobody to measure: " + nobody + ".", kTableWidth);
  }

  // What is unclear as it stands has no direction to lose; an input may give it one.
  void made_clear(const Tornado& tornado) {
    std::string lines;
    for (const Swing& swing : tornado.leading)
      for (const End* end : {&swing.low, &swing.high})
        if (end->side == Verdict::clear && end->change.clear())
          lines +=
              hanging("  - ",
                      fmt::format("{} with {} at {}", change_words(end->figure, tornado.figure.about.unit),
                                  input(swing.input).name(), rounded_text(input(swing.input), end->value)),
                      kTableWidth);
    text_ += lines.empty() ? wrapped("No end of a range that leads makes it clear.", kTableWidth)
                           : "Clear only\n" + lines;
  }

  [[nodiscard]] static std::string stands(const Tornado& tornado) {
    const std::string& unit = tornado.figure.about.unit;
    if (!tornado.contrast.difference) return value_words(tornado.as_it_stands, unit);
    switch (tornado.side) {
      case Verdict::exactly_same:
        return "exactly the same";
      case Verdict::unclear:
        return "unclear, " + change_words(tornado.as_it_stands, unit);
      case Verdict::clear:
        return change_words(tornado.as_it_stands, unit) +
               (unit == "pounds" || unit == "share" ? "" : " " + unit);
    }
    return {};
  }

  [[nodiscard]] static std::string verb(const Tornado& tornado) {
    const bool less = tornado.as_it_stands.mean < 0;
    if (tornado.contrast.other) return less ? "The first plan gives less" : "The first plan gives more";
    if (tornado.figure.all_spending)
      return less ? "The plan saves money" : "The plan costs more than it saves";
    return less ? "The plan lowers it" : "The plan raises it";
  }

  void steadiness(const Tornado& tornado, const Steadiness& steadiness) {
    const bool holds = steadiness.turns.empty() && steadiness.doubts.empty();
    text_ += wrapped(
        verb(tornado) + " at both ends of every range, one input at a time" + (holds ? "." : ", except:"),
        kTableWidth);
    for (const Steadiness::Turn& turn : steadiness.turns) {
      const experiment::Input& one = input(turn.input);
      const std::string where =
          turn.found.root ? root_words(one, *turn.found.root, turn.found.open_below, turn.found.open_above)
                          : rounded_text(one, one.is);
      text_ += hanging("  - ",
                       fmt::format("{} {} {}: the other way round", one.name(),
                                   turn.end > one.is ? "above" : "below", where),
                       kTableWidth);
    }
    std::size_t shown = 0;
    for (const Steadiness::Doubt& doubt : steadiness.doubts) {
      if (++shown > kMostListed) break;
      text_ += hanging(
          "  - ",
          fmt::format("{} at {}: {}", input(doubt.input).name(), rounded_text(input(doubt.input), doubt.end),
                      doubt.nothing ? "exactly no difference" : "unclear"),
          kTableWidth);
    }
    if (steadiness.doubts.size() > kMostListed)
      text_ += hanging("  - ",
                       fmt::format("and {} further ends of ranges that are unclear",
                                   steadiness.doubts.size() - kMostListed),
                       kTableWidth);
  }

  void bars(const Tornado& tornado) {
    double widest = 0;
    for (const Swing& swing : tornado.leading)
      widest = std::max(
          {widest, std::fabs(swing.low.change.interval.mean), std::fabs(swing.high.change.interval.mean)});
    for (const Swing& swing : tornado.leading) {
      const std::string unclear = swing.width.clear() ? "" : "; unclear";
      text_ += wrapped(
          fmt::format("{} ({}{})", input(swing.input).name(), range_words(input(swing.input)), unclear),
          kTableWidth);
      const std::string bar = "  " + bar_of(swing, widest);
      const std::string& unit = tornado.figure.about.unit;
      const std::string low = "low " + change_words(swing.low.change.interval, unit);
      const std::string high = "high " + change_words(swing.high.change.interval, unit);
      const std::string both = low + "; " + high;
      if (width(bar) + 2 + width(both) <= kTableWidth)
        text_ += bar + "  " + both + '\n';
      else
        text_ += bar + "  " + low + '\n' + std::string(width(bar) + 2, ' ') + high + '\n';
    }
  }

  // Of each half the longer bar first, the shorter one drawn over it.
  [[nodiscard]] static std::string bar_of(const Swing& swing, double widest) {
    const auto length = [&](double change) {
      return widest > 0 ? static_cast<std::size_t>(std::lround(std::fabs(change) / widest * kHalfBar)) : 0;
    };
    const double low = swing.low.change.interval.mean;
    const double high = swing.high.change.interval.mean;
    const auto half = [&](bool negative) {
      const std::size_t of_low = (low < 0) == negative ? length(low) : 0;
      const std::size_t of_high = (high < 0) == negative ? length(high) : 0;
      const std::size_t shorter = std::min(of_low, of_high);
      const std::size_t longer = std::max(of_low, of_high);
      const std::string inner = repeated(of_low < of_high ? "▒" : "█", shorter);
      const std::string outer = repeated(of_low < of_high ? "█" : "▒", longer - shorter);
      const std::string space(kHalfBar - longer, ' ');
      return negative ? space + outer + inner : inner + outer + space;
    };
    return half(true) + "│" + half(false);
  }

  void rest(const Tornado& tornado) {
    const auto inputs = [](std::size_t count) {
      return fmt::format("{} {}", count, count == 1 ? "input" : "inputs");
    };
    std::string text;
    if (!tornado.others.empty())
      text += fmt::format("{} beside these: at most {} each. ", inputs(tornado.others.size()),
                          size_words(tornado.others_at_most, tornado.figure.about.unit));
    if (!tornado.untouching.empty())
      text += fmt::format("{} changed nothing.", inputs(tornado.untouching.size()));
    if (!text.empty()) text_ += wrapped(text, kTableWidth);
  }

  void break_evens() {
    if (report_.break_evens.empty()) return;
    text_ += "\nBREAK-EVEN\n";
    text_ +=
        wrapped(fmt::format("{} to {}; {} replications of each value, seed {}, common random numbers; in "
                            "brackets the {:.6g}% interval",
                            report_.first_day, report_.last_day, report_.break_even_replications,
                            report_.description.seed, report_.description.level * 100),
                kTableWidth);
    if (report_.interrupted) text_ += "Stopped early: these are partial results.\n";
    for (const experiment::InputBreakEven& one : report_.break_evens) {
      text_ += '\n' + wrapped(fmt::format("{}, {}, by {}:", contrast_words(study_, one.contrast),
                                          figure_words(one.figure), input(one.input).name()),
                              kTableWidth);
      text_ += hanging("  - ", break_even_sentence(report_, one), kTableWidth);
      for (const experiment::BreakEven::Point& point : one.found.points)
        text_ += "      " + left_aligned(rounded_text(input(one.input), point.at), 24) +
                 (point.value.verdict == Verdict::exactly_same
                      ? "exactly the same"
                      : change_words(point.value.interval, one.figure.about.unit) +
                            (point.value.clear() ? "" : "  unclear")) +
                 '\n';
    }
  }

  [[nodiscard]] std::string listed(const std::vector<std::size_t>& inputs) const {
    std::string names;
    for (const std::size_t one : inputs) names += (names.empty() ? "" : ", ") + input(one).name();
    return names;
  }

  const SensitivityReport& report_;
  const experiment::Study& study_;
  const experiment::Sensitivity& sensitivity_;
  std::string last_about_;
  std::string text_;
};

}  // namespace

std::string sensitivity_text(const SensitivityReport& report) {
  return SensitivityText(report).write();
}

}  // namespace sendcap::report
