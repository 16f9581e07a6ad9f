#include "sendcap/experiment/inequality.hpp"

#include <cmath>

namespace sendcap::experiment {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// Between the districts of a whole nation there are half a million pairs, and some gap is always wide.
constexpr std::size_t kMostGroups = 100;

constexpr std::size_t pairs_of(std::size_t groups) {
  return groups * (groups - 1) / 2;
}

// Where the pair of two groups stands in the order (0,1) (0,2) (1,2) (0,3) …
constexpr std::size_t pair_index(std::size_t first, std::size_t second) {
  return second * (second - 1) / 2 + first;
}

double mean_square(const engine::Tally& tally) {
  return tally.variance() / static_cast<double>(tally.count());
}

}  // namespace

Inequality::Inequality(const model::MeasureLayout& layout)
    : layout_(layout), compared_(what_is_compared(layout)) {
  if (layout.dimensions.empty()) compared_.clear();
  std::size_t groups = 0;
  std::size_t pairs = 0;
  for (std::size_t c = 0; c < compared_.size(); ++c) {
    first_of_.push_back(groups);
    groups += layout.group_count(layout.columns[compared_[c].value.front().column]);
    for (std::size_t d = 0; d < layout.dimensions.size(); ++d) {
      kept_.push_back({pairs, {}, {}});
      pairs += pairs_of(groups_in(c, d).group_count);
    }
  }
  values_.resize(groups);
  counts_.resize(groups);
  differences_.resize(pairs);
}

model::GroupSet::Range Inequality::groups_in(std::size_t compared, std::size_t dimension) const {
  model::GroupSet::Range given = layout_.groups_of(layout_.columns[compared_[compared].value.front().column],
                                                   layout_.dimensions[dimension]);
  if (given.group_count > kMostGroups) given.group_count = 0;
  return given;
}

void Inequality::add(const model::Measures& measures) {
  for (std::size_t c = 0; c < compared_.size(); ++c)
    for (std::size_t d = 0; d < layout_.dimensions.size(); ++d) add(c, d, measures);
}

void Inequality::add(std::size_t compared, std::size_t dimension, const model::Measures& measures) {
  const model::GroupSet::Range divided = groups_in(compared, dimension);
  Kept& kept = kept_[compared * layout_.dimensions.size() + dimension];
  groups_.clear();
  for (std::size_t g = 0; g < divided.group_count; ++g) {
    groups_.push_back(share_of(compared_[compared], divided.first_group + g, measures));
    const std::size_t place = at(compared, divided.first_group + g);
    counts_[place].add(groups_[g].count);
    if (std::isnan(groups_[g].value)) continue;
    values_[place].add(groups_[g].value);
    for (std::size_t other = 0; other < g; ++other)
      if (!std::isnan(groups_[other].value))
        differences_[kept.first_pair + pair_index(other, g)].add(groups_[g].value - groups_[other].value);
  }
  if (compared_[compared].spread == Compared::Spread::no_index) return;
  const Theil index = theil_of(groups_);
  if (!std::isnan(index.within)) kept.within.add(index.within);
  if (!std::isnan(index.between)) kept.between.add(index.between);
}

GroupShare Inequality::share_of(const Compared& compared, std::size_t group,
                                const model::Measures& measures) const {
  GroupShare share;
  const double count = sum(compared.count, group, measures) - sum(compared.less, group, measures);
  share.count = std::isnan(count) ? 0 : count;
  if (!(share.count > 0)) return share;
  share.value = sum(compared.value, group, measures);
  if (compared.counted) share.value /= share.count;
  if (compared.spread == Compared::Spread::yes_or_no) share.theil = theil_of_share(share.value);
  if (compared.spread == Compared::Spread::in_column) {
    share.theil = sum({compared.theil}, group, measures);
  }
  return share;
}

double Inequality::sum(const std::vector<Compared::Term>& terms, std::size_t group,
                       const model::Measures& measures) const {
  double sum = 0;
  for (const Compared::Term& term : terms) {
    if (!layout_.has_group(layout_.columns[term.column], group)) return kUnknown;
    sum += measures.values[layout_.cell(layout_.columns[term.column], term.date, group)];
  }
  return sum;
}

std::vector<std::size_t> Inequality::large_groups(std::size_t compared, std::size_t dimension) const {
  const model::GroupSet::Range divided = groups_in(compared, dimension);
  std::vector<std::size_t> large;
  for (std::size_t g = divided.first_group; g < divided.first_group + divided.group_count; ++g)
    if (counts_[at(compared, g)].mean() >= kLeastCount && value(compared, g).count() >= 2) large.push_back(g);
  return large;
}

std::size_t Inequality::groups_compared(std::size_t compared, std::size_t dimension) const {
  return large_groups(compared, dimension).size();
}

Gap Inequality::gap(std::size_t compared, std::size_t dimension, double level) const {
  const std::vector<std::size_t> large = large_groups(compared, dimension);
  Gap gap;
  gap.lowest = gap.highest = large.front();
  for (const std::size_t group : large) {
    if (value(compared, group).mean() < value(compared, gap.lowest).mean()) gap.lowest = group;
    if (value(compared, group).mean() > value(compared, gap.highest).mean()) gap.highest = group;
  }
  if (gap.lowest == gap.highest) gap.highest = large.back();  // all are equal
  const std::size_t first = groups_in(compared, dimension).first_group;
  const std::size_t low = gap.lowest - first;
  const std::size_t high = gap.highest - first;
  const engine::Tally& difference =
      differences_[kept(compared, dimension).first_pair +
                   (low < high ? pair_index(low, high) : pair_index(high, low))];
  const double of_all_pairs = 1 - (1 - level) / static_cast<double>(pairs_of(large.size()));
  gap.lowest_value = engine::student_t_interval(value(compared, gap.lowest), level);
  gap.highest_value = engine::student_t_interval(value(compared, gap.highest), level);
  gap.difference = engine::student_t_interval(difference, of_all_pairs);
  if (low > high) gap.difference = {-gap.difference.mean, -gap.difference.high, -gap.difference.low};
  gap.ratio = ratio(value(compared, gap.highest), value(compared, gap.lowest), difference, of_all_pairs);
  return gap;
}

engine::Interval Inequality::ratio(const engine::Tally& high, const engine::Tally& low,
                                   const engine::Tally& difference, double level) const {
  if (!(low.mean() > 0) || difference.count() < 2) return {kUnknown, kUnknown, kUnknown};
  const double covariance = (mean_square(high) + mean_square(low) - mean_square(difference)) / 2;
  const double of_logarithm = mean_square(high) / (high.mean() * high.mean()) +
                              mean_square(low) / (low.mean() * low.mean()) -
                              2 * covariance / (high.mean() * low.mean());
  const double half_width =
      engine::student_t_quantile(static_cast<double>(difference.count() - 1), (1 + level) / 2) *
      std::sqrt(std::max(of_logarithm, 0.0));
  const double ratio = high.mean() / low.mean();
  return {ratio, ratio * std::exp(-half_width), ratio * std::exp(half_width)};
}

const engine::Tally& Inequality::within(std::size_t compared, std::size_t dimension) const {
  return kept(compared, dimension).within;
}

const engine::Tally& Inequality::between(std::size_t compared, std::size_t dimension) const {
  return kept(compared, dimension).between;
}

const engine::Tally& Inequality::value(std::size_t compared, std::size_t group) const {
  return values_[at(compared, group)];
}

}  // namespace sendcap::experiment
