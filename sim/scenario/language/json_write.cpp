#include "scenario/language/json_of.hpp"
#include "scenario/language/number_text.hpp"
#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

nlohmann::ordered_json json_of_scalar(const Node& node) {
  if (node.quoted) return node.text;
  if (node.text == "true") return true;
  if (node.text == "false") return false;
  const LeadingNumber number = read_leading_number(node.text);
  const bool json_number =
      number.value && number.rest.empty() && number.text.find_first_of(",+") == std::string_view::npos;
  if (json_number) return nlohmann::ordered_json::parse(number.text);
  return node.text;
}

}  // namespace

nlohmann::ordered_json json_of(const Node& node) {
  if (node.is_null()) return nullptr;
  if (node.is_scalar()) return json_of_scalar(node);
  if (node.is_list()) {
    auto list = nlohmann::ordered_json::array();
    for (const Node& item : node.children) list.push_back(json_of(item));
    return list;
  }
  auto object = nlohmann::ordered_json::object();
  for (const Node& entry : node.children) object[entry.key] = json_of(entry);
  return object;
}

std::string to_json(const Node& node) {
  return json_of(node).dump(2) + "\n";
}

}  // namespace sendcap::scenario
