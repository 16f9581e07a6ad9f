#include "sendcap/report/describe.hpp"

#include "describe_sections.hpp"
#include "diagrams.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

// Nothing where nothing happens beside the pathways.
void write_meanwhile(const scenario::Scenario& scenario, std::ostream& out) {
  const std::string diagram = meanwhile_diagram(scenario);
  if (diagram.find("-->") == std::string::npos && diagram.find("-.") == std::string::npos) return;
  out << heading(2, "What happens meanwhile and afterwards") << diagram
      << paragraph("Solid arrows are the way of a case; dotted ones happen to some children only.");
}

}  // namespace

void write_description(const scenario::Scenario& scenario, std::ostream& out) {
  out << heading(1, scenario.title) << paragraph(scenario.description)
      << paragraph(
             "This page is drawn and told by the program from the scenario. Behind each figure stands in "
             "brackets "
             "what is known of it: the least and the most that it may reasonably be; its quality (sourced, "
             "derived from sources, general knowledge, or an assumption); and its source.");
  out << heading(2, "The whole") << overview_diagram(scenario);
  write_meanwhile(scenario, out);
  describe_time_and_places(scenario, out);
  describe_children(scenario, out);
  describe_demand(scenario, out);
  describe_pathways(scenario, out);
  describe_services(scenario, out);
  describe_while_waiting(scenario, out);
  describe_placement(scenario, out);
  describe_provision(scenario, out);
  describe_plans(scenario, out);
  describe_money(scenario, out);
  describe_trust(scenario, out);
}

void write_overview(const scenario::Scenario& scenario, std::ostream& out) {
  out << overview_diagram(scenario);
}

void write_diagrams(const scenario::Scenario& scenario, std::ostream& out) {
  out << heading(1, scenario.title) << overview_diagram(scenario);
  write_meanwhile(scenario, out);
  for (const scenario::Pathway& pathway : scenario.pathways)
    out << heading(2, "Pathway: " + pathway.name) << pathway_diagram(scenario, pathway);
}

}  // namespace sendcap::report
