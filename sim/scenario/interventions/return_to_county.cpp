#include "sendcap/scenario/interventions/return_to_county.hpp"

#include <algorithm>
#include <utility>

#include "requests.hpp"

namespace sendcap::scenario {
namespace {

constexpr std::string_view kPathway = "return to the county";
constexpr std::string_view kFlag = "asked to return";
constexpr std::string_view kPlace = "place";  // as in `at: [place]`
// From 31 October to the first panel of the new school year; then who has no place stays.
constexpr double kUntilSeptember = 320;

bool same(const std::optional<AgeSpan>& left, const std::optional<AgeSpan>& right) {
  if (!left || !right) return !left && !right;
  return left->first.value == right->first.value && left->last.value == right->last.value;
}

bool same(const Condition& left, const Condition& right) {
  return left.district == right.district && left.need == right.need && same(left.age, right.age) &&
         left.flag == right.flag && left.without_flag == right.without_flag && left.value == right.value;
}

// Whether some child might fit both; only ages, districts and needs are looked at.
bool may_overlap(const Condition& left, const Condition& right) {
  const auto apart = [](const std::vector<Name>& one, const std::vector<Name>& other) {
    return !one.empty() && !other.empty() && std::none_of(one.begin(), one.end(), [&](const Name& name) {
      return std::find(other.begin(), other.end(), name) != other.end();
    });
  };
  if (left.age && right.age &&
      (left.age->last.value < right.age->first.value || right.age->last.value < left.age->first.value))
    return false;
  return !apart(left.district, right.district) && !apart(left.need, right.need);
}

// Which provision they are in, and which would do.
struct Ways {
  std::vector<ProvisionKind> placed_in;
  std::vector<ProvisionKind> to;
};

Ways ways_of(const ReturnToCounty& change) {
  Ways ways{change.placed_in, change.to};
  if (ways.placed_in.empty()) ways.placed_in = {ProvisionKind::independent_special_school};
  if (ways.to.empty())
    ways.to = {ProvisionKind::autism_base, ProvisionKind::sen_unit, ProvisionKind::special_school};
  return ways;
}

// A pathway of its own, and a flag while they are on it: they have a place where they are, so what closes a
// wait for a place is not for them. An appeal is.
void add_pathway(Scenario& scenario, const Ways& ways, const Place& place) {
  const Name flag{std::string(kFlag), place};
  scenario.children.flags.emplace_back(kFlag);
  Pathway pathway;
  pathway.name = std::string(kPathway);
  pathway.outcomes = {"returned"};
  pathway.place = place;
  Step asked;
  asked.name = "asked";
  asked.gives = {flag};
  asked.place = place;
  pathway.steps.push_back(std::move(asked));
  Step wait;
  wait.name = "place in the county";
  wait.place_request = PlaceRequest{ways.to, place};
  wait.patience = DistributionSpec(Duration{kUntilSeptember});
  wait.takes_away = {flag};
  wait.place = place;
  pathway.steps.push_back(std::move(wait));
  scenario.pathways.push_back(std::move(pathway));
  for (WhileWaiting& hazard : scenario.while_waiting)
    if (hazard.effect == HazardEffect::closes_the_case &&
        std::any_of(hazard.at.begin(), hazard.at.end(), [](const Name& at) { return at.text == kPlace; }))
      hazard.when.without_flag.push_back(flag);
}

bool share_a_kind(const std::vector<ProvisionKind>& left, const std::vector<ProvisionKind>& right) {
  return std::any_of(left.begin(), left.end(), [&](ProvisionKind kind) {
    return std::find(right.begin(), right.end(), kind) != right.end();
  });
}

// The rule by which they are asked: a new one, or that of a change like this one before it. Null, with the
// reason told, when a rule before it would hide it from some children.
TransferRequest* rule_for(PhaseTransfer& transfer, const ReturnToCounty& change, const Ways& ways,
                          const std::string& path, Diagnostics& diagnostics) {
  for (TransferRequest& rule : transfer.asked) {
    if (!share_a_kind(rule.from, ways.placed_in)) continue;
    if (rule.enters.text == kPathway && rule.from == ways.placed_in && same(rule.when, change.when))
      return &rule;
    if (!may_overlap(rule.when, change.when)) continue;
    diagnostics.error(Code::inconsistent, change.place, path + ".when",
                      "there is a rule already of what is asked for some of these children when they change "
                      "phase",
                      "let `when` be about other ages than `placement.transfer.asked` or the other change");
    return nullptr;
  }
  TransferRequest added;
  added.from = ways.placed_in;
  added.when = change.when;
  added.enters = Name{std::string(kPathway), change.place};
  added.place = change.place;
  transfer.asked.push_back(std::move(added));
  return &transfer.asked.back();
}

// The pathway is there, and leads where this change does.
bool has_pathway(Scenario& scenario, const Ways& ways, const Place& place, const std::string& path,
                 Diagnostics& diagnostics) {
  const Pathway* known = scenario.pathways.find(kPathway);
  if (known == nullptr) {
    add_pathway(scenario, ways, place);
    return true;
  }
  const Step& last = known->steps.back();
  if (last.place_request && last.place_request->kinds == ways.to) return true;
  diagnostics.error(Code::inconsistent, place, path + ".to",
                    "children return to other kinds of provision by another change",
                    "give both changes the same `to`");
  return false;
}

}  // namespace

void intervene(Scenario& scenario, const ReturnToCounty& change, Diagnostics& diagnostics) {
  const std::string path = "interventions.return children to the county";
  const auto effect = effect_of(change.terms, scenario.clock, change.place, path, diagnostics);
  if (!effect) return;
  if (!scenario.placement.transfer)
    return diagnostics.error(Code::inconsistent, change.place, path,
                             "children are asked to return at the September transfer, and the scenario has "
                             "none",
                             "give it `placement: {transfer: …}`");
  const Ways ways = ways_of(change);
  TransferRequest* rule = rule_for(*scenario.placement.transfer, change, ways, path, diagnostics);
  if (rule == nullptr || !has_pathway(scenario, ways, change.place, path, diagnostics)) return;
  bool too_many = false;
  edit_value(rule->share, *effect, scenario.clock, [&](Fraction asked, double share) {
    const double sum = asked.value + share * change.share.is.value;
    too_many = too_many || sum > 1;
    return Fraction{sum};
  });
  if (too_many)
    diagnostics.error(Code::out_of_range, change.share.place, path + ".share",
                      "a place is asked for more than all of these children, with another change");
  lower_requests(scenario, change.fewer, change.terms, change.place, path, diagnostics);
  book(scenario, change.terms, *effect, "return children to the county");
}

}  // namespace sendcap::scenario
