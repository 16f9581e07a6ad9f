#include <fmt/format.h>

#include <array>

#include "describe_sections.hpp"
#include "markdown_text.hpp"
#include "scenario_words.hpp"
#include "sendcap/scenario/language/shape_of.hpp"

// How far the figures can be trusted, and with what they can be compared.

namespace sendcap::report {
namespace {

using namespace scenario;  // all that a scenario is made of

constexpr std::size_t kQualities = 5;

// Counts the figures of a scenario by quality. What is said of a distribution or of a table of children holds
// for all figures in it that say nothing themselves.
class FiguresByQuality {
 public:
  void count(const Shape& shape, void* object, Quality around) {
    if (const auto* value = std::get_if<ValueShape>(&shape.as)) {
      count(value->get(object), around);
    } else if (const auto* optional = std::get_if<OptionalShape>(&shape.as)) {
      if (void* held = optional->get(object)) count(optional->item(), held, around);
    } else if (const auto* list = std::get_if<ListShape>(&shape.as)) {
      count_all(*list, object, around);
    } else if (const auto* named = std::get_if<NamedShape>(&shape.as)) {
      count_all(named->list, object, around);
    } else if (const auto* variant = std::get_if<VariantShape>(&shape.as)) {
      count(variant->alternatives[variant->index(object)].shape(), variant->held(object), around);
    } else if (const auto* structure = std::get_if<StructShape>(&shape.as)) {
      const Quality here = quality_said(*structure, object, around);
      for (const FieldShape& field : structure->fields) count(field.shape(), field.of(object), here);
    }
  }

  [[nodiscard]] std::int64_t of(Quality quality) const { return counts_[static_cast<std::size_t>(quality)]; }

 private:
  void count_all(const ListShape& list, void* object, Quality around) {
    for (std::size_t i = 0; i < list.size(object); ++i) count(list.item(), list.at(object, i), around);
  }

  // Figures that nobody wrote are defaults and count for nothing.
  void count(const Value<double>& value, Quality around) {
    const Quality said = value.quality != Quality::unstated ? value.quality : around;
    if (value.place.known() || said != Quality::unstated) ++counts_[static_cast<std::size_t>(said)];
    for (const Change<double>& change : value.then)
      ++counts_[static_cast<std::size_t>(change.quality != Quality::unstated ? change.quality : said)];
  }

  static Quality quality_said(const StructShape& structure, void* object, Quality around) {
    for (const FieldShape& field : structure.fields) {
      if (field.key != "quality") continue;
      const auto* choice = std::get_if<ChoiceShape>(&field.shape().as);
      if (choice == nullptr) continue;
      const auto said = static_cast<Quality>(choice->get(field.of(object)));
      return said != Quality::unstated ? said : around;
    }
    return around;
  }

  std::array<std::int64_t, kQualities> counts_{};
};

std::string_view meaning(Quality quality) {
  switch (quality) {
    case Quality::unstated:
      return "nothing is said of it";
    case Quality::sourced:
      return "published, or written in a document that is named";
    case Quality::derived:
      return "worked out from published figures";
    case Quality::knowledge:
      return "general knowledge of such services";
    case Quality::assumption:
      return "assumed; to be replaced where the county knows better";
  }
  return {};
}

void write_observed(const std::vector<Observed>& all, std::ostream& out) {
  if (all.empty()) return;
  out << paragraph("Published figures with which results can be compared:");
  for (const Observed& observed : all)
    out << item(0, observed.title,
                counted(static_cast<std::int64_t>(observed.points.size()), "value", "values") +
                    trust_words(Quality::unstated, observed.source));
  out << '\n';
}

}  // namespace

void describe_trust(const Scenario& scenario, std::ostream& out) {
  Scenario copy = scenario;  // shapes look at what they could change
  FiguresByQuality figures;
  figures.count(shape_of<Scenario>(), &copy, Quality::unstated);
  out << heading(2, "How far the figures can be trusted") << table_row({"quality", "figures", "meaning"})
      << table_rule(3);
  for (const Quality quality :
       {Quality::sourced, Quality::derived, Quality::knowledge, Quality::assumption, Quality::unstated})
    out << table_row({quality == Quality::unstated ? "not said" : word_of(quality),
                      with_commas(std::to_string(figures.of(quality))), std::string(meaning(quality))});
  out << '\n';
  write_observed(scenario.observed, out);
}

}  // namespace sendcap::report
