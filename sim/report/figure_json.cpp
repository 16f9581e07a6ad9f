#include "figure_json.hpp"

#include "figure_words.hpp"

namespace sendcap::report {

Json figure_json(const experiment::Study& study, const experiment::Contrast& contrast,
                 const experiment::Figure& figure) {
  const experiment::Outcome& about = figure.about;
  Json json;
  json["about"] = contrast_words(study, contrast);
  json["plan"] = contrast.plan ? Json(plan_words(study, contrast.plan)) : Json();
  if (contrast.difference) json["less"] = plan_words(study, contrast.other);
  json["measure"] = about.name;
  json["service"] = about.subject;
  json["kind"] = model::word(about.subject_kind);
  json["group"] = about.group;
  json["date"] = about.of_whole_run() ? about.label : about.date;
  json["unit"] = about.unit;
  return json;
}

Json difference_json(const experiment::Difference& difference) {
  Json json = interval(difference.interval);
  json["pairs"] = difference.pairs;
  json["verdict"] = verdict_word(difference.verdict);
  return json;
}

}  // namespace sendcap::report
