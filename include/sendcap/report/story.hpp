#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/model/model.hpp"
#include "sendcap/model/trace.hpp"

namespace sendcap::report {

/// Who a child is, under every plan of a replication (model::Child).
struct ChildKey {
  std::uint32_t source = 0;
  std::uint32_t number = 0;
};

/// Keeps what happens to one child of a run, and nothing of the others.
class Story final : public model::Observer {
 public:
  /// Of the how-manieth child of the run, from 1; those present at the start come first. The model must
  /// outlive the story.
  Story(const model::Model& model, std::uint32_t arrival) : model_(&model), arrival_(arrival) {}
  /// Of a child that is known, from its story under another plan.
  Story(const model::Model& model, ChildKey who) : model_(&model), who_(who) {}

  void note(const model::TraceRecord& record, const model::Child& child) override;

  /// What happened, in order of time; nothing when the child did not come.
  [[nodiscard]] const std::vector<model::TraceRecord>& records() const { return records_; }
  /// The child as it was when it came, and who it is; empty when it did not come.
  [[nodiscard]] const std::optional<model::Child>& child() const { return child_; }
  /// How many children came in the run.
  [[nodiscard]] std::uint32_t children() const { return children_; }
  [[nodiscard]] const model::Model& model() const { return *model_; }

 private:
  [[nodiscard]] bool is_about(const model::TraceRecord& record) const;

  const model::Model* model_;
  std::uint32_t arrival_ = 0;
  std::optional<ChildKey> who_;
  std::vector<model::TraceRecord> records_;
  std::optional<model::Child> child_;
  std::uint32_t children_ = 0;
};

/// The story of a child under a plan.
struct Life {
  std::string plan;
  const Story* story = nullptr;
};

/// In which run the lives were lived.
struct StoryHeading {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
};

/// One life, or two of the same child, in plain English with dates (UTF-8). What is alike under two plans is
/// told once; from where the lives part, and the day is said, they stand side by side, in at most 100
/// columns. When they never part, that is said.
[[nodiscard]] std::string story_text(const StoryHeading& heading, const std::vector<Life>& lives);

}  // namespace sendcap::report
