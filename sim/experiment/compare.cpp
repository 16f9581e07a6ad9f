#include <algorithm>
#include <cmath>

#include "sendcap/experiment/comparison.hpp"

namespace sendcap::experiment {
namespace {

using model::MeasureId;
using model::SubjectKind;

// Adds replications by what is still missing.
class Comparing {
 public:
  Comparing(Trials& trials, const std::vector<std::size_t>& worlds, const CompareOptions& options,
            const std::function<double()>& elapsed)
      : trials_(trials),
        worlds_(worlds),
        options_(options),
        elapsed_(elapsed),
        headlines_(headline_outcomes(trials.outcomes())) {}

  CompareOutcome run() {
    const bool open_ended = options_.precision || options_.seconds;
    std::uint32_t wanted = open_ended ? std::min(options_.first_replications, options_.most_replications)
                                      : options_.replications;
    for (;;) {
      const bool complete = trials_.extend(worlds_, wanted);
      look();
      if (!complete) return stopped(Stop::interrupted);
      if (!open_ended) return stopped(Stop::as_asked);
      if (options_.precision && outcome_.widest_outcome && outcome_.widest <= *options_.precision)
        return stopped(Stop::precision_reached);
      if (wanted >= options_.most_replications) return stopped(Stop::most_replications);
      if (options_.seconds && elapsed_() >= *options_.seconds) return stopped(Stop::time_over);
      wanted = next(wanted);
    }
  }

 private:
  // The number needed grows with the square of the half-width (Law 2015, 9.4.1); at most doubled at once,
  // since the first estimate is rough. By time: as many as fit, in steps of a quarter.
  [[nodiscard]] std::uint32_t next(std::uint32_t done) const {
    double needed = 2.0 * done;
    if (options_.precision) needed = done * std::pow(outcome_.widest / *options_.precision, 2.0) * 1.1;
    double next = std::clamp(std::ceil(needed), done + 5.0, 2.0 * done);
    if (options_.seconds) {
      const double left = *options_.seconds - elapsed_();
      const double fits = left / std::max(elapsed_(), 1e-3) * done;
      next = std::min(next, std::max(done + std::floor(fits), done + 1.0));
    }
    return static_cast<std::uint32_t>(std::min<double>(next, options_.most_replications));
  }

  void look() {
    outcome_.replications = replications();
    outcome_.widest = 0;
    outcome_.widest_outcome.reset();
    std::vector<const std::vector<Row>*> rows;
    for (const std::size_t world : worlds_) rows.push_back(&trials_.rows(world));
    for (const std::size_t headline : headlines_) {
      if (is_nearly_empty(headline, *rows[0])) continue;
      for (std::size_t w = 1; w < rows.size(); ++w) widen(*rows[w], *rows[0], headline);
    }
  }

  // Of a list of a few children, or of how long these have waited, relative precision says nothing.
  [[nodiscard]] bool is_nearly_empty(std::size_t headline, const std::vector<Row>& baseline) const {
    constexpr double kFew = 10;
    const Outcome& about = trials_.outcomes()[headline];
    for (const std::size_t list : headlines_) {
      const Outcome& one = trials_.outcomes()[list];
      if (one.unit != "children" || one.subject_kind != about.subject_kind || one.subject != about.subject)
        continue;
      engine::Tally children;
      for (std::uint32_t r = 0; r < outcome_.replications; ++r) children.add(baseline[r][list]);
      return !(children.mean() >= kFew);
    }
    return false;
  }

  void widen(const std::vector<Row>& plan, const std::vector<Row>& baseline, std::size_t headline) {
    engine::Tally differences;
    engine::Tally level;
    for (std::uint32_t r = 0; r < outcome_.replications; ++r) {
      const double difference = plan[r][headline] - baseline[r][headline];
      if (std::isnan(difference)) continue;
      differences.add(difference);
      level.add(baseline[r][headline]);
    }
    if (differences.count() < 2) return;
    const double half_width = engine::student_t_interval(differences, options_.level).half_width();
    const double relative = half_width / std::max(std::fabs(level.mean()), 1.0);
    if (outcome_.widest_outcome && relative <= outcome_.widest) return;
    outcome_.widest = relative;
    outcome_.widest_outcome = headline;
  }

  [[nodiscard]] std::uint32_t replications() const {
    std::size_t least = trials_.rows(worlds_.front()).size();
    for (const std::size_t world : worlds_) least = std::min(least, trials_.rows(world).size());
    return static_cast<std::uint32_t>(least);
  }

  CompareOutcome stopped(Stop stop) {
    outcome_.stop = stop;
    return outcome_;
  }

  Trials& trials_;
  const std::vector<std::size_t>& worlds_;
  const CompareOptions& options_;
  const std::function<double()>& elapsed_;
  std::vector<std::size_t> headlines_;
  CompareOutcome outcome_;
};

}  // namespace

std::vector<std::size_t> headline_outcomes(const Outcomes& outcomes) {
  std::vector<std::size_t> found;
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    const Outcome& outcome = outcomes[o];
    if (!outcome.is_total() || !outcome.at_end) continue;
    const bool list = (outcome.subject_kind == SubjectKind::pathway && outcome.leads_to_somebody) ||
                      outcome.subject_kind == SubjectKind::placement;
    const bool of_list =
        outcome.measure == MeasureId::waiting || outcome.measure == MeasureId::wait_of_waiting_mean;
    if ((list && of_list) || outcome.measure == MeasureId::without_a_place) found.push_back(o);
  }
  return found;
}

CompareOutcome compare(Trials& trials, const std::vector<std::size_t>& worlds, const CompareOptions& options,
                       const std::function<double()>& elapsed) {
  return Comparing(trials, worlds, options, elapsed).run();
}

}  // namespace sendcap::experiment
