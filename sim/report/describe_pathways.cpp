#include <fmt/format.h>

#include "describe_sections.hpp"
#include "describe_step.hpp"
#include "diagrams.hpp"
#include "markdown_text.hpp"
#include "pathway_links.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

std::string origin(const Link& link) {
  const std::string what = link.label.empty() ? "" : ": " + link.label;
  switch (link.from.part) {
    case Part::demand:
      return "referrals or requests " + quoted(link.from.name);
    case Part::pathway:
      return "pathway " + quoted(link.from.name) + what;
    case Part::happening:
      return quoted(link.from.name) + ", which may happen while waiting or placed";
    case Part::provision_kind:
      return link.from.name + what;
    case Part::plans:
      return "plans held" + what;
  }
  return {};
}

void describe_origins(const Scenario& scenario, const Pathway& pathway, std::ostream& out) {
  out << paragraph("Children come from:");
  for (const Link& link : links(scenario))
    if (link.to.part == Part::pathway && link.to.name == pathway.name) out << item(0, origin(link));
  out << '\n';
}

void describe_beginning(const Pathway& pathway, std::ostream& out) {
  for (const NextRule& rule : pathway.begins_at) {
    const std::string who = rule.when ? condition_words(*rule.when) : "";
    const std::string children = who.empty() ? "Children" : "Children " + who;
    if (rule.to) out << item(0, fmt::format("{} begin at {}", children, quoted(rule.to->text)));
    for (const Branch& branch : rule.split)
      out << item(0, fmt::format("{} begin at {}: {}", children, quoted(branch.name), figure(branch.share)));
  }
  if (!pathway.begins_at.empty()) out << '\n';
}

void describe_ends(const Pathway& pathway, std::ostream& out) {
  out << paragraph(fmt::format("It ends with: {}.", listed(pathway.outcomes, "or")));
  if (pathway.until_age)
    out << paragraph(fmt::format("A case still open at the birthday of {} is closed (“aged out”).",
                                 amount(*pathway.until_age)));
  for (const ReReferral& again : pathway.re_referrals)
    out << item(0, fmt::format("Referred again{}: {} of them, after {}, to {}.",
                               again.after.empty() ? "" : " after " + quoted(again.after, "or"),
                               figure(again.chance), time_words(again.delay),
                               again.enters ? quoted(again.enters->text) : "the same pathway"));
  out << '\n';
}

}  // namespace

void describe_pathways(const Scenario& scenario, std::ostream& out) {
  for (const Pathway& pathway : scenario.pathways) {
    out << heading(2, "Pathway: " + pathway.name) << pathway_diagram(scenario, pathway);
    describe_origins(scenario, pathway, out);
    describe_beginning(pathway, out);
    for (std::size_t number = 0; number < pathway.steps.size(); ++number)
      describe_step(scenario, pathway, number, out);
    out << '\n';
    describe_ends(pathway, out);
  }
}

}  // namespace sendcap::report
