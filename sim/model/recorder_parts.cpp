#include <utility>

#include "recorder.hpp"
#include "sendcap/model/simulation.hpp"

// A world told part by part. What a part has to itself is written when it happens, as of a whole world; what
// it shares with others is kept by date, and written for all together when the last part is over.

namespace sendcap::model {
namespace {

template <class Number>
void add_to(std::vector<Number>& sums, const std::vector<Number>& added, Scope::Stretch stretch) {
  sums.resize(stretch.end - stretch.begin);
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += added[stretch.begin + i];
}

template <class Number>
void add_each(std::vector<Number>& sums, const std::vector<Number>& added, const std::vector<Index>& which) {
  sums.resize(added.size());
  for (const Index i : which) sums[i] += added[i];
}

template <class Number>
void put_back(const std::vector<Number>& kept, std::vector<Number>& sums, Scope::Stretch stretch) {
  std::copy(kept.begin(), kept.end(), sums.begin() + stretch.begin);
}

}  // namespace

// Each end of a period leaves nothing counted, so what is counted outside of a part came from another part:
// from a child who went where none can go.
void Recorder::require_nothing_counted(const Scope& scope) const {
  const auto any = [](const std::vector<std::uint64_t>& counts, std::size_t i) { return counts[i] != 0; };
  bool counted = false;
  for (std::size_t i = scope.counts.begin; i < scope.counts.end; ++i) counted |= any(period_.counts, i);
  for (const Index p : scope.of.provision) counted |= any(period_.placed, p) || any(period_.left_place, p);
  if (counted) throw BrokenInvariant("something happened in a part of the world whose turn it was not");
}

const Part& Recorder::begin_part(Index part) {
  scope_ = by_parts_ ? &scopes_.of_parts[part] : &scopes_.whole;
  require_nothing_counted(*scope_);
  over_time_[presence_of_placement()] = NumbersOverTime();
  without_a_place_ = engine::TimeWeighted();
  wanting_across_parts_.begin_part();
  without_across_parts_.begin_part();
  census_.clear();
  forget_open_cases();
  end_warm_up(0.0);
  return scope_->of;
}

void Recorder::keep_snapshot(std::size_t date) {
  SharedAtDate& kept = shared_at_[date];
  kept.told = true;
  kept.waiting.add_all(waiting_now_[list_of_placement()]);
  census_.add_to(kept.census);
}

void Recorder::keep_period(std::size_t date) {
  SharedAtDate& kept = shared_at_[date];
  kept.given_place.add_all(seen_[list_of_placement()]);
  seen_[list_of_placement()].clear();
  add_to(kept.counts, period_.counts, scopes_.shared.counts);
  add_to(kept.days, period_.days, scopes_.shared.days);
  add_each(kept.placed, period_.placed, scope_->of.provision);
  add_each(kept.left_place, period_.left_place, scope_->of.provision);
  kept.new_plans += std::exchange(year_.new_plans, 0);
  for (std::size_t payer = 0; payer < kept.money.spent.size(); ++payer)
    kept.money.spent[payer] += period_.money.spent[payer];
  kept.money.income += period_.money.income;
  period_.clear(scopes_.shared);
}

void Recorder::take_period(SharedAtDate& kept) {
  std::swap(seen_[list_of_placement()], kept.given_place);
  put_back(kept.counts, period_.counts, scopes_.shared.counts);
  put_back(kept.days, period_.days, scopes_.shared.days);
  period_.placed = kept.placed;
  period_.left_place = kept.left_place;
  year_.new_plans += kept.new_plans;
  period_.money = kept.money;
}

void Recorder::tell_numbers_across_parts(double until) {
  wanting_across_parts_.tell_until(until, [this](double time, std::size_t children) {
    set_present(over_time_[presence_of_placement()], time, children);
  });
  without_across_parts_.tell_until(until, [this](double time, std::size_t children) {
    without_a_place_.set(time, static_cast<double>(children));
  });
}

// As the dates come in the event loop, but with nothing happening between them.
void Recorder::write_shared() {
  scope_ = &scopes_.shared;
  over_time_[presence_of_placement()] = NumbersOverTime();
  without_a_place_ = engine::TimeWeighted();
  wanting_across_parts_.put_in_order();
  without_across_parts_.put_in_order();
  const std::size_t whole_run = model_.layout.dates.size() - 1;
  for (std::size_t date = 0; date < whole_run; ++date) {
    const double now = model_.layout.dates[date].time;
    SharedAtDate& kept = shared_at_[date];
    tell_numbers_across_parts(now);
    if (date == 0) end_warm_up(now);
    if (kept.told) {
      std::swap(waiting_now_[list_of_placement()], kept.waiting);
      census_.take(kept.census);
      write_snapshot(date, now);
    }
    if (!model_.layout.dates[date].ends_period) continue;
    take_period(kept);
    end_period(date, now, {});
  }
  write_whole_run(whole_run, model_.layout.dates[whole_run].time);
}

}  // namespace sendcap::model
