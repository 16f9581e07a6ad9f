#include "sendcap/experiment/figure.hpp"

#include <algorithm>
#include <string_view>

#include "sendcap/experiment/comparison.hpp"
#include "sendcap/scenario/language/name_check.hpp"

namespace sendcap::experiment {
namespace {

constexpr std::string_view kSpending = "spending";

Figure figure_of(const Outcomes& outcomes, std::size_t index) {
  Figure figure;
  figure.about = outcomes[index];
  figure.outcomes = {index};
  return figure;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::size_t first = std::min(text.find_first_not_of(' ', at), end);
    std::size_t last = end;
    while (last > first && text[last - 1] == ' ') --last;
    parts.push_back(text.substr(first, last - first));
    at = end + 1;
  }
  return parts;
}

std::string with_kind(const Outcome& outcome) {
  return outcome.subject + " (" + std::string(model::word(outcome.subject_kind)) + ")";
}

// Narrows the outcomes down, part by part.
class Finder {
 public:
  Finder(const Outcomes& outcomes, const std::string& text) : outcomes_(outcomes), parts_(parts_of(text)) {
    for (std::size_t o = 0; o < outcomes.size(); ++o) left_.push_back(o);
  }

  FoundFigure find() {
    if (!keep("measure", parts_[0], [](const Outcome& one) { return one.name; })) return std::move(wrong_);
    std::size_t next = 1;
    if (parts_.size() > 1 && is_subject(parts_[1])) {
      keep_subject(parts_[1]);
      next = 2;
    } else if (subjects().size() > 1) {
      return no_subject(parts_.size() > 1 ? parts_[1] : std::string());
    }
    std::string group = "all";
    std::string date;
    for (; next < parts_.size(); ++next) (is_date(parts_[next]) ? date : group) = parts_[next];
    if (!keep("group", group, [](const Outcome& one) { return one.group; })) return std::move(wrong_);
    return at(date);
  }

 private:
  template <class Key>
  bool keep(const std::string& what, const std::string& wanted, const Key& key) {
    std::vector<std::size_t> kept;
    std::vector<std::string> names;
    for (const std::size_t o : left_) {
      const std::string name = key(outcomes_[o]);
      if (name == wanted) kept.push_back(o);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (kept.empty()) {
      const std::vector<std::string_view> candidates(names.begin(), names.end());
      wrong_.message = "no " + what + " called '" + wanted + "' is recorded";
      if (what == "group") wrong_.message += " for this outcome";
      wrong_.hint = scenario::suggest(wanted, candidates);
      return false;
    }
    left_ = std::move(kept);
    return true;
  }

  [[nodiscard]] bool is_subject(const std::string& text) const {
    return std::any_of(left_.begin(), left_.end(), [&](std::size_t o) {
      return outcomes_[o].subject == text || with_kind(outcomes_[o]) == text;
    });
  }

  void keep_subject(const std::string& text) {
    std::vector<std::size_t> kept;
    bool pathway = false;
    for (const std::size_t o : left_)
      if (outcomes_[o].subject == text || with_kind(outcomes_[o]) == text) {
        kept.push_back(o);
        pathway = pathway || outcomes_[o].subject_kind == model::SubjectKind::pathway;
      }
    left_.clear();
    for (const std::size_t o : kept)
      if (!pathway || outcomes_[o].subject_kind == model::SubjectKind::pathway ||
          with_kind(outcomes_[o]) == text)
        left_.push_back(o);
  }

  [[nodiscard]] std::vector<std::string> subjects() const {
    std::vector<std::string> names;
    for (const std::size_t o : left_)
      if (const std::string name = with_kind(outcomes_[o]);
          std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
    return names;
  }

  [[nodiscard]] FoundFigure no_subject(const std::string& wanted) const {
    std::vector<std::string> names;
    for (const std::size_t o : left_)
      if (std::find(names.begin(), names.end(), outcomes_[o].subject) == names.end())
        names.push_back(outcomes_[o].subject);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    FoundFigure none;
    none.message = wanted.empty() ? "'" + parts_[0] + "' is recorded of several things; say of which"
                                  : "'" + parts_[0] + "' is not recorded of '" + wanted + "'";
    none.hint = scenario::suggest(wanted, candidates);
    return none;
  }

  [[nodiscard]] bool is_date(const std::string& text) const {
    return std::any_of(left_.begin(), left_.end(), [&](std::size_t o) {
      return !text.empty() && (outcomes_[o].date == text || outcomes_[o].label == text);
    });
  }

  // The end goes before the whole run, unless a date is given.
  [[nodiscard]] FoundFigure at(const std::string& date) const {
    std::optional<std::size_t> found;
    for (const std::size_t o : left_) {
      const Outcome& one = outcomes_[o];
      const bool fits =
          date.empty() ? one.at_end || one.of_whole_run() : one.date == date || one.label == date;
      if (fits && (!found || (one.at_end && !outcomes_[*found].at_end))) found = o;
    }
    FoundFigure answer;
    if (found)
      answer.figure = figure_of(outcomes_, *found);
    else
      answer.message = "'" + parts_[0] + "' is not recorded at this date for this group";
    return answer;
  }

  const Outcomes& outcomes_;
  std::vector<std::string> parts_;
  std::vector<std::size_t> left_;
  FoundFigure wrong_;
};

}  // namespace

std::optional<Figure> all_spending(const Outcomes& outcomes) {
  Figure figure;
  for (std::size_t o = 0; o < outcomes.size(); ++o)
    if (outcomes[o].measure == model::MeasureId::spent && outcomes[o].of_whole_run())
      figure.outcomes.push_back(o);
  if (figure.outcomes.empty()) return std::nullopt;
  figure.about = outcomes[figure.outcomes.front()];
  figure.about.subject = "all payers";
  figure.all_spending = true;
  return figure;
}

std::vector<Figure> headline_figures(const Outcomes& outcomes) {
  std::vector<Figure> figures;
  for (const std::size_t o : headline_outcomes(outcomes)) figures.push_back(figure_of(outcomes, o));
  if (std::optional<Figure> spending = all_spending(outcomes)) figures.push_back(std::move(*spending));
  return figures;
}

FoundFigure find_figure(const Outcomes& outcomes, const std::string& text) {
  if (text == kSpending) {
    FoundFigure found;
    found.figure = all_spending(outcomes);
    if (!found.figure) found.message = "nothing in this scenario costs money";
    return found;
  }
  return Finder(outcomes, text).find();
}

}  // namespace sendcap::experiment
