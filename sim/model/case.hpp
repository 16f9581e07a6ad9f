#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "sendcap/model/child.hpp"

namespace sendcap::model {

inline constexpr double kNever = std::numeric_limits<double>::infinity();

/// Where a case is.
enum class CaseState : std::uint8_t {
  free,      ///< not in use
  in_queue,  ///< waits for a service
  away,      ///< was not brought; waits to be booked again, still on the list
  in_service,
  passing_time,  ///< in a `wait`, or between contacts
  forked,        ///< its parts are at work
  wants_place,   ///< waits for a place
  placed,        ///< an enrolment: holds the child's place
  returning,     ///< closed once; its child will be referred again
};

/// How much of a hazard a case bears before it strikes, see waiting.cpp.
struct Tolerance {
  double lot = 0;   ///< on (0, 1): the tolerance is −ln of it; 0 until it is drawn
  double used = 0;  ///< infinite once it has struck
  [[nodiscard]] bool has_struck() const { return used == kNever; }
};

/// One referral of one child on its way along a pathway, or a part of it after a fork.
struct Case {
  double referred = 0;          ///< start of the clock of the whole case
  double begun = 0;             ///< the case, or this part of it after a fork
  double joined = 0;            ///< joined the present queue; took up the present place
  double counted_from = 0;      ///< up to here the tolerances used up are noted
  double unsupported_from = 0;  ///< up to here the time waited without support is noted
  double key = 0;               ///< place in the queue by its rule
  std::uint64_t sequence = 0;   ///< breaks ties between equal keys
  Index child = kNone;
  Index step = 0;
  Index queue = kNone;
  Index previous = kNone;  ///< in the queue's line, or place in its heap
  Index next = kNone;
  Index previous_of_child = kNone;
  Index next_of_child = kNone;
  Index parent = kNone;  ///< the case of which this is a forked part
  std::array<std::uint32_t, 2>
      on_list{};                     ///< line on the rolls of the services, or of placement, while waiting
  std::uint32_t on_open = kNone;     ///< line on the roll of the pathway's open cases; for whole cases
  Index place = kNone;               ///< provision while placed; offered while wanting a place, for September
  Index group = kNone;               ///< of places, likewise
  Index group_in_september = kNone;  ///< of a place held: the group next September; kNone if it ends before
  std::uint32_t number = 0;          ///< the how-manieth case of the run
  std::uint32_t stamp = 0;           ///< events of an earlier stamp are stale
  std::uint32_t visits = 0;          ///< steps begun so far: keeps random numbers of repeated visits apart
  std::uint16_t parts = 0;           ///< forked parts not yet back
  std::uint16_t ordinal = 0;  ///< 0 for the child's first case from its source, 1 for its first re-referral …
  std::uint16_t contacts_left = 0;
  std::uint16_t leave_reason = 0;
  std::uint8_t priority_class = 0;
  std::uint8_t missed = 0;     ///< times not brought
  std::int8_t raised_to = -1;  ///< class to which an escalation raised it in the present queue
  CaseState state = CaseState::free;
  bool contacted = false;        ///< first contact has happened
  bool for_september = false;    ///< a request of the phase transfer, before 1 September
  std::uint8_t clocks_done = 0;  ///< bit by StepClock::bit
  bool closed = false;           ///< left during a visit; the server is still held
};

}  // namespace sendcap::model
