#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <variant>

#include "markdown_text.hpp"
#include "scenario_words.hpp"
#include "sendcap/report/describe.hpp"
#include "sendcap/scenario/language/writer.hpp"

// A plan: what each of its interventions does, and with which figures.

namespace sendcap::report {
namespace {

using scenario::Node;

std::string words(const Node& node);

std::string listed_words(const Node& node) {
  std::vector<std::string> all;
  for (const Node& child : node.children) {
    const std::string text = words(child);
    all.push_back(child.key.empty() ? text : child.key + " " + text);
  }
  return listed(all);
}

scenario::Quality quality_of(const std::string& word) {
  const auto known = enum_words(scenario::Quality{});
  const auto found = std::find(known.begin(), known.end(), word);
  return found == known.end() ? scenario::Quality::unstated
                              : static_cast<scenario::Quality>(found - known.begin());
}

// A figure with all that is known of it.
std::string annotated_words(const Node& node) {
  Figure figure;
  figure.is = words(*node.find("is"));
  if (const Node* range = node.find("range"))
    figure.range =
        scenario::Range<std::string>{words(range->children.front()), words(range->children.back())};
  if (const Node* source = node.find("source")) figure.source = source->text;
  if (const Node* quality = node.find("quality")) figure.quality = quality_of(quality->text);
  std::string text = figure_words(figure);
  if (const Node* then = node.find("then"))
    for (const Node& change : then->children) text += fmt::format(", from {} {}", change.key, words(change));
  return text;
}

bool is_date(const std::string& text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

std::string words(const Node& node) {
  if (node.is_scalar()) return is_date(node.text) ? node.text : with_commas(node.text);
  if (node.is_mapping() && node.find("is") != nullptr) return annotated_words(node);
  return listed_words(node);
}

std::string capitalised(std::string text) {
  if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

}  // namespace

void write_plan_description(const scenario::Plan& plan, std::ostream& out) {
  out << heading(1, plan.title) << paragraph(plan.description);
  if (plan.interventions.empty()) out << paragraph("It changes nothing.");
  std::size_t number = 0;
  for (const scenario::Intervention& intervention : plan.interventions) {
    std::visit(
        [&](const auto& change) {
          out << numbered_item(++number, capitalised(std::string(change.kTitle)), change.kSummary);
          for (const Node& field : scenario::write(change).children)
            out << item(1, field.key + ": " + words(field));
        },
        intervention.is);
  }
}

}  // namespace sendcap::report
