#include "sendcap/scenario/language/schema.hpp"

#include <map>
#include <utility>

#include "scenario/language/block.hpp"
#include "scenario/language/json_of.hpp"
#include "scenario/language/schema_quantity.hpp"
#include "scenario/language/titles.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

using Json = nlohmann::ordered_json;

Json string_schema() {
  return {{"type", Json::array({"string", "number"})}};
}

Json words_schema(const std::vector<std::string_view>& words) {
  Json list = Json::array();
  for (const std::string_view word : words) {
    if (!word.empty()) list.push_back(std::string(word));
  }
  return {{"enum", std::move(list)}};
}

Json include_schema() {
  return {{"description", "A file, or a list of files, whose contents stand here too."},
          {"type", Json::array({"string", "array"})},
          {"items", {{"type", "string"}}}};
}

/// An object with these properties and no others, but that included files may give some of them.
Json object_schema(Json properties, Json required) {
  properties["include"] = include_schema();
  const bool may_be_empty = required.empty();
  Json schema = {{"type", may_be_empty ? Json::array({"object", "null"}) : Json("object")},
                 {"properties", std::move(properties)},
                 {"additionalProperties", false}};
  if (!may_be_empty) {
    schema["anyOf"] =
        Json::array({{{"required", std::move(required)}}, {{"required", Json::array({"include"})}}});
  }
  return schema;
}

/// What a definition of a quantity is called.
std::string definition_name(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::duration:
      return "length of time";
    case QuantityKind::rate:
      return "rate";
    case QuantityKind::fraction:
      return "share";
    case QuantityKind::money:
      return "money";
    case QuantityKind::growth:
      return "growth";
    case QuantityKind::capacity:
      return "capacity";
    case QuantityKind::date:
      return "date";
    case QuantityKind::flag:
      return "yes or no";
    case QuantityKind::whole:
      return "whole number";
    case QuantityKind::number:
      break;
  }
  return "number";
}

Json provenance_properties() {
  return {{"source", string_schema()},
          {"quality", words_schema({"sourced", "derived", "knowledge", "assumption"})}};
}

Json reference(const std::string& definition) {
  return {{"$ref", "#/definitions/" + definition}};
}

