#include "sendcap/scenario/search.hpp"

#include "scenario/field_at.hpp"
#include "sendcap/scenario/language/reader.hpp"

namespace sendcap::scenario {

void Budget::check(Reader& reader, const Node& node, const Budget& budget) {
  if (budget.a_year.has_value() == budget.in_all.has_value())
    reader.error(Code::inconsistent, node,
                 budget.a_year ? "a budget says either what may be spent a year or in all, not both"
                               : "this budget does not say what may be spent",
                 "write `at most a year: £2m` or `at most in all: £3m`");
}

bool Variation::read_short(Reader& reader, const Node& node, Variation& variation) {
  variation.values = node.is_list() ? node.children : std::vector<Node>{node};
  return !variation.values.empty() || reader.error(Code::empty_value, node, "the list is empty",
                                                   "write the values the field may have: [1, 2, 4]");
}

std::optional<Node> Variation::write_short(const Variation& variation) {
  Node list = Node::list();
  for (const Node& value : variation.values) {
    Node item = value;
    item.key.clear();
    list.append(std::move(item));
  }
  return list;
}

void Lever::check(Reader& reader, const Node& node, const Lever& lever) {
  if (lever.choices.empty() == lever.interventions.empty()) {
    reader.error(Code::inconsistent, node,
                 lever.choices.empty() ? "this lever does nothing"
                                       : "a lever has either `choices` or `interventions`, not both",
                 "write `interventions:` with what it changes, or `choices:` with several lists of them");
    return;
  }
  if (lever.interventions.empty() && !lever.vary.empty()) {
    reader.error(Code::inconsistent, node, "`vary` goes with `interventions`, not with `choices`",
                 "write each of the choices out");
    return;
  }
  for (const Variation& variation : lever.vary) {
    const Reader::Step vary(reader, "vary");
    const Reader::Step step(reader, variation.name);
    std::vector<Intervention> changed = lever.interventions;
    for (const Node& value : variation.values)
      if (!set_field(reader, changed, variation.name, variation.place, value)) break;
  }
}

void Search::check(Reader& reader, const Node& node, const Search& search) {
  if (search.levers.empty())
    reader.error(Code::empty_value, node, "there are no levers, so there is nothing to choose",
                 "name at least one thing that could be done");
}

}  // namespace sendcap::scenario
