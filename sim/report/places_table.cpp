#include "plan_table.hpp"
#include "shown_number.hpp"

namespace sendcap::report {
namespace {

using model::MeasureId;

constexpr std::size_t kLabel = 34;
constexpr std::size_t kPlaces = 9;
constexpr std::size_t kStart = 13;
constexpr std::size_t kEnd = kTableWidth - kLabel - kPlaces - kStart;

std::string row(const std::string& label, const std::string& places, const std::string& start,
                const std::string& end) {
  // Two numbers too long for their columns stay two numbers, and move to the left where there is room.
  const std::string between = width(end) >= kEnd && !start.empty() ? " " : "";
  std::string numbers =
      right_aligned(places, kPlaces) + right_aligned(start, kStart) + between + right_aligned(end, kEnd);
  while (width(numbers) > kTableWidth - kLabel && numbers.front() == ' ') numbers.erase(0, 1);
  return left_aligned(label, kLabel) + numbers + '\n';
}

}  // namespace

std::string places_table(const PlanView& plan) {
  if (plan.model().provision.empty()) return {};
  std::string text = '\n' + row("PLACES", "places", "occupied", "occupied");
  text += row("", "at end", "at start", "at end");
  for (model::Index i = 0; i < plan.model().provision.size(); ++i) {
    const Subject subject{model::SubjectKind::provision, i, plan.model().provision[i].name};
    const auto places = plan.at_end(subject, MeasureId::capacity);
    const auto start = plan.at_start(subject, MeasureId::occupied);
    const auto end = plan.at_end(subject, MeasureId::occupied);
    const bool fits = width(subject.name) <= kLabel;
    if (!fits) text.append(subject.name).append("\n");
    text += row(fits ? subject.name : "", places ? shown_mean(*places) : "", start ? shown_mean(*start) : "",
                end ? shown(*end) : "");
  }
  return text;
}

}  // namespace sendcap::report
