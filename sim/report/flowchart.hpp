#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sendcap::report {

// The outline of a node; each stands for one sort of thing in all pictures.
enum class Outline {
  box,       // a visit to a service
  rounded,   // a wait
  hexagon,   // a place, or a wait for one
  parallel,  // parallel ways begin
  framed,    // another pathway
  diamond,   // children are sent on
  pill,      // the case ends
  flag,      // children come
  slanted    // something that may happen while a child waits
};

inline constexpr std::array<std::string_view, 9> enum_words(Outline) {
  return {"box", "rounded", "hexagon", "parallel", "framed", "diamond", "pill", "flag", "slanted"};
}

enum class Arrow { solid, dotted };

// A flowchart. A node is known by its sort and name; its id is made of both, so that a change elsewhere
// leaves it as it is.
class Flowchart {
 public:
  struct Node {
    std::string id;
    Outline outline = Outline::box;
    std::vector<std::string> lines;
  };
  struct Way {
    std::string from;  // ids
    std::string to;
    std::string label;
    Arrow arrow = Arrow::solid;
  };

  // Draws a node with a label of so many lines; drawn again, it stays as it was first.
  void node(std::string_view sort, std::string_view name, Outline outline,
            const std::vector<std::string>& lines);
  // Draws an arrow between nodes, once however often it is asked for; no label when that is empty.
  void arrow(const std::pair<std::string, std::string>& from, const std::pair<std::string, std::string>& to,
             std::string_view label, Arrow arrow = Arrow::solid);

  // In the order in which they were drawn; a way may lead to a node that is not.
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<Way>& ways() const { return ways_; }

  // In the language of Mermaid, https://mermaid.js.org/syntax/flowchart.html, as a fenced block of Markdown,
  // drawn from left to right or from above to below.
  [[nodiscard]] std::string fenced(std::string_view direction) const;

 private:
  std::string id(std::string_view sort, std::string_view name);
  bool add(std::string line);

  std::map<std::pair<std::string, std::string>, std::string> ids_;
  std::set<std::string> taken_;
  std::set<std::string> drawn_;
  std::vector<std::string> lines_;
  std::vector<Node> nodes_;
  std::vector<Way> ways_;
};

// Plain text as it stands within the quotes of a label; lines break between words where they grow long.
[[nodiscard]] std::string flowchart_label(const std::vector<std::string>& lines);

}  // namespace sendcap::report
