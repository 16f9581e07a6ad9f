// The hold model (Jones 1986): a calendar of N events, of which the earliest is taken again and again and put
// back after an exponential time. Its cost per hold is that of one pop and one schedule.

#include <benchmark/benchmark.h>

#include <queue>
#include <vector>

#include "sendcap/engine/calendar.hpp"
#include "sendcap/engine/distribution.hpp"

namespace {

using sendcap::engine::Calendar;
using sendcap::engine::Distribution;
using sendcap::engine::Event;
using sendcap::engine::PendingEvent;
using sendcap::engine::ReplicationKey;
using sendcap::engine::Stream;

// The same events and the same order in the standard library's binary heap.
class StandardQueue {
 public:
  void schedule(double time, unsigned priority, std::uint32_t subject, std::uint32_t detail) {
    queue_.push(
        sendcap::engine::pending(time, (std::uint64_t{priority} << 56U) | scheduled_++, subject, detail));
  }
  Event pop() {
    const Event event = happening(queue_.top());
    queue_.pop();
    return event;
  }

 private:
  struct Later {
    bool operator()(const PendingEvent& left, const PendingEvent& right) const {
      return happens_before(right, left);
    }
  };
  std::priority_queue<PendingEvent, std::vector<PendingEvent>, Later> queue_;
  std::uint64_t scheduled_ = 0;
};

constexpr std::size_t kDelays = 1U << 16U;

// Delays are drawn beforehand, so that the calendar is measured and not the draws.
std::vector<double> exponential_delays() {
  std::vector<double> delays(kDelays);
  const Distribution exponential = Distribution::exponential(1);
  Stream stream(ReplicationKey(1, 0), 0, 0, 0);
  for (double& delay : delays) delay = exponential.draw(stream);
  return delays;
}

template <class Queue>
void hold(benchmark::State& state) {
  const std::vector<double> delays = exponential_delays();
  const auto pending = static_cast<std::uint32_t>(state.range(0));
  std::size_t draw = 0;
  const auto next_delay = [&] { return delays[draw++ % kDelays]; };
  Queue queue;
  for (std::uint32_t event = 0; event < pending; ++event) queue.schedule(next_delay(), 0, event, 0);
  const auto hold_once = [&] {
    const Event event = queue.pop();
    queue.schedule(event.time + next_delay(), 0, event.subject, 0);
  };
  for (std::uint32_t warm_up = 0; warm_up < 2 * pending; ++warm_up) hold_once();
  for (auto iteration : state) hold_once();
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(hold<Calendar>)->Arg(2)->Arg(1000)->Arg(10000)->Arg(100000)->Arg(1000000);
BENCHMARK(hold<StandardQueue>)->Arg(2)->Arg(1000)->Arg(10000)->Arg(100000)->Arg(1000000);

}  // namespace
