#include "sendcap/report/record.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <sstream>

#include "describe_sections.hpp"
#include "diagrams.hpp"
#include "markdown_text.hpp"
#include "record_figures.hpp"
#include "scenario_words.hpp"
#include "sendcap/report/describe.hpp"

namespace sendcap::report {
namespace {

using scenario::Scenario;

template <class List>
std::vector<std::string> names_of(const List& list) {
  std::vector<std::string> names;
  for (const auto& one : list) names.push_back(one.name);
  return names;
}

// Markdown with its headings so many levels deeper, to stand within an item.
std::string deeper(const std::string& page, std::size_t levels) {
  std::istringstream lines(page);
  std::string text;
  for (std::string line; std::getline(lines, line);)
    text += (line.rfind('#', 0) == 0 ? std::string(levels, '#') : "") + line + '\n';
  return text;
}

class Record {
 public:
  Record(const Scenario& scenario, const std::vector<scenario::Plan>& plans,
         const std::optional<RecordedRun>& run, std::ostream& out)
      : scenario_(scenario), plans_(plans), run_(run), out_(out), figures_(figures_of(scenario)) {
    for (const scenario::Plan& plan : plans) {
      std::vector<RecordedFigure> of_plan = figures_of(plan);
      figures_.insert(figures_.end(), of_plan.begin(), of_plan.end());
    }
  }

  void write() {
    out_ << heading(1, "Record of the model: " + scenario_.title)
         << paragraph(
                "The twenty items of STRESS-DES, filled by the program from the scenario and what was run.");
    objectives();
    logic();
    data();
    experimentation();
    implementation();
    fitness();
  }

 private:
  void item_of(const std::string& number, const std::string& title) {
    out_ << heading(3, number + " " + title);
  }

  void objectives() {
    out_ << heading(2, "1 Objectives");
    item_of("1.1", "Purpose of the model");
    out_ << paragraph(scenario_.description.empty() ? "The scenario does not state its purpose."
                                                    : scenario_.description);
    item_of("1.2", "Model outputs");
    out_ << paragraph(
        "Lists and waits of those waiting and of those seen, endings, places and who holds them, what is "
        "done in time, money, and inequality between groups, " +
        (scenario_.clock.report_every == scenario::ReportEvery::whole_run
             ? std::string("at the end of the run")
             : "at the end of each " + word_of(scenario_.clock.report_every)) +
        " and at milestones, for all children and by group. Each measure is defined in docs/measures.md.");
    if (!scenario_.targets.empty())
      out_ << paragraph("Targets, with the chance that each is met: " + listed(names_of(scenario_.targets)) +
                        ".");
    item_of("1.3", "Aims of experimentation");
    if (plans_.empty()) out_ << paragraph("The scenario as it stands.");
    for (const scenario::Plan& plan : plans_) out_ << item(0, plan.title, plan.description);
    out_ << '\n';
  }

  void logic() {
    out_ << heading(2, "2 Logic");
    item_of("2.1", "Diagram of the base model");
    out_ << overview_diagram(scenario_);
    item_of("2.2", "Logic of the base model");
    out_ << paragraph("Pathways, services, what may happen meanwhile, and how places are given:");
    for (const auto describe :
         {describe_pathways, describe_services, describe_while_waiting, describe_placement}) {
      std::ostringstream words;
      describe(scenario_, words);
      out_ << deeper(words.str(), 2);
    }
    item_of("2.3", "Logic of the scenarios");
    if (plans_.empty()) out_ << paragraph("No plan was asked about.");
    for (const scenario::Plan& plan : plans_) {
      std::ostringstream words;
      write_plan_description(plan, words);
      out_ << deeper(words.str(), 3) << '\n';
    }
    item_of("2.4", "Algorithms");
    algorithms();
    item_of("2.5", "Components");
    components();
  }

  void algorithms() {
    out_ << item(0, "Arrivals",
                 "Poisson with a rate that grows, follows the months and changes at dates, by thinning "
                 "(Lewis and "
                 "Shedler 1979), in layers of rate, so that a change of demand moves no other child; or "
                 "renewal.")
         << item(0, "Hazards",
                 "each case bears an exponential tolerance that the hazard uses up over the time waited; so "
                 "a change "
                 "acts on those already waiting.");
    if (!scenario_.provision.empty())
      out_ << item(0, "Placement",
                   "in rounds, " + word_of(scenario_.placement.matching) + " matching, by " +
                       word_of(scenario_.placement.rule) + ", within journeys by the shortest road.");
    out_ << '\n';
  }

