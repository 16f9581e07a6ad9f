#include "scope.hpp"

#include <algorithm>

namespace sendcap::model {
namespace {

constexpr Index kShared = kNone;

// The part of each service, pathway …
std::vector<Index> part_of_each(const Model& model, std::vector<Index> Part::*members) {
  std::size_t count = 0;
  for (const Part& part : model.parts) count += (part.*members).size();
  std::vector<Index> part_of(count);
  for (Index part = 0; part < model.parts.size(); ++part)
    for (const Index member : model.parts[part].*members) part_of[member] = part;
  return part_of;
}

// To which part the results of a column belong. What a hazard does happens in the part of the hazard only,
// even to a list that is shared.
class PartOfColumn {
 public:
  explicit PartOfColumn(const Model& model)
      : services_(part_of_each(model, &Part::services)),
        pathways_(part_of_each(model, &Part::pathways)),
        provision_(part_of_each(model, &Part::provision)),
        clocks_(part_of_each(model, &Part::clocks)),
        hazards_(part_of_each(model, &Part::hazards)) {}

  [[nodiscard]] Index operator()(const Column& column) const {
    const bool by_reason = column.measure == MeasureId::left || column.measure == MeasureId::raised ||
                           column.measure == MeasureId::plans_ended;
    constexpr auto kFirstHazard = static_cast<std::uint32_t>(Reason::first_of_hazards);
    if (by_reason && column.detail >= kFirstHazard) return hazards_[column.detail - kFirstHazard];
    switch (column.subject_kind) {
      case SubjectKind::service:
        return services_[column.subject_index];
      case SubjectKind::pathway:
        return pathways_[column.subject_index];
      case SubjectKind::provision:
        return provision_[column.subject_index];
      case SubjectKind::clock:
        return clocks_[column.subject_index];
      case SubjectKind::happening:
        return hazards_[column.subject_index];
      default:
        return kShared;
    }
  }

 private:
  std::vector<Index> services_;
  std::vector<Index> pathways_;
  std::vector<Index> provision_;
  std::vector<Index> clocks_;
  std::vector<Index> hazards_;
};

// The lists and numbers over time of a part; placement stands apart.
void add_lists(const Model& model, Scope& scope) {
  const auto services = static_cast<Index>(model.services.size());
  for (const Index service : scope.of.services) {
    scope.lists.push_back(service);
    scope.presences.push_back(service);
  }
  for (const Index pathway : scope.of.pathways) scope.lists.push_back(services + pathway);
  for (const Index provision : scope.of.provision) scope.presences.push_back(services + 1 + provision);
}

// All of them as one.
Part together(const std::vector<Part>& parts) {
  Part whole;
  whole.is_first = true;
  for (std::vector<Index> Part::*const members :
       {&Part::services, &Part::stations, &Part::joint_queues, &Part::pathways, &Part::streams,
        &Part::at_start, &Part::purchases, &Part::alongside, &Part::hazards, &Part::provision,
        &Part::place_groups, &Part::clocks}) {
    std::vector<Index>& all = whole.*members;
    for (const Part& part : parts) all.insert(all.end(), (part.*members).begin(), (part.*members).end());
    std::sort(all.begin(), all.end());
  }
  return whole;
}

void add_placement(const Model& model, Scope& scope) {
  scope.lists.push_back(model.services.size() + model.pathways.size());
  scope.presences.push_back(static_cast<Index>(model.services.size()));
  scope.has_shared = true;
}

}  // namespace

Scopes scopes_of(const Model& model) {
  Scopes scopes;
  for (const Part& part : model.parts) {
    Scope& scope = scopes.of_parts.emplace_back();
    scope.of = part;
    add_lists(model, scope);
  }
  const bool one = model.parts.size() == 1;
  if (!one) {
    scopes.whole.of = together(model.parts);
    add_lists(model, scopes.whole);
    add_placement(model, scopes.whole);
  }
  Scope& shared = one ? scopes.of_parts.front() : scopes.shared;
  add_placement(model, shared);
  const PartOfColumn part_of(model);
  for (std::uint32_t c = 0; c < model.layout.columns.size(); ++c) {
    const Index part = one ? kShared : part_of(model.layout.columns[c]);
    (part == kShared ? shared : scopes.of_parts[part]).columns.push_back(c);
    if (!one) scopes.whole.columns.push_back(c);
  }
  return scopes;
}

}  // namespace sendcap::model
