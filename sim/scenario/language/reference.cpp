#include "sendcap/scenario/language/reference.hpp"

#include <deque>

#include "scenario/language/block.hpp"
#include "scenario/language/limits.hpp"
#include "scenario/language/text.hpp"
#include "scenario/language/titles.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

std::string_view kind_in_words(QuantityKind kind) {
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
      return "growth a year";
    case QuantityKind::capacity:
      return "number or `unlimited`";
    case QuantityKind::date:
      return "date";
    case QuantityKind::flag:
      return "`yes` or `no`";
    case QuantityKind::whole:
      return "whole number";
    case QuantityKind::number:
      break;
  }
  return "number";
}

/// Text that may stand in a cell of a table.
std::string cell(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (letter == '|') result += '\\';
    result += letter == '\n' ? ' ' : letter;
  }
  return result;
}

std::string code(std::string_view text) {
  return concat({"`", cell(text), "`"});
}

/// The limits of the quantity at the bottom of a field's type.
std::string limits_in_words(const Shape& shape, const Rule& rule) {
  if (const auto* quantity = std::get_if<QuantityShape>(&shape.as)) {
    return in_words(quantity->kind, limits_of(quantity->kind, rule));
  }
  if (const auto* value = std::get_if<ValueShape>(&shape.as))
    return in_words(value->kind, limits_of(value->kind, rule));
  if (const auto* optional = std::get_if<OptionalShape>(&shape.as))
    return limits_in_words(optional->item(), rule);
  if (const auto* list = std::get_if<ListShape>(&shape.as)) return limits_in_words(list->item(), rule);
  return {};
}

class ReferencePage {
 public:
  std::string write(const Shape& shape, std::string_view title) {
    page_ = concat({"# ", title, "\n\n"});
    page_ +=
        "A *value* is written plainly (`12 per week`) or with what is known about it: `{is: 12 per week, "
        "then: {2026-09-01: 14 per week}, range: [10 per week, 14 per week], source: …, quality: sourced}`, "
        "where "
        "`quality` is `sourced`, `derived`, `knowledge` or `assumption`. A list with one item needs no "
        "brackets. Any "
        "block may hold `include: file.yaml`.\n";
    in_words_of(shape);
    while (!waiting_.empty()) {
      const StructShape& next = *waiting_.front();
      waiting_.pop_front();
      section(next);
    }
    return std::move(page_);
  }

  std::string operator()(const QuantityShape& shape) { return std::string(kind_in_words(shape.kind)); }
  std::string operator()(const ValueShape& shape) { return concat({"value: ", kind_in_words(shape.kind)}); }
  std::string operator()(const MomentShape&) { return "date or time since the start"; }
  std::string operator()(const TextShape&) { return "text"; }
  std::string operator()(const NameShape&) { return "name"; }
  std::string operator()(const ChoiceShape& shape) {
    std::vector<std::string_view> words;
    for (const std::string_view word : shape.words) {
      if (!word.empty()) words.push_back(word);
    }
    return either(words, "`");
  }
  std::string operator()(const OptionalShape& shape) { return in_words_of(shape.item()); }
  std::string operator()(const ListShape& shape) { return concat({"list of ", in_words_of(shape.item())}); }
  std::string operator()(const NamedShape& shape) {
    return concat({"by name: ", in_words_of(shape.list.item())});
  }
  std::string operator()(const VariantShape& shape) { return concat({"of a `kind`: ", kinds(shape)}); }
  std::string operator()(const StructShape& shape) { return link(shape); }

 private:
  std::string in_words_of(const Shape& shape) { return std::visit(*this, shape.as); }

  std::string link(const StructShape& shape) {
    if (!titles_.known(shape)) waiting_.push_back(&shape);
    const std::string& title = titles_.of(shape);
    return concat({"[", title, "](#", slug(title), ")"});
  }

  std::string kinds(const VariantShape& shape) {
    std::string result;
    for (const VariantShape::Alternative& alternative : shape.alternatives) {
      if (!result.empty()) result += ", ";
      result += link(struct_of(alternative));
    }
    return result;
  }

  void section(const StructShape& shape) {
    page_ += concat({"\n## ", titles_.of(shape), "\n\n"});
    page_.append(shape.summary).append("\n");
    if (!shape.short_field.empty())
      page_ += concat({"\nMay be written as its ", code(shape.short_field), " alone.\n"});
    if (!shape.short_words.empty()) page_ += concat({"\nMay be written as ", shape.short_words, ".\n"});
    if (shape.fields.empty()) return;
    page_ += "\n| key | what | default | limits | meaning | example |\n|---|---|---|---|---|---|\n";
    for (const FieldShape& field : shape.fields) row(shape, field);
  }

  void row(const StructShape& owner, const FieldShape& field) {
    const std::string what = in_words_of(field.shape());
    if (field.inlined()) {
      const bool variant = std::holds_alternative<VariantShape>(field.shape().as);
      page_ += variant
                   ? concat({"| `kind` | ", what, " | required | | Its keys stand in this block too. | |\n"})
                   : concat({"| | ", what, " | | | Its keys stand in this block. | |\n"});
      return;
    }
    std::string standard = "required";
    if (!field.rule.required) {
      const Node node = default_node(owner, field);
      standard = node.is_null() ? "" : code(to_yaml_line(node));
    }
    const std::string example = field.rule.example.empty() ? "" : code(field.rule.example);
    page_ +=
        concat({"| ", code(field.key), " | ", what, " | ", standard, " | ",
                limits_in_words(field.shape(), field.rule), " | ", cell(field.help), " | ", example, " |\n"});
  }

  std::string page_;
  std::deque<const StructShape*> waiting_;
  Titles titles_;
};

}  // namespace

std::string reference_markdown_of(const Shape& shape, std::string_view title) {
  return ReferencePage().write(shape, title);
}

}  // namespace sendcap::scenario
