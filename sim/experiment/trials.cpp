#include "sendcap/experiment/trials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "sendcap/model/simulation.hpp"

namespace sendcap::experiment {
namespace {

Row row_of(const model::Measures& measures, const std::vector<std::size_t>& cells,
           const std::vector<TargetCell>& targets) {
  Row row;
  row.reserve(cells.size() + targets.size());
  for (const std::size_t cell : cells)
    row.push_back(cell == Outcomes::kNowhere ? std::numeric_limits<double>::quiet_NaN()
                                             : measures.values[cell]);
  for (const TargetCell& target : targets) row.push_back(measures.values[target.cell]);
  return row;
}

std::string in_words(const Study& study, const WorldChoice& choice, const scenario::Diagnostics& wrong) {
  std::string text = "these values do not go together:";
  for (const Setting& setting : choice.settings) {
    const Input& input = study.inputs()[setting.input];
    text += " " + input.name() + " = " + input.text(setting.value) + ";";
  }
  for (const scenario::Diagnostic& diagnostic : wrong.all())
    if (diagnostic.severity == scenario::Severity::error) text += " " + diagnostic.message + ";";
  text.pop_back();
  return text;
}

// Keeps the world of its last job, since the next is often of the same.
class TrialWorker : public Worker {
 public:
  explicit TrialWorker(const TrialTask& task) : task_(task) {}

  void carry_out(const Job& job, const OnReplicationDone& on_done) override {
    if (!world_ || job.choice != choice_) make(job.choice);
    for (std::uint32_t i = 0; i < job.replications; ++i) {
      const std::uint32_t replication = job.first_replication + i;
      try {
        model::Measures row;
        row.values = row_of(simulation_->run(task_.seed(), replication), cells_, world_->targets);
        on_done(replication, std::move(row));
      } catch (const model::BrokenInvariant& broken) {
        throw model::BrokenInvariant(fmt::format("{} (seed {}, replication {}, {})", broken.what(),
                                                 task_.seed(), replication,
                                                 world_key(task_.study(), choice_)));
      }
    }
  }

 private:
  void make(const WorldChoice& choice) {
    simulation_.reset();
    scenario::Diagnostics diagnostics;
    world_ = task_.study().world(choice, diagnostics);
    if (!world_) throw ImpossibleWorld(in_words(task_.study(), choice, diagnostics));
    choice_ = choice;
    cells_ = task_.outcomes().cells_in(world_->model.layout);
    simulation_.emplace(world_->model);
    simulation_->tell_only_at(dates_of_cells());
  }

  // Cells of one date stand a whole number of times the number of dates apart.
  [[nodiscard]] std::vector<std::uint8_t> dates_of_cells() const {
    const model::MeasureLayout& layout = world_->model.layout;
    std::vector<std::uint8_t> dates(layout.dates.size());
    for (const std::size_t cell : cells_)
      if (cell != Outcomes::kNowhere) dates[cell % dates.size()] = 1;
    for (const TargetCell& target : world_->targets) dates[target.date] = 1;
    return dates;
  }

