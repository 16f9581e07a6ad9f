#include "sendcap/report/page.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "assets.hpp"
#include "chart.hpp"
#include "markdown_html.hpp"
#include "sections.hpp"

namespace sendcap::report {
namespace {

constexpr const char* kRecord = "record.md";  // report/record.hpp

struct Section {
  std::string id;
  std::string heading;
  std::string html;
};

std::vector<Section> sections_of_run(const Json& summary, const Json& world) {
  Plans plans;
  for (const Json& plan : summary.at("plans")) plans.emplace_back(plan);
  const auto is_empty = [](const PlanEstimates& plan) { return plan.dates().empty(); };
  if (plans.empty() || std::any_of(plans.begin(), plans.end(), is_empty))
    throw std::invalid_argument("summary.json holds no results");
  return {{"findings", "What the run shows", run_findings(plans)},
          {"targets-met", "Targets", targets_section(plans)},
          {"lists", "Lists and waits", lists_section(plans) + waits_section(plans)},
          {"unequal", "Unequal at the end", unequal_section(plans)},
          {"beside-published", "Beside what is published", published_section(plans, world)},
          {"deadlines", "Plans and deadlines", deadlines_section(plans)},
          {"places", "Places", places_section(plans, world)},
          {"happened", "What became of children", happenings_section(plans)},
          {"money", "Money", money_section(plans)}};
}

std::vector<Section> sections_of_comparison(const Json& comparison, const Json& /*world*/) {
  return {{"plans", "What each plan changes", comparison_findings(comparison)},
          {"plans-over-time", "Lists and waits, plan by plan", plans_over_time_section(comparison)},
          {"plan-deadlines", "Deadlines, year by year", compared_deadlines_section(comparison)},
          {"plan-costs", "Cost against benefit", cost_section(comparison)},
          {"plan-differences", "Plans beside each other", differences_section(comparison)},
          {"gains-and-losses", "Who gains and who loses", gains_section(comparison)}};
}

std::vector<Section> sections_of_sensitivity(const Json& sensitivity, const Json& /*world*/) {
  return {{"what-it-hangs-on", "What the answer hangs on", tornado_section(sensitivity)}};
}

std::vector<Section> sections_of_uncertainty(const Json& uncertainty, const Json& /*world*/) {
  return {{"how-sure", "How sure the answer is", uncertainty_section(uncertainty)}};
}

std::vector<Section> sections_of_search(const Json& search, const Json& /*world*/) {
  return {{"plans-searched", "Cost against benefit of what was tried", front_section(search)}};
}

std::vector<Section> sections_of_world(const Json& /*itself*/, const Json& world) {
  return {{"map", "Where everything is", map_section(world)},
          {"pathways", "The pathways", pathways_section(world)}};
}

// Each document, a field that it must have, and what is told of it; the world is null where it is not given.
struct Kind {
  std::string name;
  std::string field;
  std::vector<Section> (*sections)(const Json& document, const Json& world);
};

constexpr const char* kWorld = "world.json";

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{{"comparison.json", "outcomes", sections_of_comparison},
                                     {"search.json", "plans_tried", sections_of_search},
                                     {"sensitivity.json", "tornadoes", sections_of_sensitivity},
                                     {"uncertainty.json", "figures", sections_of_uncertainty},
                                     {"summary.json", "measures", sections_of_run},
                                     {kWorld, "pathways", sections_of_world}};
  return all;
}

Json parsed(const PageDocument& document, const std::string& field) {
  Json json = Json::parse(document.text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || !json.contains(field))
    throw std::invalid_argument(document.name + " is not whole, or something else of that name");
  return json;
}

std::string page(const std::string& title, const std::vector<Section>& sections) {
  std::string html =
      "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      escaped(title) + " – sendcap report</title>\n<style>\n" + std::string(page_style()) +
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<header>\n<h1>" +
      escaped(title) +
      "</h1>\n<p class=\"facts\">Modelled numbers, made with sendcap: what would follow if the assumptions "
      "in the "
      "record below held, not a forecast. In brackets stands how precisely an average over the runs is "
      "known, "
      "nothing else. Every picture has its numbers behind it.</p>\n"
      "<nav aria-label=\"Contents\"><ol>\n";
  for (const Section& section : sections)
    html += "<li><a href=\"#" + section.id + "\">" + escaped(section.heading) + "</a></li>\n";
  html += "</ol></nav>\n</header>\n<main id=\"main\">\n";
  for (const Section& section : sections)
    html += "<section aria-labelledby=\"" + section.id + "\">\n<h2 id=\"" + section.id + "\">" +
            escaped(section.heading) + "</h2>\n" + section.html + "</section>\n";
  html +=
      "</main>\n<footer><p>Made with sendcap. Intervals tell how precisely a mean is known, given the "
      "assumptions; they are no promise.</p></footer>\n<script type=\"application/json\" "
      "id=\"specifications\">" +
      in_script(Json::parse(chart_specifications())) + "</script>\n";
  if (!page_script().empty()) html += "<script>\n" + std::string(page_script()) + "</script>\n";
  return html + "</body>\n</html>\n";
}

// Long, and for whoever checks: it opens, and is printed only when it is open.
std::string annex(const std::string& html) {
  return "<details class=\"annex\"><summary>Open the record: STRESS-DES, every rule in words, every input, "
         "the log of "
         "assumptions, what the results are fit for</summary>\n" +
         html + "</details>\n";
}

}  // namespace

const std::vector<std::string>& page_documents() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> found;
    for (const Kind& kind : kinds()) found.push_back(kind.name);
    found.emplace_back(kRecord);
    return found;
  }();
  return names;
}

std::string report_page(const std::vector<PageDocument>& documents) {
  std::map<std::string, Json> given;
  for (const Kind& kind : kinds())
    for (const PageDocument& document : documents)
      if (document.name == kind.name) given[kind.name] = parsed(document, kind.field);
  const Json world = given.find(kWorld) == given.end() ? Json() : given.at(kWorld);
  std::vector<Section> sections;
  std::string title;
  std::string made;
  for (const Kind& kind : kinds()) {
    const auto document = given.find(kind.name);
    if (document == given.end()) continue;
    try {
      for (Section& section : kind.sections(document->second, world)) sections.push_back(std::move(section));
      title = document->second.at("scenario").at("title");
      if (kind.name != kWorld) made += how_it_was_made(kind.name, document->second);
    } catch (const Json::exception& wrong) {
      throw std::invalid_argument(kind.name + " is not as this program writes it: " + wrong.what());
    } catch (const std::out_of_range& wrong) {  // a name that the document does not explain
      throw std::invalid_argument(kind.name + " is not as this program writes it: " + wrong.what());
    }
  }
  if (made.empty()) throw std::invalid_argument("there are no results");
  sections.push_back({"record", "How it was made", made});
  for (const PageDocument& document : documents)
    if (document.name == kRecord)
      sections.push_back(
          {"record-of-the-model", "Record of the model", annex(html_of_markdown(document.text))});
  const auto nothing = [](const Section& section) { return section.html.empty(); };
  sections.erase(std::remove_if(sections.begin(), sections.end(), nothing), sections.end());
  return page(title, sections);
}

}  // namespace sendcap::report
