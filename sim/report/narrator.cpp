#include "narrator.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar_words.hpp"
#include "child_words.hpp"

namespace sendcap::report {
namespace {

using model::Happening;
using model::StepKind;
using model::TraceRecord;

std::string others_waiting(std::uint32_t children) {
  if (children == 0) return "nobody else was waiting";
  return fmt::format("{} waiting already",
                     children == 1 ? std::string("1 child was") : fmt::format("{} children were", children));
}

// Whether it was so before the run, and it is known since when.
bool is_since_before(const TraceRecord& record) {
  return record.at_start && record.since < record.time;
}

// Whether the sentence names the pathway itself.
bool names_its_pathway(Happening happening) {
  return happening == Happening::opened || happening == Happening::closed;
}

}  // namespace

bool is_seen_at_once(const TraceRecord& joined, const TraceRecord& next) {
  return joined.happening == Happening::joined && !joined.at_start && next.happening == Happening::began &&
         joined.case_number == next.case_number && joined.step == next.step && !(next.time > joined.time);
}

Narrator::Narrator(const Story& story, bool names_pathways)
    : story_(story), model_(story.model()), names_pathways_(names_pathways) {}

std::vector<Sentence> Narrator::tell() {
  const std::vector<TraceRecord>& records = story_.records();
  std::vector<Sentence> told;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const TraceRecord& record = records[i];
    Sentence one;
    one.record = i;
    one.day = calendar_day(model_.begin + record.time);
    one.text = sentence(record);
    one.may_repeat = record.happening == Happening::not_placed;
    if (one.text.empty() || (i + 1 < records.size() && is_seen_at_once(record, records[i + 1]))) continue;
    if (names_pathways_ && !names_its_pathway(record.happening)) one.pathway = record.pathway;
    told.push_back(std::move(one));
  }
  if (!told.empty() && !gone_)
    for (std::string& text : at_the_end())
      told.push_back({records.size(), calendar_day(model_.begin + model_.end), std::move(text), {}, false});
  return told;
}

std::string Narrator::sentence(const TraceRecord& record) {
  switch (record.happening) {
    case Happening::came:
      return came(record);
    case Happening::opened:
      return opened(record);
    case Happening::joined:
      return joined(record);
    case Happening::began:
      return began(record);
    case Happening::not_brought:
      return fmt::format("Was not brought to {}.", step_in_words(record));
    case Happening::finished:
      return finished(record);
    case Happening::raised:
      return fmt::format("Was raised in priority: {}.", record.what);
    case Happening::closed:
      return closed(record);
    case Happening::placed:
      return placed(record);
    case Happening::offered:
      return fmt::format("Was offered a place for September: {}.", record.what);
    case Happening::not_placed:
      return fmt::format("Was given no place in this round: {}.", record.what);
    case Happening::left_place:
      return left_place(record);
    case Happening::flag_gained:
      return fmt::format("From now on: {}.", record.what);
    case Happening::flag_lost:
      return fmt::format("No longer: {}.", record.what);
    case Happening::struck:
      return fmt::format("Meanwhile this happened: {}.", record.what);
    case Happening::gone:
      gone_ = true;
      return "Nothing is open for the child any more.";
  }
  return {};
}

std::string Narrator::came(const TraceRecord& record) {
  const std::string how =
      record.at_start ? "Is there when the run starts" : fmt::format("Came by way of {}", record.what);
  if (!has_ages(model_) || !story_.child()) return how + '.';
  return fmt::format("{}, aged {}.", how, story_.child()->age(record.time));
}

std::string Narrator::opened(const TraceRecord& record) const {
  if (is_since_before(record))
    return fmt::format("A case has been open since {}: {}.", date_of(record.since), record.what);
  return fmt::format("A case {}: {}.", record.at_start ? "is open" : "opened", record.what);
}

// `since 14 August 2023 (20 weeks)`
std::string Narrator::since_before(const TraceRecord& record) const {
  return fmt::format("since {} ({})", date_of(record.since), length_in_words(record.time - record.since));
}

std::string Narrator::date_of(double time) const {
  return date_in_words(calendar_day(model_.begin + time));
}

std::string Narrator::joined(const TraceRecord& record) {
  const model::Step* step = step_of(record);
  const bool wants_a_place = step != nullptr && step->kind == StepKind::place;
  begin(wants_a_place ? Activity::Kind::wants_a_place : Activity::Kind::waits, record);
  if (is_since_before(record))
    return fmt::format("Has been waiting for {} {}; {}.", step_in_words(record), since_before(record),
                       others_waiting(record.count));
  if (wants_a_place)
    return fmt::format("{} for a place, for which {}.", record.at_start ? "Already waits" : "Began to wait",
                       others_waiting(record.count));
  return fmt::format("{} the queue for {}, where {}.", record.at_start ? "Is already in" : "Joined",
                     step_in_words(record), others_waiting(record.count));
}

std::string Narrator::began(const TraceRecord& record) {
  const std::string waited = wait_until(record);
  begin(Activity::Kind::is_under_way, record);
  const model::Step* step = step_of(record);
  if (step != nullptr && step->kind == StepKind::wait)
    return is_since_before(record)
               ? fmt::format("A wait has been under way {}: {}.", since_before(record), record.step)
               : fmt::format("A wait {}: {}.", record.at_start ? "is under way" : "began", record.step);
  if (record.at_start) return fmt::format("Is already being seen: {}.", step_in_words(record));
  return fmt::format("Began {}{}.", step_in_words(record), waited);
}

