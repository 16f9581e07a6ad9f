#include "scenario/field_at.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "scenario/language/block.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/override.hpp"
#include "sendcap/scenario/language/shape_of.hpp"

namespace sendcap::scenario {
namespace {

// A member of an object: its shape, where it is, and what is demanded of it.
struct Member {
  const Shape* shape = nullptr;
  void* object = nullptr;
  Rule rule;
};

std::optional<Member> item_of(const ListShape& list, void* object, const std::string& part) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(part.data(), part.data() + part.size(), number);
  if (fault != std::errc() || end != part.data() + part.size()) return std::nullopt;
  if (number < 1 || number > list.size(object)) return std::nullopt;
  return Member{&list.item(), list.at(object, number - 1), {}};
}

// Within an optional that is empty there is nothing.
std::optional<Member> part_of(Member whole, const std::string& part) {
  if (const auto* optional = std::get_if<OptionalShape>(&whole.shape->as)) {
    void* held = optional->get(whole.object);
    if (held == nullptr) return std::nullopt;
    return part_of({&optional->item(), held, whole.rule}, part);
  }
  if (const auto* list = std::get_if<ListShape>(&whole.shape->as)) return item_of(*list, whole.object, part);
  const bool is_block = std::holds_alternative<StructShape>(whole.shape->as) ||
                        std::holds_alternative<VariantShape>(whole.shape->as);
  if (!is_block) return std::nullopt;
  for (const BoundField& bound : block_of(*whole.shape, whole.object).fields)
    if (bound.field->key == part) return Member{&bound.field->shape(), bound.member, bound.field->rule};
  return std::nullopt;
}

std::optional<Member> member_at(Intervention& intervention, const std::vector<std::string>& path) {
  std::optional<Member> member = Member{&shape_of<Intervention>(), &intervention, {}};
  for (const std::string& part : path) {
    member = part_of(*member, part);
    if (!member) break;
  }
  return member;
}

// Gives back what was known of a value that is now written plainly.
void keep_provenance(const Member& member, const Value<double>& before) {
  const auto& shape = std::get<ValueShape>(member.shape->as);
  Value<double> now = shape.get(member.object);
  if (!now.source.empty() || now.quality != Quality::unstated) return;
  now.source = before.source;
  now.quality = before.quality;
  shape.set(member.object, now);
}

bool read_into(Reader& reader, const Member& member, const Node& value) {
  if (const auto* annotated = std::get_if<ValueShape>(&member.shape->as)) {
    const Value<double> before = annotated->get(member.object);
    annotated->set(member.object, {});
    if (!read_shape(reader, value, *member.shape, member.object, member.rule)) return false;
    keep_provenance(member, before);
    return true;
  }
  return read_shape(reader, value, *member.shape, member.object, member.rule);
}

std::vector<std::string_view> keys_of(std::vector<Intervention>& interventions) {
  std::vector<std::string_view> keys;
  for (Intervention& intervention : interventions)
    for (const BoundField& bound : block_of(shape_of<Intervention>(), &intervention).fields)
      if (std::find(keys.begin(), keys.end(), bound.field->key) == keys.end())
        keys.push_back(bound.field->key);
  return keys;
}

}  // namespace

bool set_field(Reader& reader, std::vector<Intervention>& interventions, const std::string& path, Place place,
               const Node& value) {
  const std::vector<std::string> parts = split_path(path);
  bool found = false;
  for (Intervention& intervention : interventions) {
    const std::optional<Member> member = parts.empty() ? std::nullopt : member_at(intervention, parts);
    if (!member) continue;
    found = true;
    if (!read_into(reader, *member, value)) return false;
  }
  if (found) return true;
  return reader.error(Code::unknown_key, place, "none of the interventions has a field '" + path + "'",
                      suggest(path, keys_of(interventions)));
}

}  // namespace sendcap::scenario
