#include "sendcap/experiment/hyperbox.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "sendcap/engine/random.hpp"

namespace sendcap::experiment {
namespace {

// Corners of a box, both within it.
struct Box {
  LatticePoint low;
  LatticePoint high;
};

class LatticeSearch {
 public:
  LatticeSearch(const std::vector<std::uint32_t>& sizes, const LookAt& look_at,
                const HyperboxOptions& options)
      : sizes_(sizes),
        look_at_(look_at),
        options_(options),
        random_(engine::ReplicationKey(options.seed, 0), engine::name_hash("adaptive hyperbox"), 0, 0) {}

  Visited run(const std::vector<LatticePoint>& first) {
    std::vector<LatticePoint> start = first;
    while (!visited_.stopped) {
      add_unseen(whole(), start, options_.points_at_once);
      if (start.empty()) break;
      ++visited_.climbs;
      climb(start);
      start.clear();
      if (is_full()) break;
    }
    return std::move(visited_);
  }

 private:
  // From these points on to a local optimum.
  void climb(std::vector<LatticePoint> next) {
    std::set<LatticePoint> seen;  // in this climb
    while (!next.empty() && !is_full()) {
      if (!look(next, seen)) return;
      const LatticePoint best = best_of(seen);
      const Box box = box_around(best, seen);
      next.clear();
      if (!is_tight(box, best)) add_unseen(box, next, options_.points_at_once);
      if (next.empty()) next = neighbours(best, seen);
    }
  }

  [[nodiscard]] bool is_full() const { return visited_.points.size() >= options_.most_points; }

  // Looks at new points, and again at the best so far, which has to hold its place.
  bool look(std::vector<LatticePoint> next, std::set<LatticePoint>& seen) {
    std::size_t room = options_.most_points - visited_.points.size();
    std::vector<LatticePoint> points;
    for (LatticePoint& point : next) {
      const bool is_new = known_.count(point) == 0;
      if (is_new && room == 0) continue;
      if (is_new) --room;
      if (std::find(points.begin(), points.end(), point) == points.end()) points.push_back(std::move(point));
    }
    if (!seen.empty()) points.push_back(best_of(seen));
    ++rounds_;
    const std::uint32_t observations = std::max(
        options_.first_observations,
        static_cast<std::uint32_t>(std::ceil(5 * std::pow(std::log(static_cast<double>(rounds_)), 1.01))));
    const std::optional<std::vector<Glimpse>> glimpses = look_at_(points, observations);
    visited_.observations = std::max(visited_.observations, observations);
    visited_.stopped = !glimpses;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (known_.count(points[i]) == 0) visited_.points.push_back(points[i]);
      known_[points[i]] = glimpses ? (*glimpses)[i] : Glimpse();
      seen.insert(points[i]);
    }
    return !visited_.stopped;
  }

  [[nodiscard]] LatticePoint best_of(const std::set<LatticePoint>& seen) const {
    return *std::min_element(seen.begin(), seen.end(), [&](const LatticePoint& a, const LatticePoint& b) {
      return known_.at(a).better_than(known_.at(b));
    });
  }

  [[nodiscard]] Box whole() const {
    Box box{LatticePoint(sizes_.size(), 0), sizes_};
    for (std::uint32_t& high : box.high) --high;
    return box;
  }

  // In each coordinate up to the nearest point that was seen on either side.
  [[nodiscard]] Box box_around(const LatticePoint& best, const std::set<LatticePoint>& seen) const {
    Box box = whole();
    for (const LatticePoint& point : seen)
      for (std::size_t d = 0; d < sizes_.size(); ++d) {
        if (point[d] < best[d]) box.low[d] = std::max(box.low[d], point[d]);
        if (point[d] > best[d]) box.high[d] = std::min(box.high[d], point[d]);
      }
    return box;
  }

  [[nodiscard]] static bool is_tight(const Box& box, const LatticePoint& best) {
    for (std::size_t d = 0; d < best.size(); ++d)
      if (box.high[d] - best[d] > 1 || best[d] - box.low[d] > 1) return false;
    return true;
  }

  // Points never looked at, drawn evenly from a box; fewer when it has hardly any.
  void add_unseen(const Box& box, std::vector<LatticePoint>& points, std::size_t wanted) {
    constexpr int kTriesForEach = 20;
    int tries = kTriesForEach * static_cast<int>(wanted);
    while (points.size() < wanted && tries-- > 0) {
      LatticePoint point(sizes_.size());
      for (std::size_t d = 0; d < sizes_.size(); ++d) {
        const std::uint32_t width = box.high[d] - box.low[d] + 1;
        point[d] = box.low[d] + std::min(static_cast<std::uint32_t>(random_.uniform() * width), width - 1);
      }
      const bool known = known_.count(point) > 0;
      if (!known && std::find(points.begin(), points.end(), point) == points.end())
        points.push_back(std::move(point));
    }
  }

  // One step away in one coordinate, and not yet seen in this climb.
  [[nodiscard]] std::vector<LatticePoint> neighbours(const LatticePoint& best,
                                                     const std::set<LatticePoint>& seen) const {
    std::vector<LatticePoint> found;
    for (std::size_t d = 0; d < sizes_.size(); ++d)
      for (const int step : {-1, 1}) {
        if ((step < 0 && best[d] == 0) || (step > 0 && best[d] + 1 == sizes_[d])) continue;
        LatticePoint point = best;
        point[d] = step < 0 ? point[d] - 1 : point[d] + 1;
        if (seen.count(point) == 0) found.push_back(std::move(point));
      }
    return found;
  }

  const std::vector<std::uint32_t>& sizes_;
  const LookAt& look_at_;
  const HyperboxOptions& options_;
  engine::Stream random_;
  Visited visited_;
  std::map<LatticePoint, Glimpse> known_;
  std::size_t rounds_ = 0;
};

}  // namespace

bool Glimpse::better_than(const Glimpse& other) const {
  const bool affordable = beyond_limit <= 0;
  if (affordable != (other.beyond_limit <= 0)) return affordable;
  if (!affordable && beyond_limit != other.beyond_limit) return beyond_limit < other.beyond_limit;
  return goal < other.goal;
}

Visited search_lattice(const std::vector<std::uint32_t>& sizes, const std::vector<LatticePoint>& first,
                       const LookAt& look_at, const HyperboxOptions& options) {
  return LatticeSearch(sizes, look_at, options).run(first);
}

}  // namespace sendcap::experiment