class SchemaBuilder {
 public:
  Json build(const Shape& shape, std::string_view title) {
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}};
    if (!title.empty()) schema["title"] = std::string(title);
    schema["allOf"] = Json::array({of(shape, {})});
    schema["definitions"] = std::move(definitions_);
    return schema;
  }

  Json of(const Shape& shape, const Rule& rule);

  Json quantity(QuantityKind kind, const Rule& rule) {
    return shared(definition_name(kind), quantity_schema(kind, limits_of(kind, rule)));
  }

  Json moment() { return shared("moment", moment_schema()); }

  Json value(QuantityKind kind, const Rule& rule) {
    return {{"anyOf", Json::array({quantity(kind, rule),
                                   shared("annotated " + definition_name(kind), annotated(kind, rule))})}};
  }

  Json list(const ListShape& shape, const Rule& rule) {
    const Json item = of(shape.item(), rule);
    return {{"anyOf", Json::array({item, {{"type", "array"}, {"items", item}}})}};
  }

  Json named(const NamedShape& shape, const Rule& rule) {
    return {{"type", Json::array({"object", "null"})},
            {"properties", {{"include", include_schema()}}},
            {"additionalProperties", of(shape.list.item(), rule)}};
  }

  Json variant(const VariantShape& shape) {
    Json forms = Json::array();
    for (const VariantShape::Alternative& alternative : shape.alternatives) {
      for (BlockForm form : block_forms(struct_of(alternative))) {
        form.kind = struct_of(alternative).title;
        forms.push_back(form_schema(form));
      }
    }
    return {{"anyOf", std::move(forms)}};
  }

  /// Structs stand among the definitions, so that they may hold themselves.
  Json structure(const StructShape& shape) {
    const bool known = titles_.known(shape);
    const std::string name = slug(titles_.of(shape));
    if (!known) {
      definitions_[name] = Json::object();
      Json definition = struct_schema(shape);
      definitions_[name] = std::move(definition);
    }
    return reference(name);
  }

 private:
  /// A schema that stands once among the definitions, however often it is needed.
  Json shared(const std::string& name, Json schema) {
    const std::string text = schema.dump();
    auto found = shared_.find(text);
    if (found == shared_.end()) {
      found = shared_.emplace(text, slug(titles_.unused(name))).first;
      definitions_[found->second] = std::move(schema);
    }
    return reference(found->second);
  }

  Json annotated(QuantityKind kind, const Rule& rule) {
    const Json bare =
        shared(definition_name(kind) + " beside another", quantity_schema(kind, limits_of(kind, rule), true));
    Json change = provenance_properties();
    change["is"] = bare;
    Json properties = {{"is", quantity(kind, rule)}};
    properties["then"] = {
        {"description", "Later values, each from a moment on."},
        {"type", "object"},
        {"propertyNames", {{"anyOf", Json::array({moment(), {{"const", "include"}}})}}},
        {"additionalProperties", {{"anyOf", Json::array({bare, object_schema(std::move(change), {"is"})})}}}};
    properties["range"] = {{"description", "The least and the most it may reasonably be."},
                           {"type", "array"},
                           {"items", bare},
                           {"minItems", 2},
                           {"maxItems", 2}};
    properties.update(provenance_properties());
    return object_schema(std::move(properties), {"is"});
  }

  Json struct_schema(const StructShape& shape) {
    Json forms = Json::array();
    if (const FieldShape* field = short_field(shape)) forms.push_back(of(field->shape(), field->rule));
    if (shape.read_short != nullptr) forms.push_back(short_schema(shape));
    for (const BlockForm& form : block_forms(shape)) forms.push_back(form_schema(form));
    Json schema = {{"title", std::string(shape.title)}, {"description", std::string(shape.summary)}};
    if (forms.size() == 1) {
      schema.update(forms.front());
    } else {
      schema["anyOf"] = std::move(forms);
    }
    return schema;
  }

  Json short_schema(const StructShape& shape) {
    if (shape.short_shape != nullptr) return of(shape.short_shape(), {});
    if (!shape.short_schema.empty()) return Json::parse(shape.short_schema);
    return {{"type", Json::array({"string", "number", "boolean", "array"})}};
  }

  Json form_schema(const BlockForm& form) {
    Json properties = Json::object();
    Json required = Json::array();
    if (!form.kind.empty()) {
      properties["kind"] = {{"const", std::string(form.kind)}};
      required.push_back("kind");
    }
    for (std::size_t index = 0; index < form.fields.size(); ++index) {
      const FieldShape& field = *form.fields[index];
      properties[std::string(field.key)] = field_schema(*form.owners[index], field);
      if (field.rule.required) required.push_back(std::string(field.key));
    }
    return object_schema(std::move(properties), std::move(required));
  }

  Json field_schema(const StructShape& owner, const FieldShape& field) {
    Json schema = {{"description", std::string(field.help)}};
    Json content = of(field.shape(), field.rule);
    // Draft 07 reads nothing beside a reference.
    if (content.contains("$ref")) content = {{"allOf", Json::array({std::move(content)})}};
    schema.update(content);
    if (!field.rule.required) {
      if (const Node node = default_node(owner, field); !node.is_null()) schema["default"] = json_of(node);
    }
    if (!field.rule.example.empty()) schema["examples"] = Json::array({example(field.rule.example)});
    return schema;
  }

  static Json example(std::string_view text) {
    Sources sources;
    Diagnostics diagnostics;
    const std::uint32_t file = sources.add("example", std::string(text));
    const std::optional<Node> node = read_yaml(sources, file, diagnostics);
    return node ? json_of(*node) : Json(std::string(text));
  }

  Titles titles_;
  std::map<std::string, std::string> shared_;  ///< the name of a definition, by its text
  Json definitions_ = Json::object();
};

struct SchemaOfShape {
  SchemaBuilder& builder;
  const Rule& rule;

  Json operator()(const QuantityShape& shape) const { return builder.quantity(shape.kind, rule); }
  Json operator()(const ValueShape& shape) const { return builder.value(shape.kind, rule); }
  Json operator()(const MomentShape&) const { return builder.moment(); }
  Json operator()(const TextShape&) const { return string_schema(); }
  Json operator()(const NameShape&) const { return string_schema(); }
  Json operator()(const ChoiceShape& shape) const { return words_schema(shape.words); }
  Json operator()(const OptionalShape& shape) const { return builder.of(shape.item(), rule); }
  Json operator()(const ListShape& shape) const { return builder.list(shape, rule); }
  Json operator()(const NamedShape& shape) const { return builder.named(shape, rule); }
  Json operator()(const VariantShape& shape) const { return builder.variant(shape); }
  Json operator()(const StructShape& shape) const { return builder.structure(shape); }
};

Json SchemaBuilder::of(const Shape& shape, const Rule& rule) {
  return std::visit(SchemaOfShape{*this, rule}, shape.as);
}

}  // namespace

std::string json_schema_of(const Shape& shape, std::string_view title) {
  return SchemaBuilder().build(shape, title).dump(2) + "\n";
}

}  // namespace sendcap::scenario
