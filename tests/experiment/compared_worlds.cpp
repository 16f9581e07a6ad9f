#include "compared_worlds.hpp"

#include <gtest/gtest.h>

#include "run_text.hpp"
#include "sendcap/experiment/targets.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"

namespace sendcap::testing {
namespace {

const char* const kCounty = R"(
title: a county
clock: {start: 2025-01-01, run for: 1 year}
milestones: {inspection: {date: 2025-10-01}}
targets:
  a short list: {measure: waiting, subject: therapy, at: inspection, at most: 10}
districts: {Redditch: {}, Bromsgrove: {}}
demand: {referrals: {rate: 60 per month, enters: therapy}}
services: {therapists: {kind: team, staff: 2, cost: "£50,000"}}
pathways: {therapy: {steps: {block: {service: therapists, time: 1 day}}}}
)";

}  // namespace

HandWritten::HandWritten(std::size_t worlds, std::size_t replications) {
  const scenario::Scenario county = scenario_from(kCounty);
  const model::Model model = model_from(kCounty);
  outcomes_.add(model.layout);
  scenario::Diagnostics none;
  targets_ = experiment::find_targets(county, model.layout, none);
  worlds_.assign(worlds, std::vector<experiment::Row>(
                             replications, experiment::Row(outcomes_.size() + targets_.size(), 0)));
}

std::size_t HandWritten::outcome(const std::string& measure, const std::string& subject, bool at_end) const {
  for (std::size_t o = 0; o < outcomes_.size(); ++o) {
    const experiment::Outcome& one = outcomes_[o];
    if (one.name == measure && one.subject == subject && one.is_total() &&
        (at_end ? one.at_end : one.of_whole_run()))
      return o;
  }
  ADD_FAILURE() << "no outcome " << measure << " of " << subject;
  return 0;
}

std::vector<std::size_t> HandWritten::totals() const {
  std::vector<std::size_t> found;
  for (std::size_t o = 0; o < outcomes_.size(); ++o)
    if (outcomes_[o].is_total()) found.push_back(o);
  return found;
}

void HandWritten::set(std::size_t world, std::size_t outcome, const std::vector<double>& by_replication) {
  for (std::size_t r = 0; r < by_replication.size(); ++r) worlds_[world][r][outcome] = by_replication[r];
}

void HandWritten::set_target(std::size_t world, const std::vector<double>& by_replication) {
  set(world, outcomes_.size(), by_replication);
}

experiment::Comparison HandWritten::compared(double level) const {
  std::vector<const std::vector<experiment::Row>*> rows;
  for (const auto& world : worlds_) rows.push_back(&world);
  return {outcomes_, targets_, std::move(rows), level};
}

}  // namespace sendcap::testing
