#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "../scenario_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "flow_layout.hpp"
#include "free_room.hpp"
#include "sections.hpp"

// The pathways as pictures, from a `world.json`.

namespace sendcap::report {
namespace {

constexpr std::size_t kLettersInLine = 25;
constexpr double kLetterWidth = 6.4;  // of the letters in boxes, in pixels
constexpr double kLineHeight = 14;    // as in charts/flow.vl.json
constexpr double kLineHeightOfLabel = 13;
constexpr double kMargin = 14;

std::string in_lines(const std::string& text) {
  std::string lines = wrapped(text, kLettersInLine);
  lines.pop_back();  // the end of the last line
  return lines;
}

// What stands in a box, in lines.
std::string text_of(const Json& node) {
  std::string text;
  for (const Json& line : node.at("lines")) text += (text.empty() ? "" : "\n") + in_lines(line);
  return text;
}

std::string in_one_line(const Json& node) {
  std::string text;
  for (const Json& line : node.at("lines")) text += (text.empty() ? "" : ", ") + line.get<std::string>();
  return text;
}

// Where the first line of a text stands whose middle is here.
double first_line(double middle, const std::string& text, double line_height) {
  return middle - static_cast<double>(std::count(text.begin(), text.end(), '\n')) * line_height / 2;
}

// How much room a text takes.
FlowBox room_for(const std::string& text, double line_height) {
  std::size_t longest = 0;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++lines) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    longest = std::max(longest, width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return {static_cast<double>(longest) * kLetterWidth, static_cast<double>(lines) * line_height, {}};
}

FlowBox box_for(const std::string& text) {
  const FlowBox room = room_for(text, kLineHeight);
  return {room.width + kMargin, room.height + kMargin, {}};
}

// Points of a way at which its label may stand: near its beginning, where ways part, or farther on.
std::vector<PicturePoint> along(const std::vector<PicturePoint>& through) {
  std::vector<PicturePoint> points;
  for (std::size_t i = 0; i + 1 < through.size(); ++i)
    for (const double part : {0.55, 0.4, 0.7, 0.25, 0.85})
      points.push_back({through[i].x + part * (through[i + 1].x - through[i].x),
                        through[i].y + part * (through[i + 1].y - through[i].y)});
  return points;
}

// A pathway, its boxes and the ways between those that are drawn.
class PathwayChart {
 public:
  explicit PathwayChart(const Json& pathway) : pathway_(pathway) {
    for (const Json& node : pathway.at("nodes")) {
      number_of_.emplace(node.at("id").get<std::string>(), texts_.size());
      texts_.push_back(text_of(node));
      layout_.boxes.push_back(box_for(texts_.back()));
    }
    for (const Json& way : pathway.at("ways")) {
      const auto from = number_of_.find(way.at("from").get<std::string>());
      const auto to = number_of_.find(way.at("to").get<std::string>());
      if (from == number_of_.end() || to == number_of_.end()) continue;
      layout_.ways.push_back({from->second, to->second, {}});
      ways_.push_back(&way);
    }
    lay_out(layout_);
    for (const FlowBox& box : layout_.boxes) room_.take(box.centre, box.width, box.height);
  }

  Chart chart(std::size_t number_of_chart) {
    const std::string name = pathway_.at("pathway");
    Chart chart;
    chart.id = "pathway-" + std::to_string(number_of_chart);
    chart.picture = "flow";
    chart.heading = name + ": " + counted(count("step_"), "step", "steps") + ", " +
                    counted(count("outcome_"), "outcome", "outcomes");
    chart.words =
        "A box for each step, from above to below, with arrows to what comes next and the share that goes "
        "there. A dotted arrow opens another pathway, or stands for what may happen meanwhile or afterwards.";
    chart.values.push_back({{"kind", "size"}, {"width", layout_.width}, {"height", layout_.height}});
    for (std::size_t w = 0; w < ways_.size(); ++w) draw_way(w, chart.values);
    for (std::size_t b = 0; b < texts_.size(); ++b) draw_box(b, chart.values);
    chart.table.caption = "Ways on the pathway " + name;
    chart.table.columns = {{"From"}, {"To"}, {"When, or how many"}, {"Arrow"}};
    for (std::size_t w = 0; w < ways_.size(); ++w)
      chart.table.rows.push_back({in_one_line(pathway_.at("nodes").at(layout_.ways[w].from)),
                                  in_one_line(pathway_.at("nodes").at(layout_.ways[w].to)),
                                  ways_[w]->at("label"),
                                  ways_[w]->at("dotted").get<bool>() ? "beside the way" : "the way"});
    return chart;
  }

 private:
  [[nodiscard]] std::int64_t count(const std::string& beginning) const {
    return std::count_if(number_of_.begin(), number_of_.end(),
                         [&](const auto& one) { return one.first.rfind(beginning, 0) == 0; });
  }

  void draw_box(std::size_t b, Json& values) const {
    const FlowBox& box = layout_.boxes[b];
    const Json& outline = pathway_.at("nodes").at(b).at("outline");
    values.push_back({{"kind", "box"},
                      {"outline", outline},
                      {"x", box.centre.x - box.width / 2},
                      {"x2", box.centre.x + box.width / 2},
                      {"y", box.centre.y - box.height / 2},
                      {"y2", box.centre.y + box.height / 2}});
    values.push_back({{"kind", "text"},
                      {"x", box.centre.x},
                      {"y", first_line(box.centre.y, texts_[b], kLineHeight)},
                      {"text", texts_[b]}});
  }

  void draw_way(std::size_t w, Json& values) {
    const std::vector<PicturePoint>& through = layout_.ways[w].through;
    const bool dotted = ways_[w]->at("dotted").get<bool>();
    for (std::size_t i = 0; i < through.size(); ++i)
      values.push_back({{"kind", dotted ? "dotted way" : "way"},
                        {"way", w},
                        {"order", i},
                        {"x", through[i].x},
                        {"y", through[i].y}});
    const PicturePoint& end = through.back();
    const PicturePoint& before = through[through.size() - 2];
    const double angle = std::atan2(end.y - before.y, end.x - before.x) * 180 / std::numbers::pi + 90;
    values.push_back({{"kind", "head"}, {"x", end.x}, {"y", end.y}, {"angle", angle}});
    const std::string label = in_lines(ways_[w]->at("label"));
    if (label.empty()) return;
    const FlowBox room = room_for(label, kLineHeightOfLabel);
    const PicturePoint middle = room_.put(along(through), room.width, room.height);
    values.push_back({{"kind", "label"},
                      {"x", middle.x},
                      {"y", first_line(middle.y, label, kLineHeightOfLabel)},
                      {"text", label}});
  }

  const Json& pathway_;
  std::unordered_map<std::string, std::size_t> number_of_;
  std::vector<std::string> texts_;
  std::vector<const Json*> ways_;  // by way of the layout
  FlowLayout layout_;
  FreeRoom room_;
};

}  // namespace

std::string pathways_section(const Json& world) {
  std::vector<Chart> charts;
  for (const Json& pathway : world.at("pathways"))
    charts.push_back(PathwayChart(pathway).chart(charts.size() + 1));
  return html_figures(charts);
}

}  // namespace sendcap::report
