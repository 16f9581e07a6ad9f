#pragma once

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reach.hpp"
#include "sendcap/model/model.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/name_check.hpp"
#include "sendcap/scenario/language/quantity_text.hpp"
#include "sendcap/scenario/scenario.hpp"

namespace sendcap::model {

/// Turns a scenario into a model, part by part; whatever does not fit together becomes a diagnostic. Each
/// part may rely on those before it in `run`.
class Compiler {
 public:
  Compiler(const scenario::Scenario& scenario, scenario::Diagnostics& diagnostics)
      : scenario_(scenario), diagnostics_(diagnostics), names_(scenario) {}

  Model run();

 private:
  // compile.cpp
  void clock();
  void demand();
  RateCurve rate_curve(const scenario::Demand& demand, const std::string& path);
  // compile_children.cpp
  void attributes();
  void mixes();
  void joint_table(const scenario::Mix& mix, const std::string& path, Mix& compiled);
  engine::AliasTable weights(const scenario::Named<scenario::Weight>& given,
                             const scenario::NameTable& values, std::string_view what,
                             const std::string& path);
  Condition condition(const scenario::Condition& given, const std::string& path);
  void add_test(Condition& compiled, std::size_t attribute, const std::vector<scenario::Name>& names,
                std::string_view what, const std::string& path);
  // compile_services.cpp
  void services();
  void clinic(const scenario::Clinic& clinic, const std::string& path, Service& compiled);
  void team(const scenario::Team& team, const std::string& path, Service& compiled);
  void queue(const scenario::Queue& queue, const std::string& path, Service& compiled);
  /// What a service has of its capacity in one place, and when.
  struct LocalCapacity {
    std::string locality;
    double share = 1;
    Timeline open{1.0};  ///< 0 when it is not (or no longer) served on its own
  };
  std::vector<LocalCapacity> local_capacities(const scenario::Named<scenario::Locality>& localities,
                                              const std::optional<scenario::Moment>& joined,
                                              const std::string& path, Service& compiled);
  void add_station(Index service, std::string_view locality);
  // compile_pathways.cpp
  void pathways();
  void step(const scenario::Pathway& pathway, const scenario::Step& step, const std::string& path,
            Step& compiled);
  void visit(const scenario::Step& step, const std::string& path, Step& compiled);
  void fork(const scenario::Pathway& pathway, const scenario::Step& step, const std::string& path,
            Step& compiled);
  void routing(const scenario::Pathway& pathway, std::size_t step_number, const std::string& path,
               Step& compiled);
  NextRule next_rule(const scenario::Pathway& pathway, const scenario::NextRule& rule,
                     const std::string& path);
  std::vector<Timeline> cumulative_shares(const scenario::NextRule& rule, const std::string& path);
  std::vector<scenario::Name> targets_named(const scenario::NextRule& rule, const std::string& path);
  Target target(const scenario::Pathway& pathway, Index first_step, const scenario::Name& name,
                const std::string& path);
  void begins_at(const scenario::Pathway& given, const std::string& path, Pathway& compiled);
  [[nodiscard]] std::vector<Index> entries_of(Index pathway) const;
  void first_contacts();
  void re_referrals();
  // compile_purchases.cpp
  void purchases();
  // compile_hazards.cpp
  void hazards();
  void rows_of_tolerances();
  void hazard_effect(const scenario::WhileWaiting& given, const std::string& path, Hazard& hazard);
  void hazard_places(const scenario::WhileWaiting& given, const std::string& path, Hazard& hazard);
  void attach_hazards();
  // compile_pathways.cpp
  void joint_queues();
  void at_start();
  void at_step(Index step, const scenario::AtStart& given, const std::string& path);
  [[nodiscard]] bool can_be_first_contact(Index step) const;
  [[nodiscard]] std::uint8_t clocks_behind(Index step) const;
  // compile_ways.cpp
  void check_ways_out();
  [[nodiscard]] std::vector<Index> entered_from_elsewhere() const;
  void check_reached();
  void check_placed_again();
  [[nodiscard]] std::vector<Index> way_back_at_once(Index place) const;
  // compile_places.cpp
  void provision();
  void places(const scenario::Provision& given, const std::string& path, Provision& compiled);
  void afterwards(const scenario::Provision& given, const std::string& path, Provision& compiled);
  [[nodiscard]] Afterwards afterwards_target(const scenario::Name& name, const std::string& path);
  void enrolments();
  void placement();
  Index provision_index(const scenario::Name& name, const std::string& path);
  // compile_world.cpp
  void transfer();
  void plans();
  void money();
  void effects(const scenario::Pathway& pathway, const scenario::Step& given, const std::string& path,
               Step& compiled);
  void step_clock(const scenario::Pathway& pathway, const scenario::Step& given, const std::string& path,
                  Step& compiled);
  void clocks_in_forks();
  std::uint32_t flag_bits(const std::vector<scenario::Name>& names, const std::string& path);
  Index pathway_index(const scenario::Name& name, const std::string& path);
  Timeline pounds_a_day(const scenario::Value<scenario::Money>& value, const std::string& path);
  void journeys();
  // compile_plain_visits.cpp
  void plain_visits();
  [[nodiscard]] bool is_plain(const Service& service) const;
  [[nodiscard]] bool is_plain(const Step& step) const;
  // compile_reach.cpp
  void reach();
  void check_localities();
  // compile_parts.cpp
  void parts_of_the_world();
  // compile_layout.cpp
  void layout();
  void dates();
  void clocks_of_pathways();
  std::uint32_t group_set(const DistrictRange& districts);
  void columns();
  [[nodiscard]] bool leads_to_somebody(Index pathway) const;
  void mark_years(std::vector<ReportDate>& dates) const;
  [[nodiscard]] bool is_given(MeasureId measure, SubjectKind kind, Index subject) const;
  [[nodiscard]] bool ends_plans(std::uint32_t reason) const;

