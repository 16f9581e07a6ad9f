#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sendcap/engine/random.hpp"
#include "sendcap/experiment/trials.hpp"

namespace sendcap::testing {

/// A crew that simulates nothing: the first outcome is what a test says it is of the inputs' values, the plan
/// and the replication; the others are 0.
class MadeUpCrew : public experiment::Crew {
 public:
  using Figure = std::function<double(const experiment::Study& study, const experiment::WorldChoice& choice,
                                      std::uint32_t replication)>;
  explicit MadeUpCrew(Figure figure) : figure_(std::move(figure)) {}

  [[nodiscard]] unsigned size() const override { return 1; }
  void work(const experiment::Task& task, const experiment::NextJob& next,
            const experiment::OnResult& on_result, const std::function<bool()>& go_on) override {
    const auto& trials = dynamic_cast<const experiment::TrialTask&>(task);
    while (const std::optional<experiment::Job> job = next())
      for (std::uint32_t i = 0; i < job->replications; ++i) {
        model::Measures result;
        result.values.assign(trials.outcomes().size(), 0.0);
        const std::uint32_t replication = job->first_replication + i;
        result.values[0] = figure_(trials.study(), job->choice, replication);
        ++done;
        on_result(job->world, replication, std::move(result));
        if (!go_on()) return;
      }
  }

  std::uint32_t done = 0;  // replications

 private:
  Figure figure_;
};

/// The value of an input in a world.
inline double value_of(const experiment::Study& study, const experiment::WorldChoice& choice,
                       const std::string& path) {
  const std::size_t input = *study.find_input(path);
  for (const experiment::Setting& setting : choice.settings)
    if (setting.input == input) return setting.value;
  return study.inputs()[input].is;
}

/// A standard normal number of the replication (Box and Muller 1958).
inline double noise(std::uint32_t replication, std::uint32_t purpose, std::uint64_t seed = 1) {
  engine::Stream random(engine::ReplicationKey(seed, replication), purpose, 0, 0);
  const double radius = std::sqrt(-2 * std::log(random.uniform_open()));
  return radius * std::cos(6.283185307179586 * random.uniform());
}

}  // namespace sendcap::testing