std::string Narrator::finished(const TraceRecord& record) {
  end_step(record);
  const model::Step* step = step_of(record);
  if (step == nullptr || step->kind == StepKind::visit) return fmt::format("Finished {}.", record.step);
  if (step->kind == StepKind::wait) return fmt::format("The wait ended: {}.", record.step);
  if (step->kind == StepKind::route) return fmt::format("Passed {}.", record.step);
  return {};  // what such a step does is told by itself
}

std::string Narrator::closed(const TraceRecord& record) {
  activities_.erase(std::remove_if(activities_.begin(), activities_.end(),
                                   [&](const Activity& activity) {
                                     return activity.kind != Activity::Kind::is_placed &&
                                            activity.case_number == record.case_number;
                                   }),
                    activities_.end());
  const auto pathway = std::find_if(model_.pathways.begin(), model_.pathways.end(),
                                    [&](const model::Pathway& one) { return one.name == record.pathway; });
  const bool is_outcome =
      pathway != model_.pathways.end() &&
      std::find(pathway->outcomes.begin(), pathway->outcomes.end(), record.what) != pathway->outcomes.end();
  return fmt::format("The case of {} closed{}: {}.", record.pathway, is_outcome ? "" : " without an outcome",
                     record.what);
}

std::string Narrator::placed(const TraceRecord& record) {
  const auto wait = std::find_if(activities_.begin(), activities_.end(), [](const Activity& activity) {
    return activity.kind == Activity::Kind::wants_a_place;
  });
  const std::string waited = wait == activities_.end() ? std::string() : after_waiting(*wait, record.time);
  begin(Activity::Kind::is_placed, record);
  return fmt::format("{} placed in {}{}.", record.at_start ? "Is" : "Was", record.what, waited);
}

std::string Narrator::left_place(const TraceRecord& record) {
  activities_.erase(std::remove_if(activities_.begin(), activities_.end(),
                                   [&](const Activity& activity) {
                                     return activity.kind == Activity::Kind::is_placed &&
                                            activity.name == record.what;
                                   }),
                    activities_.end());
  return fmt::format("Left {}.", record.what);
}

std::vector<std::string> Narrator::at_the_end() const {
  std::vector<std::string> texts{"The run ends."};
  for (const Activity& activity : activities_) {
    if (activity.kind == Activity::Kind::is_placed)
      texts.push_back(fmt::format("The child is placed in {}.", activity.name));
    else if (activity.kind == Activity::Kind::is_under_way)
      texts.push_back(fmt::format("Still under way: {}.", activity.words));
    else
      texts.push_back(fmt::format("Still waiting for {}, {} {}.", activity.words,
                                  length_in_words(model_.end - activity.since),
                                  activity.from_before ? "and longer" : "so far"));
  }
  return texts;
}

void Narrator::begin(Activity::Kind kind, const TraceRecord& record) {
  end_step(record);
  Activity activity;
  activity.kind = kind;
  activity.case_number = record.case_number;
  activity.step = record.step;
  activity.name = record.what;
  activity.since = record.since;
  activity.from_before = record.at_start && !is_since_before(record);
  activity.words = step_in_words(record);
  activities_.push_back(std::move(activity));
}

void Narrator::end_step(const TraceRecord& record) {
  activities_.erase(std::remove_if(activities_.begin(), activities_.end(),
                                   [&](const Activity& activity) {
                                     return activity.kind != Activity::Kind::is_placed &&
                                            activity.case_number == record.case_number &&
                                            activity.step == record.step;
                                   }),
                    activities_.end());
}

// `, after waiting 9 weeks`, or nothing when the child did not wait for it.
std::string Narrator::wait_until(const TraceRecord& record) const {
  for (const Activity& activity : activities_)
    if (activity.kind == Activity::Kind::waits && activity.case_number == record.case_number &&
        activity.step == record.step)
      return after_waiting(activity, record.time);
  return {};
}

std::string Narrator::after_waiting(const Activity& wait, double until) const {
  if (!(until > wait.since)) return wait.from_before ? "" : " at once";
  return fmt::format(", after waiting {}{}", wait.from_before ? "another " : "",
                     length_in_words(until - wait.since));
}

const model::Step* Narrator::step_of(const TraceRecord& record) const {
  for (const model::Step& step : model_.steps)
    if (step.name == record.step && model_.pathways[step.pathway].name == record.pathway) return &step;
  return nullptr;
}

// `first appointment (first paediatric appointments)`: the step, and the services where they have other
// names.
std::string Narrator::step_in_words(const TraceRecord& record) const {
  const model::Step* step = step_of(record);
  if (step != nullptr && step->kind == StepKind::place) return "a place";
  std::string services;
  for (std::size_t i = 0; step != nullptr && i < step->service_count; ++i) {
    if (!services.empty()) services += " and ";
    services += model_.services[step->services[i]].name;
  }
  if (services.empty() || services == record.step) return std::string(record.step);
  return fmt::format("{} ({})", record.step, services);
}

}  // namespace sendcap::report