  // What a value is at all times; and for values that may not change, at the start.
  template <class T>
  Timeline timeline(const scenario::Value<T>& value, const std::string& path) {
    Timeline compiled(scenario::QuantityTraits<T>::number(value.is));
    double last = -std::numeric_limits<double>::infinity();
    for (const scenario::Change<T>& change : value.then) {
      const double time = time_of(change.from);
      if (time < last) {
        diagnostics_.error(scenario::Code::bad_changes, change.place, path,
                           "changes are not in order of time");
        break;
      }
      last = time;
      compiled.change(time, scenario::QuantityTraits<T>::number(change.is));
    }
    return compiled;
  }
  template <class T>
  double constant(const scenario::Value<T>& value, const std::string& path) {
    if (!value.then.empty())
      diagnostics_.error(scenario::Code::inconsistent, value.then.front().place, path,
                         "this value can not change during the run", "give it without `then`");
    return scenario::QuantityTraits<T>::number(value.is);
  }
  engine::Distribution distribution(const scenario::DistributionSpec& spec, const std::string& path);
  [[nodiscard]] double time_of(const scenario::Moment& moment) const;
  [[nodiscard]] double time_of(scenario::Date date) const { return date.days_since_1970 - model_.begin; }
  /// Which it is by district; `index_of` finds the index of what a name means.
  ByDistrict by_district(const std::vector<scenario::ForDistricts>& given, const std::string& path,
                         const std::function<Index(const scenario::Name&)>& index_of);
  Index mix_index(const std::optional<scenario::Name>& name, const std::string& path);
  void error(scenario::Place place, const std::string& path, std::string message, std::string hint = {}) {
    diagnostics_.error(scenario::Code::inconsistent, place, path, std::move(message), std::move(hint));
  }

  /// The names of what there is many of, to be looked up.
  struct Names {
    explicit Names(const scenario::Scenario& scenario)
        : districts(scenario.districts.names()),
          mixes(scenario.mixes.names()),
          services(scenario.services.names()),
          pathways(scenario.pathways.names()),
          provision(scenario.provision.names()) {}
    scenario::NameTable districts;
    scenario::NameTable mixes;
    scenario::NameTable services;
    scenario::NameTable pathways;
    scenario::NameTable provision;
  };

  const scenario::Scenario& scenario_;
  scenario::Diagnostics& diagnostics_;
  Names names_;
  Model model_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>
      group_set_of_;                                        ///< by first and last district
  std::vector<std::vector<std::string>> attribute_values_;  ///< names of the values of each attribute
  std::vector<scenario::NameTable> attribute_names_;        ///< the same, to be looked up
  std::vector<std::string> flags_;
  std::vector<Index> first_step_;      ///< of each pathway
  std::vector<StrikesAt> strikes_at_;  ///< by hazard
  std::optional<Reach> reach_;
  bool ages_matter_ = false;  ///< a condition or a pathway asks for a child's age
};

/// The targets of a step, whatever the rule.
[[nodiscard]] std::vector<Target> targets_of(const Step& step);
/// `path.name`, the name in quotes when it holds a dot.
[[nodiscard]] std::string below(const std::string& path, std::string_view name);
/// A key of random numbers for a name and a part of it.
[[nodiscard]] std::uint32_t key_of_name(std::string_view owner, std::string_view part);

}  // namespace sendcap::model
