#include <utility>

#include "scenario/language/reading.hpp"
#include "scenario/language/text.hpp"

namespace sendcap::scenario {

namespace {

constexpr auto kQualities = enum_words(Quality{});

/// Reads the annotated form of one value, key by key.
class AnnotatedReader {
 public:
  AnnotatedReader(Reader& reader, const Node& node, QuantityKind kind, const Rule& rule)
      : reader_(reader), node_(node), kind_(kind), rule_(rule) {}

  bool read(Value<double>& value) {
    bool good = refuse_unknown_keys(reader_, node_, {"is", "then", "range", "source", "quality"});
    good = read_is(value.is) && good;
    good = read_provenance(node_, value.source, value.quality) && good;
    if (const Node* range = node_.find("range")) good = read_range(*range, value, good) && good;
    if (const Node* then = node_.find("then")) good = read_then(*then, value) && good;
    return good;
  }

 private:
  bool read_is(double& number) {
    const Node* is = node_.find("is");
    if (is == nullptr) {
      return reader_.error(Code::missing_field, node_, "missing 'is'",
                           "write the value as 'is: …', or without a block");
    }
    if (is->is_scalar()) unit_of_ = is->text;
    const Reader::Step step(reader_, "is");
    return read_number(reader_, *is, kind_, rule_, {}, number);
  }

  bool read_provenance(const Node& node, std::string& source, Quality& quality) {
    bool good = true;
    if (const Node* text = node.find("source")) {
      const Reader::Step step(reader_, "source");
      good = read_text(reader_, *text, {}, source);
    }
    if (const Node* word = node.find("quality")) {
      const Reader::Step step(reader_, "quality");
      std::size_t index = 0;
      good = read_word(reader_, *word, {kQualities.begin(), kQualities.end()}, index) && good;
      quality = static_cast<Quality>(index);
    }
    return good;
  }

  bool read_range(const Node& node, Value<double>& value, bool is_known) {
    const Reader::Step step(reader_, "range");
    if (!node.is_list() || node.children.size() != 2) {
      const bool cut_by_comma = node.is_list() && node.flow && node.children.size() > 2;
      return reader_.error(Code::bad_range, node, "expected a range of two values, as in [least, most]",
                           cut_by_comma ? std::string(kCommaHint) : std::string());
    }
    Range<double> range{};
    bool good = read_number(reader_, node.children[0], kind_, rule_, unit_of_, range.least);
    good = read_number(reader_, node.children[1], kind_, rule_, unit_of_, range.most) && good;
    if (!good) return false;
    if (range.least > range.most) {
      return reader_.error(Code::bad_range, node, "the range begins with the greater value",
                           "write [least, most]");
    }
    if (is_known && (value.is < range.least || value.is > range.most)) {
      return reader_.error(Code::bad_range, node,
                           "the value " + format_quantity(kind_, value.is) + " is not within its range of " +
                               format_quantity(kind_, range.least) + " to " +
                               format_quantity(kind_, range.most));
    }
    value.range = range;
    return true;
  }

  bool read_then(const Node& node, Value<double>& value) {
    const Reader::Step step(reader_, "then");
    if (!node.is_mapping()) {
      return wrong_type(reader_, node,
                        "moments, each with a colon and its value, as in {2026-09-01: 14 per week}", {});
    }
    bool good = true;
    for (const Node& entry : node.children) {
      const Reader::Step moment(reader_, entry.key);
      Change<double> change{};
      if (read_change(entry, change) && in_order(entry, value, change)) {
        value.then.push_back(std::move(change));
      } else {
        good = false;
      }
    }
    return good;
  }

  bool in_order(const Node& entry, const Value<double>& value, const Change<double>& change) {
    for (const Change<double>& before : value.then) {
      if (!same_kind(before.from, change.from) || earlier(before.from, change.from)) continue;
      return reader_.error(Code::bad_changes, entry.key_place,
                           quoted(entry.key) + " does not come after " + quoted(format(before.from)),
                           "order the changes by time, each moment once");
    }
    return true;
  }

  bool read_change(const Node& entry, Change<double>& change) {
    const Node moment = Node::scalar(entry.key, entry.key_place);
    change.place = entry.key_place;
    const bool good = read_moment(reader_, moment, change.from);
    if (!entry.is_mapping()) return read_number(reader_, entry, kind_, rule_, unit_of_, change.is) && good;
    bool annotations = refuse_unknown_keys(reader_, entry, {"is", "source", "quality"});
    annotations = read_provenance(entry, change.source, change.quality) && annotations;
    const Node* is = entry.find("is");
    if (is == nullptr) return reader_.error(Code::missing_field, entry, "missing 'is'");
    return read_number(reader_, *is, kind_, rule_, unit_of_, change.is) && annotations && good;
  }

  Reader& reader_;
  const Node& node_;
  QuantityKind kind_;
  const Rule& rule_;
  std::string_view unit_of_;
};

}  // namespace

bool read_value(Reader& reader, const Node& node, const ValueShape& shape, const Rule& rule, void* object) {
  Value<double> value;
  value.place = node.where();
  const bool good = node.is_mapping() ? AnnotatedReader(reader, node, shape.kind, rule).read(value)
                                      : read_number(reader, node, shape.kind, rule, {}, value.is);
  if (good) shape.set(object, value);
  return good;
}

}  // namespace sendcap::scenario