  void components() {
    out_ << item(0, "Entities", "children with district, need, age and flags; their cases.")
         << item(0, "Activities", "visits, waits of a length, decisions, placement; by pathway under 2.2.");
    std::vector<std::string> clinics;
    std::vector<std::string> teams;
    std::set<std::string> rules;
    for (const scenario::Service& service : scenario_.services)
      std::visit(
          [&](const auto& one) {
            constexpr bool kIsClinic = std::is_same_v<std::decay_t<decltype(one)>, scenario::Clinic>;
            (kIsClinic ? clinics : teams).push_back(service.name);
            rules.insert(word_of(one.queue.rule));
          },
          service.is);
    if (!clinics.empty()) out_ << item(0, "Resources: clinics", listed(clinics));
    if (!teams.empty()) out_ << item(0, "Resources: teams", listed(teams));
    if (!scenario_.provision.empty())
      out_ << item(0, "Resources: places", listed(names_of(scenario_.provision)));
    out_ << item(
        0, "Queues",
        "rules in use: " + listed({rules.begin(), rules.end()}) + "; classes and limits by service.");
    if (!scenario_.while_waiting.empty())
      out_ << item(0, "Leaving the queue", listed(names_of(scenario_.while_waiting)));
    out_ << item(0, "Entry", listed(names_of(scenario_.demand)))
         << item(0, "Exit", "the outcomes of the pathways, and leaving.") << '\n';
  }

  void data() {
    out_ << heading(2, "3 Data");
    item_of("3.1", "Data sources");
    out_ << sources_table(figures_);
    item_of("3.2", "Pre-processing");
    out_ << paragraph(
        "Derived figures were worked out from their sources as their notes say; sendcap changes none of "
        "them.");
    std::ostringstream trust;
    describe_trust(scenario_, trust);
    out_ << deeper(trust.str(), 2);
    item_of("3.3", "Input parameters");
    out_ << paragraph("Figures with a note of their own; shares in tables of children stand in the files.")
         << inputs_table(figures_);
    item_of("3.4", "Assumptions log");
    const std::vector<Impact> none;
    const std::vector<Impact>& impacts = run_ ? run_->impacts : none;
    out_ << assumptions_table(figures_, impacts);
    if (impacts.empty())
      out_ << paragraph(
          "How much each matters is found by sendcap sensitivity of the same scenario, whose record says it; "
          "an assumption without a range can not be tried.");
  }

  void experimentation() {
    const scenario::Clock& clock = scenario_.clock;
    out_ << heading(2, "4 Experimentation");
    item_of("4.1", "Initialisation");
    out_ << paragraph(
        clock.warm_up.days > 0
            ? "An empty world warms up for " + amount(clock.warm_up) + ", which no measure counts."
            : "No warm-up: the run starts with those waiting, seen and placed on " + date_words(clock.start) +
                  " as the scenario gives them. It is a run to a date, not to a steady state.");
    item_of("4.2", "Run length");
    out_ << paragraph("From " + date_words(clock.start) +
                      (clock.until     ? " to " + date_words(*clock.until)
                       : clock.run_for ? " for " + amount(*clock.run_for)
                                       : "") +
                      ".");
    item_of("4.3", "Estimation");
    const std::string many = run_ ? run_->replications : "Replications (100 unless asked otherwise)";
    out_ << paragraph(
        many +
        "; means with Student's t intervals; plans against the scenario as it stands in pairs with the same "
        "random numbers.");
  }

  void implementation() {
    out_ << heading(2, "5 Implementation");
    item_of("5.1", "Software");
    out_ << paragraph("sendcap" + (run_ ? " " + run_->description.program_version : std::string()) +
                      ", C++20, on Linux.");
    item_of("5.2", "Random sampling");
    out_ << paragraph(
        "Philox4x32-10 (Salmon et al. 2011), keyed by seed" +
        (run_ ? " (" + std::to_string(run_->description.seed) + ")" : std::string()) +
        ", replication, child and purpose: each child has its own numbers, the same under every plan.");
    item_of("5.3", "Model execution");
    out_ << paragraph(
        "Event scheduling; events at one moment go by their kind, then in the order of scheduling. Results "
        "do not "
        "depend on the number of threads.");
    item_of("5.4", "System");
    if (run_)
      out_ << paragraph(
                  "This makes the same results again, from the files named below; where a time was given, "
                  "with as many replications "
                  "as there were.")
           << fenced(run_->command);
    if (run_)
      for (const InputFile& file : run_->description.files)
        out_ << item(0, file.name, "SHA-256 " + file.sha256);
    out_ << paragraph("Time, memory and machine of a run stand in its run.json.");
    out_ << heading(2, "6 Code access");
    item_of("6.1", "Sharing");
    out_ << paragraph(
        "Program and scenarios are open under the Apache License 2.0; the files named above and the seed "
        "give the "
        "same numbers again.");
  }

  void fitness() {
    out_ << heading(2, "Fitness for use")
         << item(0, "Fit for",
                 "comparing plans on the assumptions above, finding which assumptions matter, and asking "
                 "better "
                 "questions of the data.")
         << item(0, "Not fit for",
                 "decisions about a single child; promises of what will happen; judging schools or staff; "
                 "questions about what the scenario leaves out.")
         << '\n';
  }

  const Scenario& scenario_;
  const std::vector<scenario::Plan>& plans_;
  const std::optional<RecordedRun>& run_;
  std::ostream& out_;
  std::vector<RecordedFigure> figures_;
};

}  // namespace

void write_record(const Scenario& scenario, const std::vector<scenario::Plan>& plans,
                  const std::optional<RecordedRun>& run, std::ostream& out) {
  Record(scenario, plans, run, out).write();
}

}  // namespace sendcap::report
