#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/report/story.hpp"

namespace sendcap::report {

// One thing that happened to a child, as a sentence.
struct Sentence {
  std::size_t record = 0;  // that it tells; how many there are, when it is about the end of the run
  std::int64_t day = 0;    // since 1970-01-01
  std::string text;
  std::string pathway;      // that it is about; empty where that goes without saying
  bool may_repeat = false;  // a round of placement in which there was no place, one of many
};

// Whether what is recorded second is that a child who joined a queue is seen at the same moment: then the
// queue goes without saying.
[[nodiscard]] bool is_seen_at_once(const model::TraceRecord& joined, const model::TraceRecord& next);

// Turns what is recorded of a child into sentences. Remembers what the child waits for, to say how long.
class Narrator {
 public:
  // The pathways are named where the child has several. The story must outlive the narrator.
  Narrator(const Story& story, bool names_pathways);

  // All that happened, and what the child is doing when the run ends unless it has left before.
  [[nodiscard]] std::vector<Sentence> tell();

 private:
  // A step that a case of the child is at.
  struct Activity {
    enum class Kind { waits, wants_a_place, is_under_way, is_placed } kind = Kind::waits;
    std::uint32_t case_number = 0;
    std::string_view step;
    std::string_view name;  // of the provision
    double since = 0;
    bool from_before = false;  // the run, and nobody knows since when
    std::string words;
  };

  // Empty for what says nothing new.
  std::string sentence(const model::TraceRecord& record);
  std::string came(const model::TraceRecord& record);
  [[nodiscard]] std::string opened(const model::TraceRecord& record) const;
  [[nodiscard]] std::string since_before(const model::TraceRecord& record) const;
  [[nodiscard]] std::string date_of(double time) const;
  std::string joined(const model::TraceRecord& record);
  std::string began(const model::TraceRecord& record);
  std::string finished(const model::TraceRecord& record);
  std::string closed(const model::TraceRecord& record);
  std::string placed(const model::TraceRecord& record);
  std::string left_place(const model::TraceRecord& record);
  [[nodiscard]] std::vector<std::string> at_the_end() const;

  void begin(Activity::Kind kind, const model::TraceRecord& record);
  void end_step(const model::TraceRecord& record);
  [[nodiscard]] std::string wait_until(const model::TraceRecord& record) const;
  [[nodiscard]] std::string after_waiting(const Activity& wait, double until) const;
  [[nodiscard]] const model::Step* step_of(const model::TraceRecord& record) const;
  [[nodiscard]] std::string step_in_words(const model::TraceRecord& record) const;

  const Story& story_;
  const model::Model& model_;
  bool names_pathways_;
  bool gone_ = false;
  std::vector<Activity> activities_;
};

}  // namespace sendcap::report
