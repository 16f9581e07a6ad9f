// The hold model (Jones 1986): a calendar of N events, of which the earliest is taken again and again and put
// back after an exponential time. Its cost per hold is that of one pop and one schedule.
//
// With cancellation, each of N subjects has its next event and a timer beside it, which the event usually
// overtakes: what the model does with patience. What was overtaken stays in the calendar until its time comes
// and is known by its stamp.

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

// Whoever comes first, event or timer, cancels the other by moving the stamp on.
template <class Queue>
class Cancelling {
 public:
  explicit Cancelling(std::uint32_t subjects) : stamps_(subjects) {
    for (std::uint32_t subject = 0; subject < subjects; ++subject) go_on(subject, 0);
  }

  void hold() {
    for (;;) {
      const Event event = queue_.pop();
      if (event.detail != stamps_[event.subject]) continue;
      ++stamps_[event.subject];
      return go_on(event.subject, event.time);
    }
  }

 private:
  static constexpr double kTimer = 3;  // an exponential time of mean 1 is longer once in twenty

  void go_on(std::uint32_t subject, double now) {
    queue_.schedule(now + delays_[draw_++ % kDelays], 0, subject, stamps_[subject]);
    queue_.schedule(now + kTimer, 0, subject, stamps_[subject]);
  }

  std::vector<double> delays_ = exponential_delays();
  std::size_t draw_ = 0;
  std::vector<std::uint32_t> stamps_;
  Queue queue_;
};

template <class Queue>
void hold_with_cancellation(benchmark::State& state) {
  const auto subjects = static_cast<std::uint32_t>(state.range(0));
  Cancelling<Queue> model(subjects);
  for (std::uint32_t warm_up = 0; warm_up < 4 * subjects; ++warm_up) model.hold();
  for (auto iteration : state) model.hold();
  state.SetItemsProcessed(state.iterations());
}

void sizes(benchmark::internal::Benchmark* hold) {
  for (const int pending : {2, 1'000, 10'000, 100'000, 1'000'000}) hold->Arg(pending);
}

BENCHMARK(hold<Calendar>)->Apply(sizes);
BENCHMARK(hold<StandardQueue>)->Apply(sizes);
BENCHMARK(hold_with_cancellation<Calendar>)->Apply(sizes);
BENCHMARK(hold_with_cancellation<StandardQueue>)->Apply(sizes);

}  // namespace
