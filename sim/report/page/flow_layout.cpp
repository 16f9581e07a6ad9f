#include "flow_layout.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sendcap::report {
namespace {

constexpr double kBetweenBoxes = 18;
constexpr double kBetweenLayers = 52;  // room for the label of a way
constexpr double kWayThrough = 14;     // width that a way takes in a layer that it crosses
constexpr int kSweeps = 12;

// A box, or the place where a way crosses a layer.
struct Stop {
  std::size_t layer = 0;
  double width = 0;
  double height = 0;
  double x = 0;
  std::vector<std::size_t> above;  // stops it is tied to in the layer above
  std::vector<std::size_t> below;
};

class LayeredGraph {
 public:
  explicit LayeredGraph(FlowLayout& layout) : layout_(layout), stops_(layout.boxes.size()) {
    for (std::size_t b = 0; b < layout_.boxes.size(); ++b) {
      stops_[b].width = layout_.boxes[b].width;
      stops_[b].height = layout_.boxes[b].height;
    }
  }

  void lay_out() {
    break_circles();
    assign_layers();
    tie_ways();
    order_layers();
    place_in_layers();
    write();
  }

 private:
  // A way that leads back to where the case came from is laid out the other way round.
  void break_circles() {
    std::vector<std::vector<std::size_t>> leaving(stops_.size());
    for (std::size_t w = 0; w < layout_.ways.size(); ++w) leaving[layout_.ways[w].from].push_back(w);
    backwards_.assign(layout_.ways.size(), false);
    std::vector<int> state(stops_.size(), 0);  // 0 not seen, 1 on the way here, 2 done
    struct Visit {
      std::size_t box;
      std::size_t next;
    };
    for (std::size_t first = 0; first < stops_.size(); ++first) {
      if (state[first] != 0) continue;
      std::vector<Visit> path{{first, 0}};
      state[first] = 1;
      while (!path.empty()) {
        Visit& here = path.back();
        if (here.next == leaving[here.box].size()) {
          state[here.box] = 2;
          path.pop_back();
          continue;
        }
        const std::size_t way = leaving[here.box][here.next++];
        const std::size_t to = layout_.ways[way].to;
        if (state[to] == 1) backwards_[way] = true;
        if (state[to] != 0) continue;
        state[to] = 1;
        path.push_back({to, 0});
      }
    }
  }

  [[nodiscard]] std::pair<std::size_t, std::size_t> ends(std::size_t way) const {
    const FlowWay& one = layout_.ways[way];
    return backwards_[way] ? std::pair(one.to, one.from) : std::pair(one.from, one.to);
  }

  // The longest way from above decides; as many rounds as there are boxes reach every one.
  void assign_layers() {
    bool changed = true;
    for (std::size_t round = 0; changed && round <= stops_.size(); ++round) {
      changed = false;
      for (std::size_t w = 0; w < layout_.ways.size(); ++w) {
        const auto [from, to] = ends(w);
        if (from == to || stops_[to].layer > stops_[from].layer) continue;
        stops_[to].layer = stops_[from].layer + 1;
        changed = true;
      }
    }
    for (std::size_t s = 0; s < stops_.size(); ++s) join_layer(s);
  }

  void join_layer(std::size_t stop) {
    if (stops_[stop].layer >= layers_.size()) layers_.resize(stops_[stop].layer + 1);
    layers_[stops_[stop].layer].push_back(stop);
  }

  void tie_ways() {
    chains_.resize(layout_.ways.size());
    for (std::size_t w = 0; w < layout_.ways.size(); ++w) {
      const auto [from, to] = ends(w);
      chains_[w].push_back(from);
      if (from == to) continue;
      for (std::size_t layer = stops_[from].layer + 1; layer < stops_[to].layer; ++layer) {
        Stop crossing;
        crossing.layer = layer;
        crossing.width = kWayThrough;
        stops_.push_back(crossing);
        chains_[w].push_back(stops_.size() - 1);
        join_layer(stops_.size() - 1);
      }
      chains_[w].push_back(to);
      for (std::size_t i = 1; i < chains_[w].size(); ++i) {
        stops_[chains_[w][i - 1]].below.push_back(chains_[w][i]);
        stops_[chains_[w][i]].above.push_back(chains_[w][i - 1]);
      }
    }
  }

  void order_layers() {
    for (const auto& layer : layers_) number(layer);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      const bool down = sweep % 2 == 0;
      for (std::size_t i = 0; i < layers_.size(); ++i)
        order_layer(layers_[down ? i : layers_.size() - 1 - i], down);
    }
  }

  // `x` is the place in the layer while layers are put in order.
  void number(const std::vector<std::size_t>& layer) {
    for (std::size_t i = 0; i < layer.size(); ++i)
      stops_[layer[i]].x = static_cast<double>(i) - static_cast<double>(layer.size() - 1) / 2;
  }

  void order_layer(std::vector<std::size_t>& layer, bool by_above) {
    std::vector<std::pair<double, std::size_t>> wanted;
    for (const std::size_t s : layer) wanted.emplace_back(middle_of(stops_[s], by_above), s);
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    for (std::size_t i = 0; i < layer.size(); ++i) layer[i] = wanted[i].second;
    number(layer);
  }

