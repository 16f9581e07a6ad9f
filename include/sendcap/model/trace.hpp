#pragma once

#include <cstdint>
#include <string_view>

#include "sendcap/model/child.hpp"

namespace sendcap::model {

/// What can happen to a child, as an observer of a run is told.
enum class Happening : std::uint8_t {
  came,         ///< the child is new in the world; what: demand, or `at start`
  opened,       ///< a case; what: pathway
  joined,       ///< a queue, or the wait for a place; count: how many were waiting in the same line before it
  began,        ///< a visit to a service, or a wait that needs none
  not_brought,  ///< to an appointment
  finished,     ///< the step
  raised,       ///< in priority; what: why
  closed,       ///< a case; what: outcome or reason
  placed,       ///< in a provision; what: its name
  offered,      ///< a place for September; what: provision
  not_placed,   ///< at the end of a round; what: why
  left_place,   ///< what: the provision left
  flag_gained,  ///< what: flag
  flag_lost,    ///< what: flag
  struck,       ///< by something that may happen while waiting or placed; what: its name
  gone,         ///< the child leaves the world
};
inline constexpr std::size_t kHappeningCount = 16;

/// The word for a happening in event files.
[[nodiscard]] std::string_view word(Happening happening);

/// One thing that happened to one child. The texts live as long as the model.
struct TraceRecord {
  double time = 0;           ///< days since the start of the run (a warm-up included)
  std::uint32_t source = 0;  ///< with `number`: who the child is, under every plan
  std::uint32_t number = 0;
  std::uint32_t arrival = 0;  ///< the how-manieth child of this run, from 1
  /// Of the whole case in this run, whichever of its forked parts it is about: from 1, in the order in which
  /// cases open, with gaps; 0 when it is about the child itself.
  std::uint32_t case_number = 0;
  Happening happening = Happening::came;
  std::string_view pathway;  ///< empty when it is about the child itself
  std::string_view step;
  std::string_view what;    ///< see Happening
  std::uint32_t count = 0;  ///< see Happening
  bool at_start = false;    ///< it was so before the run, and is told when the run starts
  double since = 0;  ///< since when it is so; before `time` where it was so before the run for a known time
};

/// Told of everything that happens in a run, in order of time. Called from the thread that runs.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void note(const TraceRecord& record, const Child& child) = 0;

 protected:
  Observer() = default;
  Observer(const Observer&) = default;
  Observer& operator=(const Observer&) = default;
};

}  // namespace sendcap::model
