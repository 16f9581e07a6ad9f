#include "sendcap/report/measures_page.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "measure_words.hpp"

namespace sendcap::report {
namespace {

std::string given_for(const model::MeasureDefinition& measure) {
  std::string subjects;
  const auto add = [&](bool given, std::string_view subject) {
    if (!given) return;
    if (!subjects.empty()) subjects += ", ";
    subjects.append(subject);
  };
  for (std::size_t kind = 0; kind < model::kSubjectKindCount; ++kind)
    add(measure.is_for(static_cast<model::SubjectKind>(kind)),
        model::word(static_cast<model::SubjectKind>(kind)));
  return subjects;
}

}  // namespace

std::string measures_page() {
  std::string page =
      "# Measures\n\n"
      "What every number in the results means. A measure *at a date* is as it stands at the beginning of "
      "that day; one "
      "*over a period* counts what happened from the report date before to this one, and its line `whole "
      "run` what "
      "happened from the start (after any warm-up) to the end. `wait` stands for the unit of waits that the "
      "scenario "
      "chose (`waits in`), weeks unless it says so. Measures by group are given for `all` children and for "
      "each "
      "district, need, age band and further attribute. A value that does not exist, such as the median wait "
      "of nobody, "
      "is left out.\n\n"
      "| measure | unit | clock | by group | given for | definition |\n|---|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < static_cast<std::size_t>(model::MeasureId::count); ++i) {
    const auto id = static_cast<model::MeasureId>(i);
    const model::MeasureDefinition& measure = model::definition(id);
    fmt::format_to(std::back_inserter(page), "| {}{} | {} | {} | {} | {} | {} |\n", measure.name,
                   name_pattern(id), measure.unit, clock_words(measure.clock),
                   measure.by_group ? "yes" : "no", given_for(measure), measure.definition);
  }
  page += "\nBands of weeks waited: ";
  for (std::size_t band = 0; band < model::kWaitBandCount; ++band) {
    if (band > 0) page += "; ";
    page.append(model::wait_band_name(band));
  }
  page += ".\n";
  return page;
}

}  // namespace sendcap::report
