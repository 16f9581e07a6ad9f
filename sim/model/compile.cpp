#include "sendcap/model/compile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "arrivals.hpp"
#include "calendar_day.hpp"
#include "compiler.hpp"
#include "sendcap/scenario/language/override.hpp"

namespace sendcap::model {

std::string below(const std::string& path, std::string_view name) {
  return path + "." + scenario::path_part(name);
}

std::uint32_t key_of_name(std::string_view owner, std::string_view part) {
  std::string whole(owner);
  whole += '\n';  // stands in no name
  whole += part;
  return engine::name_hash(whole);
}

std::optional<Model> compile(const scenario::Scenario& scenario, scenario::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  Model model = Compiler(scenario, diagnostics).run();
  if (diagnostics.errors() != errors_before) return std::nullopt;
  return model;
}

Model Compiler::run() {
  model_.title = scenario_.title;
  clock();
  attributes();
  mixes();
  services();
  pathways();
  purchases();
  demand();
  provision();
  hazards();
  placement();
  transfer();
  plans();
  money();
  at_start();
  re_referrals();
  check_ways_out();
  check_reached();
  if (!diagnostics_.has_errors()) check_placed_again();
  if (model_.mixes.empty() && ages_matter_) {  // ages are drawn evenly
    model_.mixes.emplace_back();
    model_.mixes.back().attributes.resize(model_.attribute_count);
  }
  if (!diagnostics_.has_errors()) reach();
  if (!diagnostics_.has_errors()) plain_visits();
  if (!diagnostics_.has_errors()) parts_of_the_world();
  if (!diagnostics_.has_errors()) layout();
  return std::move(model_);
}

double Compiler::time_of(const scenario::Moment& moment) const {
  return moment.is_date ? time_of(moment.date) : moment.since_start.days + model_.warm_up;
}

void Compiler::clock() {
  const scenario::Clock& clock = scenario_.clock;
  if (clock.run_for.has_value() == clock.until.has_value())
    return error(clock.place, "clock", "the clock needs either `run for` or `until`, and not both",
                 "for example `run for: 18 months`");
  // Days of the clock are days of the calendar: a warm-up is rounded up, a run of a day or more down to whole
  // days.
  model_.warm_up = std::ceil(clock.warm_up.days);
  model_.begin = clock.start.days_since_1970 - model_.warm_up;
  const double length =
      clock.run_for ? clock.run_for->days : clock.until->days_since_1970 - clock.start.days_since_1970;
  model_.end = model_.warm_up + (length >= 1 ? std::floor(length) : length);
  constexpr double kLongestRun = 10000 * kDaysPerYear;
  if (model_.end > kLongestRun)
    return error(clock.place, "clock", "warm-up and run together are longer than 10,000 years");
  if (model_.end / clock.resolution.days > 1e8)
    return error(clock.place, "clock.resolution", "the resolution is too fine for a run this long",
                 "waits are counted in steps of it: make it coarser");
  if (model_.end <= model_.warm_up)
    return error(clock.place, "clock.until", "the run ends before it starts",
                 "`until` must be after `start`");
  model_.resolution = clock.resolution.days;
  constexpr std::array<double, 4> kUnitDays{7.0, 1.0, 1.0 / 24, 1.0 / 1440};
  model_.wait_unit_days = kUnitDays[static_cast<std::size_t>(clock.waits_in)];
  const int first_year = calendar_day(static_cast<std::int64_t>(std::floor(model_.begin))).year;
  for (int year = first_year - 1;; ++year) {
    const double september = static_cast<double>(days_since_1970(year, 9, 1)) - model_.begin;
    if (model_.septembers.size() > 1 || september <= 0 || !model_.septembers.empty())
      model_.septembers.push_back(september);
    if (model_.septembers.size() > 1 && model_.septembers[1] <= 0)
      model_.septembers.erase(model_.septembers.begin());
    if (model_.septembers.size() > 1 && september > model_.end) break;
  }
  model_.bank_holiday.assign(static_cast<std::size_t>(std::ceil(model_.end)) + 1, 0);
  for (const scenario::Date holiday : clock.bank_holidays) {
    const double day = std::floor(time_of(holiday));
    if (day >= 0 && day < model_.end) model_.bank_holiday[static_cast<std::size_t>(day)] = 1;
  }
}

engine::Distribution Compiler::distribution(const scenario::DistributionSpec& spec, const std::string& path) {
  using engine::Distribution;
  const auto days = [&](const scenario::Value<scenario::Duration>& value) { return constant(value, path); };
  const auto number = [&](const scenario::Value<scenario::Number>& value) { return constant(value, path); };
  struct Maker {
    decltype(days) d;
    decltype(number) n;
    Distribution operator()(const scenario::Deterministic& f) const {
      return Distribution::deterministic(d(f.value));
    }
    Distribution operator()(const scenario::Exponential& f) const {
      return Distribution::exponential(d(f.mean));
    }
    Distribution operator()(const scenario::Gamma& f) const {
      if (f.sd) return Distribution::gamma_from_mean_sd(d(f.mean), d(*f.sd));
      return Distribution::gamma(n(*f.shape), d(f.mean) / n(*f.shape));
    }
    Distribution operator()(const scenario::Erlang& f) const {
      return Distribution::erlang(static_cast<std::uint32_t>(f.stages.is.value), d(f.mean));
    }
    Distribution operator()(const scenario::Weibull& f) const {
      return Distribution::weibull(n(f.shape), d(f.scale));
    }
    Distribution operator()(const scenario::Lognormal& f) const {
      if (f.mean) return Distribution::lognormal_from_mean_sd(d(*f.mean), d(*f.sd));
      return Distribution::lognormal_from_median_sigma(d(*f.median), n(*f.sigma));
    }
    Distribution operator()(const scenario::Triangular& f) const {
      return Distribution::triangular(d(f.least), d(f.mode), d(f.most));
    }
    Distribution operator()(const scenario::Uniform& f) const {
      return Distribution::uniform(d(f.least), d(f.most));
    }
    Distribution operator()(const scenario::TruncatedNormal& f) const {
      return Distribution::truncated_normal(d(f.mean), d(f.sd));
    }
    Distribution operator()(const scenario::Poisson& f) const {
      return Distribution::poisson(n(f.mean), d(f.unit));
    }
    Distribution operator()(const scenario::Empirical& f) const {
      std::vector<double> values;
      for (const auto& value : f.values) values.push_back(d(value));
      return Distribution::empirical(std::move(values));
    }
    Distribution operator()(const scenario::Discrete& f) const {
      std::vector<double> values;
      std::vector<double> probabilities;
      for (const auto& value : f.values) values.push_back(d(value));
      for (const auto& probability : f.probabilities) probabilities.push_back(probability.is.value);
      return Distribution::discrete(std::move(values), std::move(probabilities));
    }
  };
  try {
    return std::visit(Maker{days, number}, spec.family);
  } catch (const std::invalid_argument& fault) {
    error(spec.place, path, fault.what());
    return Distribution();
  }
}

Index Compiler::mix_index(const std::optional<scenario::Name>& name, const std::string& path) {
  if (!name) return 0;  // the first mix draws every attribute evenly
  const auto found = scenario::resolve(*name, names_.mixes, "mix", path, diagnostics_);
  return found ? static_cast<Index>(*found + 1) : 0;
}

void Compiler::demand() {
  if (scenario_.demand.empty() && scenario_.provision.empty())
    error(scenario_.place, "demand", "nobody ever comes: the scenario has no `demand`");
  for (const scenario::Demand& given : scenario_.demand) {
    const std::string path = below("demand", given.name);
    ArrivalStream stream;
    stream.name = given.name;
    stream.source = engine::name_hash(given.name) & 0xffffff00U;
    for (const ArrivalStream& other : model_.streams)
      if (other.source == stream.source)
        error(given.place, path, "this name and '" + other.name + "' would share random numbers",
              "rename one of them");
    if (given.rate.has_value() == given.intervals.has_value()) {
      error(given.place, path, "demand needs either `rate` or `intervals`, and not both");
      continue;
    }
    stream.renewal = given.intervals.has_value();
    if (stream.renewal) {
      stream.intervals = distribution(*given.intervals, below(path, "intervals"));
      if (!(stream.intervals.mean() > 0))
        error(given.place, path, "the intervals between arrivals have mean 0");
    } else {
      stream.rate = rate_curve(given, path);
      stream.layers = layers_below(*std::max_element(stream.rate.per_day.begin(), stream.rate.per_day.end()));
    }
    constexpr double kMostArrivals = 1e9;
    const double most = stream.renewal ? model_.end / stream.intervals.mean()
                                       : model_.end * *std::max_element(stream.rate.per_day.begin(),
                                                                        stream.rate.per_day.end());
    if (most > kMostArrivals)
      error(given.place, path, "more than a billion children would come in one run",
            "look at the unit of the rate");
    const auto pathway =
        scenario::resolve(given.enters, names_.pathways, "pathway", below(path, "enters"), diagnostics_);
    stream.pathway = pathway ? static_cast<Index>(*pathway) : 0;
    stream.mix = mix_index(given.children, below(path, "children"));
    model_.streams.push_back(std::move(stream));
  }
}

// Growth and seasonality are taken as constant within a calendar month, growth at the month's middle.
RateCurve Compiler::rate_curve(const scenario::Demand& demand, const std::string& path) {
  const Timeline rate = timeline(*demand.rate, below(path, "rate"));
  const Timeline times = timeline(demand.times, below(path, "times"));
  const Timeline growth = timeline(demand.growth, below(path, "growth"));
  if (!growth.constant())
    error(demand.growth.place, below(path, "growth"), "growth can not change during the run");
  const bool by_month = !demand.seasonality.empty() || growth.at(0) != 0;
  double season_sum = 0;
  for (const scenario::Number& month : demand.seasonality) season_sum += month.value;
  if (!demand.seasonality.empty() && (demand.seasonality.size() != 12 || season_sum <= 0)) {
    error(demand.place, below(path, "seasonality"),
          "seasonality needs twelve numbers, January first, not all 0");
    return RateCurve{{std::numeric_limits<double>::infinity()}, {0.0}};
  }
  std::vector<double> bounds = rate.change_times();
  bounds.insert(bounds.end(), times.change_times().begin(), times.change_times().end());
  if (by_month)
    for (const MonthStart& month : month_starts(model_.begin, model_.begin + model_.end))
      bounds.push_back(month.day - model_.begin);
  std::sort(bounds.begin(), bounds.end());
  bounds.push_back(std::numeric_limits<double>::infinity());
  RateCurve curve;
  double from = 0;
  for (const double until : bounds) {
    if (until <= from) continue;
    double value = rate.at(from) * times.at(from);
    if (by_month) {
      const CalendarDay day = calendar_day(static_cast<std::int64_t>(std::floor(model_.begin + from)));
      const double middle = month_middle(day) - model_.begin - model_.warm_up;
      value *= std::pow(1 + growth.at(0), middle / kDaysPerYear);
      if (!demand.seasonality.empty())
        value *= demand.seasonality[static_cast<std::size_t>(day.month - 1)].value * 12 / season_sum;
    }
    curve.until.push_back(until);
    curve.per_day.push_back(value);
    from = until;
    if (from >= model_.end) {
      curve.until.back() = std::numeric_limits<double>::infinity();
      break;
    }
  }
  return curve;
}

}  // namespace sendcap::model
