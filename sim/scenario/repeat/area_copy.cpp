#include "scenario/repeat/area_copy.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "scenario/repeat/when_repeated.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/language/shape_of.hpp"

namespace sendcap::scenario {
namespace {

/// The names of a world of which every area has its own.
class OwnNames {
 public:
  explicit OwnNames(const Scenario& world) {
    add(world.districts, kDistrict);
    add(world.mixes, kMix);
    add(world.services, kService);
    add(world.pathways, kPathway);
    add(world.provision, kProvision);
    add(world.while_waiting, kHappening);
  }

  /// Whether a name is of something of one of these sorts, and not a word of the language (`plan ends`).
  [[nodiscard]] bool has(const std::string& name, std::uint32_t sorts) const {
    const auto found = sorts_.find(name);
    return found != sorts_.end() && (found->second & sorts) != 0;
  }

 private:
  template <class T>
  void add(const Named<T>& named, std::uint32_t sort) {
    for (const T& one : named) sorts_[one.name] |= sort;
  }

  std::unordered_map<std::string, std::uint32_t> sorts_;
};

/// Goes through all fields of a copy and changes them as when_repeated.hpp says.
class AreaMaker {
 public:
  AreaMaker(const Scenario& copy, const Area& area) : own_(copy), area_(area) {}

  void enter(const Shape& shape, void* object, WhenRepeated said) {
    if (const auto* quantity = std::get_if<QuantityShape>(&shape.as)) {
      quantity->set(object, scaled(quantity->get(object), said.scaling));
    } else if (const auto* value = std::get_if<ValueShape>(&shape.as)) {
      change(*value, object, said.scaling);
    } else if (std::holds_alternative<NameShape>(shape.as)) {
      auto& name = *static_cast<Name*>(object);
      if (own_.has(name.text, said.names)) name.text = name_in(area_, name.text);
    } else if (const auto* optional = std::get_if<OptionalShape>(&shape.as)) {
      if (void* item = optional->get(object)) enter(optional->item(), item, said);
    } else if (const auto* list = std::get_if<ListShape>(&shape.as)) {
      for (std::size_t i = 0; i < list->size(object); ++i) enter(list->item(), list->at(object, i), said);
    } else if (const auto* named = std::get_if<NamedShape>(&shape.as)) {
      enter_named(*named, object, said);
    } else if (const auto* variant = std::get_if<VariantShape>(&shape.as)) {
      enter(variant->alternatives[variant->index(object)].shape(), variant->held(object), said);
    } else if (const auto* block = std::get_if<StructShape>(&shape.as)) {
      enter_block(*block, object, said);
    }
  }

  [[nodiscard]] std::size_t rounded_to_nothing() const { return rounded_to_nothing_; }

 private:
  void enter_named(const NamedShape& named, void* object, WhenRepeated said) {
    const double offset_outside = offset_;
    for (std::size_t i = 0; i < named.list.size(object); ++i) {
      void* item = named.list.at(object, i);
      const std::string name = named.name(item);
      if ((said.names & kOwn) != 0 || own_.has(name, said.names))
        named.set_name(item, name_in(area_, name), {});
      offset_ = next_offset();
      enter(named.list.item(), item, said);
    }
    offset_ = offset_outside;
  }

  void enter_block(const StructShape& block, void* object, WhenRepeated said_of_block) {
    for (const FieldShape& field : block.fields) {
      WhenRepeated said = said_of(block, field);
      if (said.names == kAsField) said.names = said_of_block.names;
      if (!area_.keeps_notes && is_note(field)) forget(field, field.of(object));
      enter(field.shape(), field.of(object), said);
    }
  }

  const WhenRepeated& said_of(const StructShape& block, const FieldShape& field) {
    const auto found = said_.find(&field);
    if (found != said_.end()) return found->second;
    return said_[&field] = when_repeated(block.title, field.key).value_or(WhenRepeated{});
  }

  static bool is_note(const FieldShape& field) {
    return (field.key == "source" || field.key == "quality") && !field.rule.required;
  }
  static void forget(const FieldShape& field, void* note) {
    const Shape& shape = field.shape();
    if (std::holds_alternative<TextShape>(shape.as)) static_cast<std::string*>(note)->clear();
    if (const auto* choice = std::get_if<ChoiceShape>(&shape.as)) choice->set(note, 0);
  }

  void change(const ValueShape& shape, void* object, Scaling scaling) {
    Value<double> value = shape.get(object);
    const double before = value.is;
    value.is = scaled(value.is, scaling);
    for (Change<double>& later : value.then) later.is = scaled(later.is, scaling);
    if (value.range) *value.range = {scaled(value.range->least, scaling), scaled(value.range->most, scaling)};
    if (!area_.keeps_notes) {
      value.range.reset();
      value.source.clear();
      value.quality = Quality::unstated;
      for (Change<double>& later : value.then) {
        later.source.clear();
        later.quality = Quality::unstated;
      }
    }
    if (area_.keeps_notes && value.is != before) {
      say_scaled(value.source, value.quality);
      for (Change<double>& later : value.then) say_scaled(later.source, later.quality);
    }
    shape.set(object, value);
  }

  // A figure that was made larger stands in no source any more.
  void say_scaled(std::string& source, Quality& quality) const {
    if (quality == Quality::sourced) quality = Quality::derived;
    if (!source.empty()) source = format(Number{area_.size}) + " times what is given in: " + source;
  }

  [[nodiscard]] double scaled(double number, Scaling scaling) {
    switch (scaling) {
      case Scaling::stays:
        return number;
      case Scaling::grows:
        return number * area_.size;
      case Scaling::grows_if_larger:
        return number * std::max(area_.size, 1.0);
      case Scaling::shrinks_if_smaller:
        return number * std::min(area_.size, 1.0);
      case Scaling::in_whole_numbers:
        return in_whole_numbers(number);
    }
    return number;
  }

  /// The areas' numbers add up to that of all of them together, rounded. Where in its course each number is
  /// rounded up differs from block to block, so that the numbers of an area add up nearly as well.
  [[nodiscard]] double in_whole_numbers(double number) {
    if (!std::isfinite(number)) return number;
    const auto up_to = [&](double size) {
      constexpr double kNoise = 1e-9;  // of sizes that were added up
      return std::floor(number * size + offset_ + kNoise);
    };
    const double whole = up_to(area_.size_of_those_before + area_.size) - up_to(area_.size_of_those_before);
    if (number > 0 && whole == 0) ++rounded_to_nothing_;
    return whole;
  }

  /// Evenly spread over 0 to 1 (the multiples of the golden ratio).
  [[nodiscard]] double next_offset() {
    constexpr double kGoldenRatio = 0.6180339887498949;
    return std::fmod(0.5 + kGoldenRatio * static_cast<double>(blocks_++), 1.0);
  }

  OwnNames own_;
  const Area& area_;
  std::unordered_map<const FieldShape*, WhenRepeated> said_;
  double offset_ = 0.5;
  std::size_t blocks_ = 0;
  std::size_t rounded_to_nothing_ = 0;
};

}  // namespace

std::string name_in(const Area& area, const std::string& name) {
  return area.name.empty() ? name : area.name + ": " + name;
}

std::size_t make_area(Scenario& copy, const Area& area) {
  AreaMaker maker(copy, area);
  maker.enter(shape_of<Scenario>(), &copy, {});
  return maker.rounded_to_nothing();
}

}  // namespace sendcap::scenario
