#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "wait_counts.hpp"

namespace sendcap::limits {

inline constexpr double kNever = std::numeric_limits<double>::infinity();

/// Servers with one line before them, first come first served, and what is recorded there: the waits of
/// those served, and the number waiting and being served, weighted with time.
class Station {
 public:
  explicit Station(std::size_t servers) : servers_(servers) { ends_.reserve(servers); }

  /// When the next service is over; kNever when nobody is served.
  double next_end() const { return ends_.empty() ? kNever : ends_.back(); }

  /// Somebody comes who needs so long, and is gone at `gives_up` unless served by then.
  void arrive(double now, double service, double gives_up = kNever) {
    pass(now);
    if (ends_.size() < servers_) {
      waits_.add(0);
      begin(now + service);
    } else {
      line_.push({now, service, gives_up});
    }
  }

  /// The next service is over: it is `now`. The first in line who has not given up is next.
  void end_service(double now) {
    pass(now);
    ends_.pop_back();
    while (!line_.empty()) {
      const Waiting next = line_.pop();
      if (next.gives_up > now) {
        waits_.add(now - next.came);
        begin(now + next.service);
        return;
      }
      ++gave_up_;
      waiting_area_ -= now - next.gives_up;  // for so long nobody stood there any more
    }
  }

  const WaitCounts& waits() const { return waits_; }
  std::uint64_t gave_up() const { return gave_up_; }
  double waiting_on_average() const { return waiting_area_ / last_; }
  double served_on_average() const { return serving_area_ / last_; }

 private:
  struct Waiting {
    double came;
    double service;
    double gives_up;
  };

  // A line in a ring that doubles when it is full.
  class Line {
   public:
    bool empty() const { return front_ == back_; }
    std::size_t size() const { return back_ - front_; }
    void push(const Waiting& last) {
      if (size() == ring_.size()) grow();
      ring_[back_++ & (ring_.size() - 1)] = last;
    }
    Waiting pop() { return ring_[front_++ & (ring_.size() - 1)]; }

   private:
    void grow() {
      std::vector<Waiting> larger(2 * ring_.size());
      for (std::size_t i = front_; i < back_; ++i)
        larger[i & (larger.size() - 1)] = ring_[i & (ring_.size() - 1)];
      ring_.swap(larger);
    }

    std::vector<Waiting> ring_ = std::vector<Waiting>(16);
    std::size_t front_ = 0;
    std::size_t back_ = 0;
  };

  void pass(double now) {
    const double time = now - last_;
    waiting_area_ += time * static_cast<double>(line_.size());
    serving_area_ += time * static_cast<double>(ends_.size());
    last_ = now;
  }

  // The earliest end stands last.
  void begin(double end) {
    ends_.push_back(end);
    for (std::size_t i = ends_.size() - 1; i > 0 && ends_[i - 1] < end; --i) {
      ends_[i] = ends_[i - 1];
      ends_[i - 1] = end;
    }
  }

  std::size_t servers_;
  std::vector<double> ends_;
  Line line_;
  WaitCounts waits_;
  std::uint64_t gave_up_ = 0;
  double last_ = 0;
  double waiting_area_ = 0;
  double serving_area_ = 0;
};

}  // namespace sendcap::limits
