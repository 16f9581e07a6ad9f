#include <fmt/format.h>

#include <algorithm>

#include "diagrams.hpp"
#include "flowchart.hpp"
#include "pathway_links.hpp"
#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

// Draws one pathway.
class PathwayPicture {
 public:
  PathwayPicture(const Scenario& scenario, const Pathway& pathway) : scenario_(scenario), pathway_(pathway) {}

  Flowchart draw() {
    for (const Demand& demand : scenario_.demand) {
      if (demand.enters.text != pathway_.name || pathway_.steps.empty()) continue;
      chart_.node("demand", demand.name, Outline::flag, {demand.name});
      chart_.arrow({"demand", demand.name}, {"step", pathway_.steps[0].name},
                   demand.rate ? amount(demand.rate->is) : "");
    }
    for (const Step& step : pathway_.steps) draw_step(step);
    for (const std::string& outcome : pathway_.outcomes)
      chart_.node("outcome", outcome, Outline::pill, {outcome});
    for (std::size_t number = 0; number < pathway_.steps.size(); ++number) draw_ways(number);
    for (const Step& step : pathway_.steps) draw_meanwhile(step);
    for (const ReReferral& again : pathway_.re_referrals) draw_re_referral(again);
    return chart_;
  }

 private:
  void draw_step(const Step& step) {
    std::vector<std::string> lines{step.name};
    Outline outline = Outline::diamond;
    if (!step.service.empty()) {
      outline = Outline::box;
      lines.push_back("seen by " + quoted(step.service) + (step.slot ? ", " + step.slot->text : ""));
      if (step.contacts.value > 1) lines.push_back(counted(step.contacts.value, "contact", "contacts"));
    } else if (step.wait) {
      outline = Outline::rounded;
      lines.push_back("wait: " + brief_time(*step.wait));
    } else if (step.place_request) {
      outline = Outline::hexagon;
      lines.push_back("place in: " + listed(words_of(step.place_request->kinds), "or"));
    } else if (!step.fork.empty()) {
      outline = Outline::parallel;
      lines.push_back("at the same time");
    } else if (step.refer) {
      outline = Outline::framed;
      lines.push_back("refers to " + quoted(step.refer->text));
    } else if (step.moves_to) {
      outline = Outline::hexagon;
      lines.push_back("moves to " + quoted(step.moves_to->text));
    }
    if (is_join(step)) lines.push_back("when all ways are here");
    chart_.node("step", step.name, outline, lines);
  }

  bool is_join(const Step& step) const {
    return std::any_of(pathway_.steps.begin(), pathway_.steps.end(),
                       [&](const Step& one) { return one.join && one.join->text == step.name; });
  }

  void draw_ways(std::size_t number) {
    const Step& step = pathway_.steps[number];
    for (const Name& part : step.fork) chart_.arrow({"step", step.name}, {"step", part.text}, "");
    for (const WayOn& way : ways_on(pathway_, number)) {
      std::string label = way.when != nullptr ? condition_words(*way.when) : "";
      if (way.otherwise) label = "all others";
      if (way.share != nullptr) label += (label.empty() ? "" : ": ") + bare(*way.share);
      chart_.arrow({"step", step.name}, {way.to_outcome ? "outcome" : "step", way.to}, label);
    }
    if (step.refer) draw_pathway({"step", step.name}, step.refer->text, "");
  }

  // What may happen while a child waits, or is opened beside it.
  void draw_meanwhile(const Step& step) {
    const std::pair<std::string, std::string> here{"step", step.name};
    for (const Alongside& beside : step.alongside)
      draw_pathway(here, beside.enters.text, bare(beside.share) + " meanwhile");
    if (step.patience) draw_reason(here, "gave up", "after " + brief_time(*step.patience));
    for (const Name& name : step.service) {
      if (const Service* service = scenario_.services.find(name.text)) draw_losses(here, *service);
    }
    for (const WhileWaiting* happening : happenings_at(scenario_, step)) {
      draw_happening(*happening);
      chart_.arrow(here, {"happening", happening->name}, bare(happening->rate), Arrow::dotted);
    }
  }

  // Children whom a service loses.
  void draw_losses(const std::pair<std::string, std::string>& here, const Service& service) {
    const Queue& queue = std::visit([](const auto& is) -> const Queue& { return is.queue; }, service.is);
    if (queue.room_for) draw_reason(here, "turned away", "when " + amount(*queue.room_for) + " wait");
    const auto* clinic = std::get_if<Clinic>(&service.is);
    if (clinic != nullptr && is_something(clinic->not_brought) &&
        clinic->rebookings.value < Clinic().rebookings.value)
      draw_reason(here, "not brought",
                  "after " + counted(clinic->rebookings.value, "rebooking", "rebookings"));
  }

  void draw_reason(const std::pair<std::string, std::string>& from, const std::string& reason,
                   const std::string& label) {
    chart_.node("reason", reason, Outline::pill, {reason});
    chart_.arrow(from, {"reason", reason}, label, Arrow::dotted);
  }

  void draw_happening(const WhileWaiting& happening) {
    std::string effect = word_of(happening.effect);
    if (happening.to_class) effect += " to " + quoted(happening.to_class->text);
    chart_.node("happening", happening.name, Outline::slanted, {happening.name, effect});
    if (happening.enters) draw_pathway({"happening", happening.name}, happening.enters->text, "enters");
    if (!happening.moves_to) return;
    chart_.node("provision", happening.moves_to->text, Outline::hexagon, {happening.moves_to->text});
    chart_.arrow({"happening", happening.name}, {"provision", happening.moves_to->text}, "moves",
                 Arrow::dotted);
  }

  // Another pathway; this one begins at its first step.
  void draw_pathway(const std::pair<std::string, std::string>& from, const std::string& name,
                    const std::string& label) {
    if (name == pathway_.name) {
      chart_.arrow(from, {"step", pathway_.steps[0].name}, label, Arrow::dotted);
      return;
    }
    chart_.node("pathway", name, Outline::framed, {"pathway", name});
    chart_.arrow(from, {"pathway", name}, label, Arrow::dotted);
  }

  void draw_re_referral(const ReReferral& again) {
    const std::string label = fmt::format("{} again after {}", bare(again.chance), brief_time(again.delay));
    const std::string& to = again.enters ? again.enters->text : pathway_.name;
    std::vector<std::string> ends;
    for (const Name& end : again.after) ends.push_back(end.text);
    if (ends.empty()) ends = pathway_.outcomes;
    for (const std::string& end : ends) {
      const bool outcome =
          std::find(pathway_.outcomes.begin(), pathway_.outcomes.end(), end) != pathway_.outcomes.end();
      const bool happening = scenario_.while_waiting.find(end) != nullptr;
      const std::string sort = outcome ? "outcome" : happening ? "happening" : "reason";
      if (happening && !outcome) draw_happening(*scenario_.while_waiting.find(end));
      chart_.node(sort, end, Outline::pill, {end});
      draw_pathway({sort, end}, to, label);
    }
  }

  const Scenario& scenario_;
  const Pathway& pathway_;
  Flowchart chart_;
};

}  // namespace

Flowchart pathway_chart(const Scenario& scenario, const Pathway& pathway) {
  return PathwayPicture(scenario, pathway).draw();
}

std::string pathway_diagram(const Scenario& scenario, const Pathway& pathway) {
  return pathway_chart(scenario, pathway).fenced("TD");
}

}  // namespace sendcap::report
