#include "pathway_links.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario_words.hpp"

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

constexpr std::string_view kPlace = "place";  // as a hazard names the wait for one

bool names(const std::vector<Name>& list, std::string_view name) {
  return std::any_of(list.begin(), list.end(), [&](const Name& one) { return one.text == name; });
}

bool is_outcome(const Pathway& pathway, const std::string& name) {
  return std::find(pathway.outcomes.begin(), pathway.outcomes.end(), name) != pathway.outcomes.end();
}

// Collects the links of a scenario.
class Links {
 public:
  explicit Links(const Scenario& scenario) : scenario_(scenario) {}

  std::vector<Link> all() {
    for (const Demand& demand : scenario_.demand)
      add({Part::demand, demand.name}, {Part::pathway, demand.enters.text}, "");
    for (const Pathway& pathway : scenario_.pathways) of_pathway(pathway);
    for (const WhileWaiting& happening : scenario_.while_waiting) of_happening(happening);
    for (const Provision& provision : scenario_.provision) of_provision(provision);
    if (scenario_.placement.transfer) of_transfer(*scenario_.placement.transfer);
    if (scenario_.plans)
      for (const ForDistricts& reviewed : scenario_.plans->reviewed_on)
        add({Part::plans, scenario_.plans->flag.text}, {Part::pathway, reviewed.to.text}, "reviewed");
    return links_;
  }

 private:
  void add(End from, End to, std::string label, bool usual = true) {
    const auto same = [&](const Link& link) {
      return link.from.part == from.part && link.from.name == from.name && link.to.part == to.part &&
             link.to.name == to.name && link.label == label;
    };
    if (std::none_of(links_.begin(), links_.end(), same))
      links_.push_back({std::move(from), std::move(to), std::move(label), usual});
  }

  // A setting is shown by its kind.
  void add_move(End from, const std::string& setting, std::string label, bool usual) {
    if (const Provision* to = scenario_.provision.find(setting))
      add(std::move(from), {Part::provision_kind, word_of(to->kind)}, std::move(label), usual);
  }

  void of_pathway(const Pathway& pathway) {
    const End here{Part::pathway, pathway.name};
    for (const Step& step : pathway.steps) {
      if (step.refer) add(here, {Part::pathway, step.refer->text}, "refers at " + quoted(step.name));
      for (const Alongside& beside : step.alongside)
        add(here, {Part::pathway, beside.enters.text},
            fmt::format("{} of those who wait at {}", bare(beside.share), quoted(step.name)), false);
      if (step.moves_to) add_move(here, step.moves_to->text, "moves", true);
      if (!step.place_request) continue;
      for (const ProvisionKind kind : step.place_request->kinds)
        add(here, {Part::provision_kind, word_of(kind)}, "place");
    }
    for (const ReReferral& again : pathway.re_referrals)
      add(here, {Part::pathway, again.enters ? again.enters->text : pathway.name},
          fmt::format("{} again after {}", bare(again.chance),
                      again.after.empty() ? "any end" : quoted(again.after, "or")),
          false);
  }

  // Only what leads on to somewhere; the pictures of the pathways show all.
  void of_happening(const WhileWaiting& happening) {
    if (!happening.enters && !happening.moves_to) return;
    const End here{Part::happening, happening.name};
    for (const Pathway& pathway : scenario_.pathways)
      for (const Step& step : pathway.steps) {
        const auto found = happenings_at(scenario_, step);
        if (std::find(found.begin(), found.end(), &happening) != found.end())
          add({Part::pathway, pathway.name}, here, "", false);
      }
    for (const ProvisionKind kind : happening.in) add({Part::provision_kind, word_of(kind)}, here, "", false);
    if (happening.enters) add(here, {Part::pathway, happening.enters->text}, "enters", false);
    if (happening.moves_to) add_move(here, happening.moves_to->text, "moves", false);
  }

  void of_provision(const Provision& provision) {
    const End here{Part::provision_kind, word_of(provision.kind)};
    for (const NextRule& rule : provision.afterwards) {
      if (rule.to) afterwards(here, rule.to->text);
      for (const Branch& branch : rule.split) afterwards(here, branch.name);
    }
  }

  void afterwards(const End& from, const std::string& to) {
    if (scenario_.pathways.find(to) != nullptr)
      add(from, {Part::pathway, to}, "afterwards", false);
    else
      add_move(from, to, "afterwards", false);
  }

  void of_transfer(const PhaseTransfer& transfer) {
    for (const TransferRequest& request : transfer.asked)
      for (const ProvisionKind kind : request.from)
        add({Part::provision_kind, word_of(kind)}, {Part::pathway, request.enters.text},
            "asked at the September transfer", false);
  }

  const Scenario& scenario_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<WayOn> ways_on(const Pathway& pathway, std::size_t number) {
  const Step& step = pathway.steps[number];
  if (!step.fork.empty()) return {};
  std::vector<WayOn> ways;
  const auto add = [&](const std::string& to, const NextRule* rule, const Branch* branch) {
    WayOn way;
    way.to = to;
    way.to_outcome = is_outcome(pathway, to);
    way.when = rule != nullptr && rule->when ? &*rule->when : nullptr;
    way.share = branch != nullptr ? &branch->share : nullptr;
    way.otherwise = rule != nullptr && !rule->when && rule != step.next.data();
    ways.push_back(way);
  };
  for (const NextRule& rule : step.next) {
    if (rule.to) add(rule.to->text, &rule, nullptr);
    for (const Branch& branch : rule.split) add(branch.name, &rule, &branch);
  }
  if (!step.next.empty()) return ways;
  const bool last = number + 1 == pathway.steps.size();
  if (!last)
    add(pathway.steps[number + 1].name, nullptr, nullptr);
  else if (!pathway.outcomes.empty())
    add(pathway.outcomes.front(), nullptr, nullptr);
  return ways;
}

std::vector<const WhileWaiting*> happenings_at(const Scenario& scenario, const Step& step) {
  std::vector<const WhileWaiting*> found;
  for (const WhileWaiting& happening : scenario.while_waiting) {
    const bool anywhere = happening.at.empty() && happening.in.empty();
    const bool in_queue = std::any_of(step.service.begin(), step.service.end(), [&](const Name& service) {
      return anywhere || names(happening.at, service.text);
    });
    const bool for_place = step.place_request && (anywhere || names(happening.at, kPlace));
    if (in_queue || for_place) found.push_back(&happening);
  }
  return found;
}

std::vector<Link> links(const Scenario& scenario) {
  return Links(scenario).all();
}

}  // namespace sendcap::report
