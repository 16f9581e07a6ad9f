#include "county_floor.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "sendcap/engine/calendar.hpp"
#include "sendcap/engine/distribution.hpp"
#include "sendcap/engine/random.hpp"

namespace sendcap::limits {
namespace {

using engine::Calendar;
using engine::Distribution;
using engine::Event;
using engine::ReplicationKey;
using engine::Stream;

// A child or a case: one line of the cache, of which an event reads and writes a little.
struct alignas(64) Line {
  double since = 0;
  std::uint32_t events = 0;
  std::array<std::uint16_t, 6> positions{};
};

constexpr std::size_t kPositions = 64;  // groups there are
constexpr std::size_t kBins = 256;      // of waits
constexpr double kMeanTime = 70;        // days to a child's next event: the children over the events a day

class Floor {
 public:
  Floor(const CountyWork& work, std::uint32_t replication)
      : work_(work),
        key_(1, replication),
        children_(work.children),
        cases_(work.children),
        counts_(kPositions * kBins) {}

  std::uint64_t run() {
    start();
    for (std::size_t month = 0; month < work_.months; ++month) {
      for (std::uint64_t left = in_month(work_.events, month); left > 0; --left) happen();
      end_of_month(in_month(work_.read_at_months_ends, month));
    }
    std::uint64_t all = 0;
    for (const std::uint32_t count : counts_) all += count;
    return all;
  }

 private:
  void start() {
    for (std::uint32_t child = 0; child < work_.children; ++child) {
      Stream random(key_, 1, child, 1);
      if (child < work_.at_start)
        for (std::size_t a = 0; a < work_.attributes; ++a)
          children_[child].positions[a] = static_cast<std::uint16_t>(random.uniform() * kPositions);
      calendar_.schedule(time_.draw(random), 0, child, 0);
    }
  }

  void happen() {
    const Event event = calendar_.pop();
    Line& child = children_[event.subject];
    Line& own_case = cases_[event.subject];
    Stream service(key_, 1, event.subject, ++own_case.events * 2);
    Stream next(key_, 1, event.subject, own_case.events * 2 + 1);
    own_case.since += time_.draw(service);
    count(child, static_cast<std::size_t>(event.time - child.since));
    child.since = event.time;
    calendar_.schedule(event.time + time_.draw(next), 0, event.subject, 0);
    now_ = event.time;
  }

  void count(const Line& child, std::size_t wait) {
    const std::size_t bin = std::min(wait, kBins - 1);
    for (std::size_t g = 0; g < work_.groups; ++g) ++counts_[child.positions[g] * kBins + bin];
  }

  // The share of a month, so that all months together are the whole.
  [[nodiscard]] std::uint64_t in_month(std::uint64_t all, std::size_t month) const {
    return all * (month + 1) / work_.months - all * month / work_.months;
  }

  void end_of_month(std::uint64_t reads) {
    for (std::uint64_t read = 0; read < reads; ++read) {
      const Line& child = children_[read % children_.size()];
      count(child, static_cast<std::size_t>(now_ - child.since));
    }
  }

  const CountyWork& work_;
  ReplicationKey key_;
  Distribution time_ = Distribution::exponential(kMeanTime);
  Calendar calendar_;
  std::vector<Line> children_;
  std::vector<Line> cases_;
  std::vector<std::uint32_t> counts_;
  double now_ = 0;
};

}  // namespace

std::uint64_t floor_of_county(const CountyWork& work, std::uint32_t replication) {
  return Floor(work, replication).run();
}

}  // namespace sendcap::limits
