#include "scenario/language/titles.hpp"

#include "scenario/language/block.hpp"
#include "scenario/language/text.hpp"
#include "sendcap/scenario/language/writer.hpp"

namespace sendcap::scenario {

const std::string& Titles::of(const StructShape& shape) {
  const auto found = titles_.find(&shape);
  if (found != titles_.end()) return found->second;
  return titles_.emplace(&shape, unused(shape.title)).first->second;
}

std::string Titles::unused(std::string_view title) {
  const int number = ++used_[std::string(title)];
  std::string result(title);
  if (number > 1) result.append(" ").append(std::to_string(number));
  return result;
}

std::string slug(std::string_view title) {
  std::string result = lower_case(title);
  for (char& letter : result) {
    if (letter == ' ') letter = '-';
  }
  return result;
}

namespace {

/// Every form so far with every form of the inlined type added to it.
std::vector<BlockForm> combined(const std::vector<BlockForm>& forms,
                                const std::vector<BlockForm>& additions) {
  std::vector<BlockForm> result;
  for (const BlockForm& form : forms) {
    for (const BlockForm& addition : additions) {
      BlockForm both = form;
      if (!addition.kind.empty()) both.kind = addition.kind;
      both.fields.insert(both.fields.end(), addition.fields.begin(), addition.fields.end());
      both.owners.insert(both.owners.end(), addition.owners.begin(), addition.owners.end());
      result.push_back(std::move(both));
    }
  }
  return result;
}

std::vector<BlockForm> forms_of(const Shape& shape) {
  const auto* variant = std::get_if<VariantShape>(&shape.as);
  if (variant == nullptr) return block_forms(std::get<StructShape>(shape.as));
  std::vector<BlockForm> result;
  for (const VariantShape::Alternative& alternative : variant->alternatives) {
    for (BlockForm& form : block_forms(struct_of(alternative))) {
      form.kind = struct_of(alternative).title;
      result.push_back(std::move(form));
    }
  }
  return result;
}

}  // namespace

std::vector<BlockForm> block_forms(const StructShape& shape) {
  std::vector<BlockForm> forms(1);
  for (const FieldShape& field : shape.fields) {
    if (field.inlined()) {
      forms = combined(forms, forms_of(field.shape()));
      continue;
    }
    for (BlockForm& form : forms) {
      form.fields.push_back(&field);
      form.owners.push_back(&shape);
    }
  }
  return forms;
}

Node default_node(const StructShape& owner, const FieldShape& field) {
  Node node = write_shape(field.shape(), field.of(owner.defaults), Defaults::left_out);
  const bool empty = (node.is_scalar() && node.text.empty()) ||
                     ((node.is_list() || node.is_mapping()) && node.children.empty());
  return empty ? Node() : node;
}

}  // namespace sendcap::scenario
