#include "scenario/repeat/when_repeated.hpp"

#include <map>
#include <utility>

namespace sendcap::scenario {
namespace {

using Field = std::pair<std::string_view, std::string_view>;

constexpr WhenRepeated kStays{};
constexpr WhenRepeated kGrows{Scaling::grows, kShared};
constexpr WhenRepeated kGrowsIfLarger{Scaling::grows_if_larger, kShared};
constexpr WhenRepeated kShrinksIfSmaller{Scaling::shrinks_if_smaller, kShared};
constexpr WhenRepeated kInWholeNumbers{Scaling::in_whole_numbers, kShared};

constexpr WhenRepeated of(std::uint32_t names) {
  return {Scaling::stays, names};
}

/// Every field of the language about which something has to be said, in the order of the declarations.
const std::map<Field, WhenRepeated>& table() {
  static const std::map<Field, WhenRepeated> fields{
      {{"scenario", "milestones"}, kStays},
      {{"scenario", "targets"}, kStays},  // left out, as promises and published figures are of the one place
      {{"target", "measure"}, kStays},
      {{"target", "subject"}, kStays},
      {{"target", "group"}, kStays},
      {{"target", "at"}, kStays},
      {{"target", "at least"}, kStays},
      {{"target", "at most"}, kStays},
      {{"scenario", "observed"}, kStays},
      {{"observed", "measure"}, kStays},
      {{"observed", "subject"}, kStays},
      {{"observed", "group"}, kStays},
      {{"observed point", "is"}, kStays},

      {{"scenario", "districts"}, of(kDistrict)},
      {{"district", "population"}, kInWholeNumbers},
      {{"district", "transfer ages"}, kStays},
      {{"road", "from"}, of(kDistrict)},
      {{"road", "to"}, of(kDistrict)},
      {{"choice by district", "district"}, of(kDistrict)},
      {{"choice by district", "to"}, of(kAsField)},

      {{"ages", "from"}, kStays},
      {{"ages", "to"}, kStays},
      {{"children", "age bands"}, kStays},
      {{"children", "attributes"}, kStays},
      {{"children", "supported"}, kStays},
      {{"condition", "district"}, of(kDistrict)},
      {{"condition", "need"}, kStays},
      {{"condition", "flag"}, kStays},
      {{"condition", "without flag"}, kStays},
      {{"condition", "value"}, kStays},
      {{"scenario", "mixes"}, of(kMix)},
      {{"mix", "district"}, of(kDistrict)},
      {{"mix", "need"}, kStays},
      {{"mix", "age"}, kStays},
      {{"mix", "values"}, kStays},
      {{"mix", "flags"}, kStays},
      {{"weight", "weight"}, kStays},
      {{"joint cell", "district"}, of(kDistrict)},
      {{"joint cell", "need"}, kStays},
      {{"joint cell", "value"}, kStays},
      {{"joint cell", "weight"}, kStays},

      {{"scenario", "demand"}, of(kOwn)},
      {{"demand", "rate"}, kGrows},
      {{"demand", "seasonality"}, kStays},
      {{"demand", "times"}, kStays},
      {{"demand", "enters"}, of(kPathway)},
      {{"demand", "children"}, of(kMix)},
      {{"gamma", "shape"}, kStays},
      {{"erlang", "stages"}, kStays},
      {{"weibull", "shape"}, kStays},
      {{"lognormal", "sigma"}, kStays},
      {{"poisson", "mean"}, kStays},

      {{"scenario", "services"}, of(kService)},
      {{"clinic", "sessions"}, kGrowsIfLarger},
      {{"clinic", "slots"}, kStays},
      {{"slot kind", "per session"}, kShrinksIfSmaller},
      {{"slot kind", "unused go to"}, kStays},
      {{"clinic", "weeks a year"}, kStays},
      {{"clinic", "rebookings"}, kStays},
      {{"clinic", "cost"}, kShrinksIfSmaller},
      {{"clinic", "localities"}, kStays},
      {{"queue", "classes"}, kStays},
      {{"queue", "room for"}, kInWholeNumbers},
      {{"locality", "districts"}, of(kDistrict)},
      {{"team", "staff"}, kGrows},
      {{"team", "caseload"}, kStays},
      {{"team", "cost"}, kStays},
      {{"team", "localities"}, kStays},
      {{"scenario", "bought from outside"}, of(kOwn)},
      {{"purchase", "pathway"}, of(kPathway)},
      {{"purchase", "step"}, kStays},
      {{"purchase", "cases"}, kGrows},
      {{"purchase", "price"}, kStays},
      {{"purchase", "leads to"}, kStays},

      {{"scenario", "pathways"}, of(kPathway)},
      {{"pathway", "steps"}, kStays},
      {{"pathway", "begins at"}, kStays},
      {{"pathway", "until age"}, kStays},
      {{"step", "service"}, of(kService)},
      {{"step", "slot"}, kStays},
      {{"step", "slots needed"}, kStays},
      {{"step", "priority"}, kStays},
      {{"step", "contacts"}, kStays},
      {{"step", "times as long"}, kStays},
      {{"step", "fork"}, kStays},
      {{"step", "join"}, kStays},
      {{"step", "refer"}, of(kPathway)},
      {{"step", "moves to"}, of(kProvision)},
      {{"step", "gives"}, kStays},
      {{"step", "takes away"}, kStays},
      {{"step", "meets needs of"}, of(kPathway)},
      {{"step", "next"}, kStays},
      {{"alongside", "enters"}, of(kPathway)},
      {{"next rule", "to"}, of(kAsField)},
      {{"next rule", "split"}, of(kAsField)},
      {{"at start", "children"}, kInWholeNumbers},
      {{"at start", "being seen"}, kInWholeNumbers},
      {{"at start", "mix"}, of(kMix)},
      {{"re-referral", "after"}, of(kHappening)},
      {{"re-referral", "enters"}, of(kPathway)},

      {{"scenario", "while waiting"}, of(kHappening)},
      {{"while waiting", "rate"}, kStays},  // of each child who waits
      {{"while waiting", "at"}, of(kService)},
      {{"while waiting", "to class"}, kStays},
      {{"while waiting", "moves to"}, of(kProvision)},
      {{"while waiting", "enters"}, of(kPathway)},
      {{"while waiting", "gives"}, kStays},
      {{"hazard factor", "times"}, kStays},
      {{"hazard by wait", "times"}, kStays},

      {{"scenario", "provision"}, of(kProvision)},
      {{"provision", "district"}, of(kDistrict)},
      {{"provision", "places"}, kInWholeNumbers},
      {{"provision", "groups"}, kStays},
      {{"places group", "places"}, kInWholeNumbers},
      {{"provision", "over number"}, kInWholeNumbers},
      {{"provision", "needs"}, kStays},
      {{"provision", "flags"}, kStays},
      {{"provision", "takes from"}, of(kDistrict)},
      {{"provision", "at start"}, kInWholeNumbers},
      {{"provision", "afterwards"}, of(kProvision | kPathway)},
      {{"provision", "mix"}, of(kMix)},
      {{"provision cost", "per place"}, kStays},
      {{"provision cost", "per child"}, kStays},
      {{"provision cost", "over number"}, kStays},
      {{"provision cost", "transport"}, kStays},
      {{"day of the year", "month"}, kStays},
      {{"day of the year", "day"}, kStays},
      {{"phase transfer", "post-16 age"}, kStays},
      {{"transfer request", "enters"}, of(kPathway)},
      {{"placement", "without a place"}, of(kProvision)},
      {{"plans held", "flag"}, kStays},
      {{"plans held", "reviewed on"}, of(kPathway)},
      {{"plans held", "until age"}, kStays},

      {{"money", "high-needs block"}, kGrows},
      {{"money", "other high-needs spending"}, kGrows},
      {{"money", "one-off"}, of(kOwn)},
      {{"one-off spending", "amount"}, kGrows},
      {{"money", "running"}, of(kOwn)},
      {{"running cost", "a year"}, kGrows},
  };
  return fields;
}

bool may_count(QuantityKind kind) {
  return kind == QuantityKind::rate || kind == QuantityKind::money || kind == QuantityKind::number ||
         kind == QuantityKind::whole || kind == QuantityKind::capacity;
}

/// Whether a block holds names that are of what its field says.
bool asks_its_field(const StructShape& block) {
  for (const FieldShape& field : block.fields) {
    const std::optional<WhenRepeated> said = when_repeated(block.title, field.key);
    if (said && said->names == kAsField) return true;
  }
  return false;
}

bool must_be_said_of(const Shape& shape) {
  if (const auto* quantity = std::get_if<QuantityShape>(&shape.as)) return may_count(quantity->kind);
  if (const auto* value = std::get_if<ValueShape>(&shape.as)) return may_count(value->kind);
  if (const auto* optional = std::get_if<OptionalShape>(&shape.as)) return must_be_said_of(optional->item());
  if (const auto* list = std::get_if<ListShape>(&shape.as)) return must_be_said_of(list->item());
  if (const auto* block = std::get_if<StructShape>(&shape.as)) return asks_its_field(*block);
  return std::holds_alternative<NameShape>(shape.as) || std::holds_alternative<NamedShape>(shape.as);
}

}  // namespace

std::optional<WhenRepeated> when_repeated(std::string_view block, std::string_view key) {
  const auto found = table().find({block, key});
  if (found == table().end()) return std::nullopt;
  return found->second;
}

bool must_be_said(const FieldShape& field) {
  return must_be_said_of(field.shape());
}

}  // namespace sendcap::scenario
