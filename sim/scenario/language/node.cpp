#include "sendcap/scenario/language/node.hpp"

#include <algorithm>
#include <utility>

namespace sendcap::scenario {

namespace {

Node make(Node::Kind kind, Place place) {
  Node node;
  node.kind = kind;
  node.place = place;
  return node;
}

}  // namespace

Node Node::scalar(std::string text, Place place) {
  Node node = make(Kind::scalar, place);
  node.text = std::move(text);
  return node;
}

Node Node::list(Place place) {
  return make(Kind::list, place);
}

Node Node::mapping(Place place) {
  return make(Kind::mapping, place);
}

const Node* Node::find(std::string_view wanted) const {
  if (kind != Kind::mapping) return nullptr;
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const Node& child) { return child.key == wanted; });
  return found == children.end() ? nullptr : &*found;
}

Node* Node::find(std::string_view wanted) {
  return const_cast<Node*>(std::as_const(*this).find(wanted));
}

Node& Node::add(std::string new_key, Node value) {
  value.key = std::move(new_key);
  children.push_back(std::move(value));
  return children.back();
}

Node& Node::append(Node item) {
  children.push_back(std::move(item));
  return children.back();
}

bool same_content(const Node& left, const Node& right) {
  return left.kind == right.kind && left.text == right.text && left.key == right.key &&
         std::equal(left.children.begin(), left.children.end(), right.children.begin(), right.children.end(),
                    same_content);
}

}  // namespace sendcap::scenario
