#include "sendcap/scenario/language/walk.hpp"

#include <utility>

#include "scenario/language/block.hpp"
#include "scenario/language/reading.hpp"
#include "sendcap/scenario/language/override.hpp"
#include "sendcap/scenario/language/writer.hpp"

namespace sendcap::scenario {

ValueView::ValueView(std::string path, const FieldShape& field, const ValueShape& shape, const void* value)
    : path_(std::move(path)), field_(&field), shape_(&shape), numbers_(shape.get(value)) {}

std::string ValueView::is() const {
  return format_quantity(shape_->kind, numbers_.is);
}

std::optional<Range<std::string>> ValueView::range() const {
  if (!numbers_.range) return std::nullopt;
  return Range<std::string>{format_quantity(shape_->kind, numbers_.range->least),
                            format_quantity(shape_->kind, numbers_.range->most)};
}

std::vector<std::pair<std::string, std::string>> ValueView::then() const {
  std::vector<std::pair<std::string, std::string>> result;
  for (const Change<double>& change : numbers_.then) {
    result.emplace_back(format(change.from), format_quantity(shape_->kind, change.is));
  }
  return result;
}

ValueHandle::ValueHandle(std::string path, const FieldShape& field, const ValueShape& shape, void* value)
    : ValueView(std::move(path), field, shape, value), value_(value) {}

bool ValueHandle::set(std::string_view text, Diagnostics& diagnostics, Place place) {
  Reader reader(diagnostics, split_path(path_));
  double number = 0;
  const std::string present = is();
  if (!read_number(reader, Node::scalar(std::string(text), place), kind(), rule(), present, number))
    return false;
  set_number(number);
  return true;
}

void ValueHandle::set_number(double number) {
  numbers_.is = number;
  shape_->set(value_, numbers_);
}

void ValueHandle::set_in_proportion(double number) {
  if (numbers_.is != 0)
    for (Change<double>& later : numbers_.then) later.is *= number / numbers_.is;
  set_number(number);
}

namespace {

/// Whether a block is written as one value alone, so that a path ends at the block.
bool is_written_short(const Shape& shape, const void* object) {
  const auto* structure = std::get_if<StructShape>(&shape.as);
  if (structure == nullptr || !has_short_form(*structure)) return false;
  const Node written = write_shape(shape, object, Defaults::left_out);
  return !written.is_mapping() || (written.find("is") != nullptr && written.find("kind") == nullptr);
}

/// Goes through an object and calls back for each value.
class Walk {
 public:
  using Found =
      std::function<void(const std::string& path, const FieldShape&, const ValueShape&, void* value)>;

  explicit Walk(const Found& found) : found_(found) {}

  void enter(const Shape& shape, void* object, const FieldShape& field) {
    if (const auto* value = std::get_if<ValueShape>(&shape.as)) {
      found_(join_path(path_), field, *value, object);
    } else if (const auto* optional = std::get_if<OptionalShape>(&shape.as)) {
      if (void* item = optional->get(object)) enter(optional->item(), item, field);
    } else if (const auto* list = std::get_if<ListShape>(&shape.as)) {
      for (std::size_t index = 0; index < list->size(object); ++index) {
        step_into(std::to_string(index + 1), list->item(), list->at(object, index), field);
      }
    } else if (const auto* named = std::get_if<NamedShape>(&shape.as)) {
      for (std::size_t index = 0; index < named->list.size(object); ++index) {
        void* item = named->list.at(object, index);
        step_into(named->name(item), named->list.item(), item, field);
      }
    } else if (std::holds_alternative<StructShape>(shape.as) ||
               std::holds_alternative<VariantShape>(shape.as)) {
      const bool brief = is_written_short(shape, object);
      for (const BoundField& bound : block_of(shape, object).fields) {
        if (brief) {
          enter(bound.field->shape(), bound.member, *bound.field);
        } else {
          step_into(std::string(bound.field->key), bound.field->shape(), bound.member, *bound.field);
        }
      }
    }
  }

 private:
  void step_into(std::string part, const Shape& shape, void* object, const FieldShape& field) {
    path_.push_back(std::move(part));
    enter(shape, object, field);
    path_.pop_back();
  }

  const Found& found_;
  std::vector<std::string> path_;
};

void walk(const Shape& shape, void* object, const Walk::Found& found) {
  const FieldShape whole{{}, {}, {}, nullptr, 0};
  Walk(found).enter(shape, object, whole);
}

}  // namespace

void walk_values(const Shape& shape, const void* object, const std::function<void(const ValueView&)>& visit) {
  // The view only looks.
  walk(shape, const_cast<void*>(object),
       [&](const std::string& path, const FieldShape& field, const ValueShape& value, void* place) {
         visit(ValueView(path, field, value, place));
       });
}

void walk_values(const Shape& shape, void* object, const std::function<void(ValueHandle&)>& visit) {
  walk(shape, object,
       [&](const std::string& path, const FieldShape& field, const ValueShape& value, void* place) {
         ValueHandle handle(path, field, value, place);
         visit(handle);
       });
}

}  // namespace sendcap::scenario