  const TrialTask& task_;
  WorldChoice choice_;
  std::optional<World> world_;
  std::vector<std::size_t> cells_;
  std::optional<model::Simulation> simulation_;
};

// Jobs small enough that all workers end at about the same time, large enough that making the world costs
// nothing beside them.
constexpr std::size_t kJobsPerWorker = 8;
constexpr std::size_t kMostReplicationsOfAJob = 10;

}  // namespace

std::string world_key(const Study& study, const WorldChoice& choice) {
  std::string key = choice.plan ? "plan " + study.plan(*choice.plan).title : "baseline";
  for (const Setting& setting : choice.settings)
    key += fmt::format("\n{}={:a}", study.inputs()[setting.input].name(), setting.value);
  return key;
}

std::unique_ptr<Worker> TrialTask::worker() const {
  return std::make_unique<TrialWorker>(*this);
}

std::string TrialTask::identity() const {
  std::string text = fmt::format("trials, seed {}\n{}\n", seed_, study_.baseline().title);
  for (const scenario::Plan& plan : study_.plans()) text += "plan " + plan.title + "\n";
  for (const Input& input : study_.inputs()) text += fmt::format("{} = {:a}\n", input.name(), input.is);
  for (const Outcome& outcome : outcomes_.all())
    text += fmt::format("{}|{}|{}|{}\n", outcome.name, outcome.subject, outcome.label, outcome.group);
  return text;
}

Trials::Trials(const Study& study, const Outcomes& outcomes, std::uint64_t seed, Crew& crew, Journal* journal,
               OnTrial on_trial)
    : task_(study, outcomes, seed), crew_(crew), journal_(journal), on_trial_(std::move(on_trial)) {}

std::size_t Trials::world(const WorldChoice& choice) {
  for (std::size_t w = 0; w < worlds_.size(); ++w)
    if (worlds_[w].choice == choice) return w;
  worlds_.push_back({choice, {}, {}});
  return worlds_.size() - 1;
}

// With what is recorded of a world, which may have been asked for on the command line: rows of another shape
// are none of ours.
const std::string& Trials::journal_key(std::size_t world) {
  if (recorded_.empty()) {
    constexpr std::uint64_t kOffset = 0xcbf29ce484222325U;  // FNV-1a (Fowler, Noll and Vo)
    constexpr std::uint64_t kPrime = 0x100000001b3U;
    std::uint64_t hash = kOffset;
    for (const char letter : task_.identity()) hash = (hash ^ static_cast<unsigned char>(letter)) * kPrime;
    recorded_ = fmt::format("\nrecorded {:016x}", hash);
  }
  Known& known = worlds_[world];
  if (known.journal_key.empty()) known.journal_key = world_key(task_.study(), known.choice) + recorded_;
  return known.journal_key;
}

void Trials::take_from_journal(std::size_t world, std::uint32_t replications) {
  Known& known = worlds_[world];
  if (journal_ == nullptr || known.rows.size() >= replications) return;
  std::map<std::uint32_t, Row> kept;
  for (auto& [replication, row] : journal_->kept(journal_key(world)))
    kept.emplace(replication, std::move(row));
  for (auto& [replication, row] : kept) {
    if (replication < known.rows.size()) continue;
    if (replication != known.rows.size() || known.rows.size() >= replications) break;
    known.rows.push_back(std::move(row));
    ++done_;
  }
}

std::vector<Job> Trials::jobs_for(const std::vector<std::size_t>& worlds, std::uint32_t replications) const {
  std::size_t missing = 0;
  for (const std::size_t world : worlds)
    missing += replications - std::min<std::size_t>(replications, worlds_[world].rows.size());
  const auto size = static_cast<std::uint32_t>(
      std::clamp<std::size_t>(missing / (kJobsPerWorker * crew_.size()), 1, kMostReplicationsOfAJob));
  std::vector<Job> jobs;
  // All worlds advance together, so that what is there after an interruption can be compared.
  for (std::uint32_t first = 0; first < replications; first += size)
    for (const std::size_t world : worlds) {
      const auto begin = std::max(first, static_cast<std::uint32_t>(worlds_[world].rows.size()));
      const std::uint32_t end = std::min(first + size, replications);
      if (begin < end) jobs.push_back({world, worlds_[world].choice, begin, end - begin});
    }
  return jobs;
}

bool Trials::extend(const std::vector<std::size_t>& worlds, std::uint32_t replications) {
  for (const std::size_t world : worlds) take_from_journal(world, replications);
  const std::vector<Job> jobs = jobs_for(worlds, replications);
  for (const Job& job : jobs) wanted_ += job.replications;
  wanted_ = std::max(wanted_, done_);
  bool go_on = true;
  std::map<std::pair<std::size_t, std::uint32_t>, Row> early;  // rows that wait for those before them
  const auto on_result = [&](std::size_t world, std::uint32_t replication, model::Measures result) {
    if (journal_ != nullptr) journal_->keep(journal_key(world), replication, result.values);
    early.emplace(std::pair(world, replication), std::move(result.values));
    ++done_;
    if (on_trial_ && !on_trial_({done_, wanted_})) go_on = false;
  };
  auto job = jobs.begin();
  const auto next = [&] { return job == jobs.end() ? std::nullopt : std::optional<Job>(*job++); };
  if (!jobs.empty()) crew_.work(task_, next, on_result, [&] { return go_on; });
  for (auto& [number, row] : early) {
    std::vector<Row>& rows = worlds_[number.first].rows;
    if (number.second == rows.size()) rows.push_back(std::move(row));
  }
  return go_on;
}

}  // namespace sendcap::experiment
