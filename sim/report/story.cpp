#include "sendcap/report/story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

#include "calendar_words.hpp"
#include "child_words.hpp"
#include "narrator.hpp"
#include "shown_number.hpp"

namespace sendcap::report {

void Story::note(const model::TraceRecord& record, const model::Child& child) {
  children_ = std::max(children_, record.arrival);
  if (!is_about(record)) return;
  if (!child_) child_ = child;
  records_.push_back(record);
}

bool Story::is_about(const model::TraceRecord& record) const {
  if (who_) return record.source == who_->source && record.number == who_->number;
  return record.arrival == arrival_;
}

namespace {

using model::TraceRecord;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kDateWidth = 19;       // of `30 September 2025` and two spaces
constexpr std::size_t kShortDateWidth = 13;  // of `30 Sep 2025` and two spaces
constexpr std::size_t kRuleWidth = 3;        // of a line between spaces
constexpr std::size_t kColumnWidth = (kWidth - kShortDateWidth - kRuleWidth) / 2;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// All that is told of one day.
struct Day {
  std::int64_t day = 0;
  std::vector<std::string> sentences;
};

// The sentences about records from one to before another, day by day. Placement rounds one after the other
// that end alike are told once.
std::vector<Day> by_day(const std::vector<Sentence>& told, std::size_t from, std::size_t to) {
  std::vector<Day> days;
  std::string_view pathway;
  for (std::size_t i = 0; i < told.size();) {
    const Sentence& first = told[i++];
    if (first.record < from || first.record >= to) continue;
    std::string text = first.text;
    if (!first.pathway.empty() && first.pathway != pathway) {
      pathway = first.pathway;
      text = fmt::format("{}: {}", pathway, text);
    }
    std::size_t more = 0;
    for (; first.may_repeat && i < told.size() && told[i].text == first.text && told[i].record < to; ++i)
      ++more;
    if (more > 0)
      text +=
          fmt::format(" The same in the next {}, until {}.",
                      more == 1 ? "round" : fmt::format("{} rounds", more), date_in_words(told[i - 1].day));
    if (days.empty() || days.back().day != first.day) days.push_back({first.day, {}});
    days.back().sentences.push_back(std::move(text));
  }
  return days;
}

// Each sentence begins a line.
std::vector<std::string> lines_of(const std::vector<std::string>& sentences, std::size_t wide) {
  std::vector<std::string> lines;
  for (const std::string& sentence : sentences) {
    const std::string broken = wrapped(sentence, wide);
    for (std::size_t begin = 0; begin < broken.size();) {
      const std::size_t end = broken.find('\n', begin);
      lines.push_back(broken.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return lines;
}

std::string in_one_column(const std::vector<Day>& days) {
  std::string text;
  for (const Day& day : days) {
    std::string date = date_in_words(day.day);
    for (const std::string& line : lines_of(day.sentences, kWidth - kDateWidth)) {
      text.append(left_aligned(date, kDateWidth)).append(line).append("\n");
      date.clear();
    }
  }
  return text;
}

std::string row(const std::string& date, const std::string& left, const std::string& right) {
  std::string line = left_aligned(date, kShortDateWidth) + left_aligned(left, kColumnWidth) + " │";
  if (!right.empty()) line.append(" ").append(right);
  return line + '\n';
}

std::string rows(const std::string& date, const std::vector<std::string>& left,
                 const std::vector<std::string>& right) {
  const std::vector<std::string> on_left = lines_of(left, kColumnWidth);
  const std::vector<std::string> on_right = lines_of(right, kColumnWidth);
  std::string text;
  for (std::size_t i = 0; i < std::max(on_left.size(), on_right.size()); ++i)
    text +=
        row(i == 0 ? date : "", i < on_left.size() ? on_left[i] : "", i < on_right.size() ? on_right[i] : "");
  return text;
}

std::string side_by_side(const std::vector<Day>& left, const std::vector<Day>& right) {
  const std::vector<std::string> nothing;
  std::string text;
  for (std::size_t l = 0, r = 0; l < left.size() || r < right.size();) {
    const std::int64_t day =
        std::min(l < left.size() ? left[l].day : kNever, r < right.size() ? right[r].day : kNever);
    const bool on_left = l < left.size() && left[l].day == day;
    const bool on_right = r < right.size() && right[r].day == day;
    text += rows(short_date_in_words(day), on_left ? left[l].sentences : nothing,
                 on_right ? right[r].sentences : nothing);
    if (on_left) ++l;
    if (on_right) ++r;
  }
  return text;
}

// The same happening to the child; how many cases other children have does not matter.
bool same(const TraceRecord& left, const TraceRecord& right) {
  return !(left.time < right.time) && !(right.time < left.time) && left.happening == right.happening &&
         left.pathway == right.pathway && left.step == right.step && left.what == right.what;
}

// The first record in which the lives differ; kNone when there is none.
template <class Same>
std::size_t parting(const std::vector<TraceRecord>& left, const std::vector<TraceRecord>& right, Same alike) {
  std::size_t i = 0;
  while (i < left.size() && i < right.size() && alike(left[i], right[i])) ++i;
  if (i == left.size() && i == right.size()) return kNone;
  // Who joins a queue only to be seen at once parts there from who stays in it.
  const auto at_once = [&](const std::vector<TraceRecord>& records) {
    return i > 0 && i < records.size() && is_seen_at_once(records[i - 1], records[i]);
  };
  return at_once(left) || at_once(right) ? i - 1 : i;
}

// The day of a record; kNever past the last.
std::int64_t day_of(const Story& story, std::size_t record) {
  if (record >= story.records().size()) return kNever;
  return calendar_day(story.model().begin + story.records()[record].time);
}

bool several_pathways(const std::vector<Life>& lives) {
  std::set<std::string_view> pathways;
  for (const Life& life : lives)
    for (const TraceRecord& record : life.story->records())
      if (!record.pathway.empty()) pathways.insert(record.pathway);
  return pathways.size() > 1;
}

std::string about_the_child(const Story& story, const StoryHeading& heading) {
  const model::Child& child = *story.child();
  std::string text = fmt::format("{}\nChild {} of {} in replication {} (seed {}): {}\n", story.model().title,
                                 story.records().front().arrival, story.children(), heading.replication,
                                 heading.seed, child_id(child.source, child.number));
  std::string who;
  const auto add = [&](const std::string& title, const std::string& value) {
    if (!value.empty()) who += fmt::format("{}{}: {}", who.empty() ? "" : "; ", title, value);
  };
  for (const AttributeWords& attribute : attribute_words(story.model()))
    add(attribute.title, attribute.values[child.attributes[attribute.index]]);
  add("flags", flag_words(story.model(), child.flags));
  return who.empty() ? text : text + wrapped(who, kWidth);
}

std::string two_lives(const Life& left, const Life& right, const std::vector<Sentence>& left_told,
                      const std::vector<Sentence>& right_told) {
  const auto the_same_in_all = [](const TraceRecord& a, const TraceRecord& b) {
    return same(a, b) && a.count == b.count;
  };
  const std::vector<TraceRecord>& left_records = left.story->records();
  const std::vector<TraceRecord>& right_records = right.story->records();
  const std::size_t parted = parting(left_records, right_records, the_same_in_all);
  if (parted == kNone)
    return fmt::format("Under {} and under {}: the plan changes nothing for this child.\n\n", left.plan,
                       right.plan) +
           in_one_column(by_day(left_told, 0, kNone));
  std::string text;
  const std::vector<Day> before = by_day(left_told, 0, parted);
  if (!before.empty())
    text +=
        fmt::format("Under {} and under {} alike:\n\n", left.plan, right.plan) + in_one_column(before) + "\n";
  if (parting(left_records, right_records, same) == kNone)
    text += wrapped("The same happens on the same days under both plans; only how many others wait differs:",
                    kWidth);
  else
    text += fmt::format("From {} the lives part:\n",
                        date_in_words(std::min(day_of(*left.story, parted), day_of(*right.story, parted))));
  return text + '\n' + rows("", {left.plan}, {right.plan}) +
         side_by_side(by_day(left_told, parted, kNone), by_day(right_told, parted, kNone));
}

}  // namespace

std::string story_text(const StoryHeading& heading, const std::vector<Life>& lives) {
  std::string text;
  std::vector<Life> lived;
  for (const Life& life : lives)
    if (life.story->child()) lived.push_back(life);
  if (!lived.empty()) text = about_the_child(*lived.front().story, heading) + '\n';
  for (const Life& life : lives)
    if (!life.story->child()) text += fmt::format("Under {} this child never comes.\n\n", life.plan);

  const bool names_pathways = several_pathways(lived);
  std::vector<std::vector<Sentence>> told;
  told.reserve(lived.size());
  for (const Life& life : lived) told.push_back(Narrator(*life.story, names_pathways).tell());
  if (lived.size() == 2) return text + two_lives(lived[0], lived[1], told[0], told[1]);
  for (std::size_t i = 0; i < lived.size(); ++i)
    text += fmt::format("Under {}:\n\n", lived[i].plan) + in_one_column(by_day(told[i], 0, kNone));
  return text;
}

}  // namespace sendcap::report