  [[nodiscard]] double middle_of(const Stop& stop, bool of_above) const {
    const std::vector<std::size_t>& tied = of_above ? stop.above : stop.below;
    if (tied.empty()) return stop.x;
    return std::accumulate(tied.begin(), tied.end(), 0.0,
                           [this](double sum, std::size_t s) { return sum + stops_[s].x; }) /
           static_cast<double>(tied.size());
  }

  // Side by side at first; then each goes towards what it is tied to, as far as its neighbours let it.
  void place_in_layers() {
    for (const auto& layer : layers_) {
      double x = 0;
      for (const std::size_t s : layer) {
        stops_[s].x = x + stops_[s].width / 2;
        x += stops_[s].width + kBetweenBoxes;
      }
      for (const std::size_t s : layer) stops_[s].x -= x / 2;
    }
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      const bool down = sweep % 2 == 0;
      for (std::size_t i = 0; i < layers_.size(); ++i)
        move_layer(layers_[down ? i : layers_.size() - 1 - i], down);
    }
  }

  void move_layer(const std::vector<std::size_t>& layer, bool by_above) {
    std::vector<double> wanted;
    for (const std::size_t s : layer) wanted.push_back(middle_of(stops_[s], by_above));
    std::vector<double> from_left = wanted;
    std::vector<double> from_right = wanted;
    for (std::size_t i = 1; i < layer.size(); ++i)
      from_left[i] = std::max(wanted[i], from_left[i - 1] + apart(layer[i - 1], layer[i]));
    for (std::size_t i = layer.size(); i-- > 1;)
      from_right[i - 1] = std::min(wanted[i - 1], from_right[i] - apart(layer[i - 1], layer[i]));
    // Both keep the neighbours apart, so their mean does.
    for (std::size_t i = 0; i < layer.size(); ++i) stops_[layer[i]].x = (from_left[i] + from_right[i]) / 2;
  }

  [[nodiscard]] double apart(std::size_t left, std::size_t right) const {
    return (stops_[left].width + stops_[right].width) / 2 + kBetweenBoxes;
  }

  void write() {
    std::vector<double> tops;
    std::vector<double> heights;
    double y = 0;
    for (const auto& layer : layers_) {
      double height = 0;
      for (const std::size_t s : layer) height = std::max(height, stops_[s].height);
      tops.push_back(y);
      heights.push_back(height);
      y += height + kBetweenLayers;
    }
    double leftmost = 0;
    double rightmost = 0;
    for (const Stop& stop : stops_) {
      leftmost = std::min(leftmost, stop.x - stop.width / 2);
      rightmost = std::max(rightmost, stop.x + stop.width / 2);
    }
    layout_.width = rightmost - leftmost;
    layout_.height = y - kBetweenLayers;
    for (Stop& stop : stops_) stop.x -= leftmost;
    for (std::size_t b = 0; b < layout_.boxes.size(); ++b)
      layout_.boxes[b].centre = {stops_[b].x, tops[stops_[b].layer] + heights[stops_[b].layer] / 2};
    for (std::size_t w = 0; w < layout_.ways.size(); ++w)
      layout_.ways[w].through = way_through(w, tops, heights);
  }

  // From the lower edge of the one box to the upper edge of the other, or back.
  [[nodiscard]] std::vector<PicturePoint> way_through(std::size_t way, const std::vector<double>& tops,
                                                      const std::vector<double>& heights) const {
    const std::vector<std::size_t>& chain = chains_[way];
    const auto middle_of_layer = [&](const Stop& stop) { return tops[stop.layer] + heights[stop.layer] / 2; };
    if (chain.size() == 1) return bow(stops_[chain[0]], middle_of_layer(stops_[chain[0]]));
    std::vector<PicturePoint> points;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const Stop& stop = stops_[chain[i]];
      const double middle = middle_of_layer(stop);
      if (i == 0)
        points.push_back({stop.x, middle + stop.height / 2});
      else if (i + 1 == chain.size())
        points.push_back({stop.x, middle - stop.height / 2});
      else {
        points.push_back({stop.x, tops[stop.layer]});
        points.push_back({stop.x, tops[stop.layer] + heights[stop.layer]});
      }
    }
    if (backwards_[way]) std::reverse(points.begin(), points.end());
    return points;
  }

  // Of a way from a box to itself.
  [[nodiscard]] static std::vector<PicturePoint> bow(const Stop& stop, double middle) {
    constexpr double kHalf = 8;
    const double edge = stop.x + stop.width / 2;
    return {{edge, middle - kHalf}, {edge + kBetweenBoxes, middle}, {edge, middle + kHalf}};
  }

  FlowLayout& layout_;
  std::vector<Stop> stops_;  // the boxes first
  std::vector<bool> backwards_;
  std::vector<std::vector<std::size_t>> layers_;
  std::vector<std::vector<std::size_t>> chains_;  // by way, from above to below
};

}  // namespace

void lay_out(FlowLayout& layout) {
  LayeredGraph(layout).lay_out();
}

}  // namespace sendcap::report
