#pragma once

#include <cstdint>
#include <cstring>

namespace sendcap::engine {

/// Something that happens. The meaning of `subject` and `detail` is the caller's; an event that was overtaken
/// by others is recognised by a stale stamp in `detail` (the calendar cancels nothing).
struct Event {
  double time = 0;            ///< when it happens, never negative
  std::uint64_t order = 0;    ///< priority in the top 8 bits, sequence of scheduling in the lower 56
  std::uint32_t subject = 0;  ///< what it is about
  std::uint32_t detail = 0;   ///< what happens to it
};

/// An event as the calendar keeps it: three words of one size. What is written as a whole can be read as a
/// whole again at once; a processor waits for parts that were written apart.
struct PendingEvent {
  std::uint64_t time_bits = 0;
  std::uint64_t order = 0;
  std::uint64_t what = 0;

  double time() const {
    double value = 0;
    std::memcpy(&value, &time_bits, sizeof value);
    return value;
  }
};

inline PendingEvent pending(double time, std::uint64_t order, std::uint32_t subject, std::uint32_t detail) {
  PendingEvent event{0, order, (std::uint64_t{detail} << 32U) | subject};
  std::memcpy(&event.time_bits, &time, sizeof time);
  return event;
}

inline Event happening(const PendingEvent& event) {
  return Event{event.time(), event.order, static_cast<std::uint32_t>(event.what),
               static_cast<std::uint32_t>(event.what >> 32U)};
}

/// Whether `left` happens before `right`: by time, then priority, then sequence.
inline bool happens_before(const PendingEvent& left, const PendingEvent& right) {
  // The bits of doubles that are not negative order like the doubles. One wide comparison takes no branch,
  // and which event is the earlier one is what a processor can not predict.
  __extension__ using Wide = unsigned __int128;
  return ((Wide{left.time_bits} << 64U) | left.order) < ((Wide{right.time_bits} << 64U) | right.order);
}

/// Copies an event word by word. Compilers would copy two words in one go, for which the processor waits if
/// they have only just been written apart: in a small calendar that is half of the time. Volatile forbids it.
inline PendingEvent read_by_words(const PendingEvent& event) {
  const volatile PendingEvent& words = event;
  return PendingEvent{words.time_bits, words.order, words.what};
}

/// The same for writing.
inline void write_by_words(PendingEvent& place, const PendingEvent& event) {
  volatile PendingEvent& words = place;
  words.time_bits = event.time_bits;
  words.order = event.order;
  words.what = event.what;
}

}  // namespace sendcap::engine
