#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/engine/alias_table.hpp"
#include "sendcap/engine/distribution.hpp"
#include "sendcap/model/child.hpp"
#include "sendcap/model/measure.hpp"
#include "sendcap/model/part.hpp"
#include "sendcap/model/shares.hpp"
#include "sendcap/model/timeline.hpp"
#include "sendcap/scenario/leaving.hpp"
#include "sendcap/scenario/money.hpp"
#include "sendcap/scenario/provision.hpp"
#include "sendcap/scenario/service.hpp"

namespace sendcap::model {

// The compiled world: indices instead of names, flat tables, nothing that changes during a run. One Model is
// shared by all threads. Times are days since the start of the run; a warm-up runs at negative wall dates but
// the clock of the simulation starts at zero, so `Model::begin` is added wherever a calendar date is meant.

/// A category of children by which results are given.
struct GroupDimension {
  enum class Kind : std::uint8_t { attribute, age } kind = Kind::attribute;
  std::uint8_t attribute = 0;  ///< when by attribute
  std::uint32_t first_group = 0;
};

/// How the attributes of a child are drawn.
struct Mix {
  struct AgeRange {
    int first = 0;
    int last = 0;
  };
  struct JointCell {
    std::array<std::uint16_t, kMaxAttributes> attributes{};  ///< kUndrawn: from its own table
    int age = -1;                                            ///< index into `ages`, or −1
  };
  struct Flag {
    std::uint32_t bit = 0;
    double chance = 0;
    Condition when;
    double otherwise = 0;
  };
  static constexpr std::uint16_t kUndrawn = 0xffff;

  std::vector<std::optional<engine::AliasTable>> attributes;  ///< by attribute; empty when it has no values
  std::vector<AgeRange> ages;             ///< of the mix's own table, then those of joint cells
  std::optional<engine::AliasTable> age;  ///< over the mix's own ages
  std::vector<JointCell> joint_cells;
  std::optional<engine::AliasTable> joint;  ///< over `joint_cells`; empty when there are none
  std::vector<Flag> flags;
};

/// The rate of a stream, constant between changes.
struct RateCurve {
  std::vector<double> until;  ///< end of each piece; the last is infinity
  std::vector<double> per_day;
};

/// A stream of arrivals.
struct ArrivalStream {
  std::string name;
  std::uint32_t source = 0;  ///< key of its random numbers; the low byte is free for the rate layer
  bool renewal = false;
  RateCurve rate;
  std::size_t layers = 0;  ///< of the rate plane that the curve reaches into, see arrivals.hpp
  engine::Distribution intervals;
  Index pathway = 0;
  Index mix = 0;
};

/// Capacity of one service in one locality, with its own queues.
struct Station {
  Index service = 0;
  std::uint32_t source = 0;  ///< key of the random numbers of its sessions
  Index first_queue = 0;     ///< one queue per slot kind (a team has one)
  Timeline cost;             ///< team: pounds a day for a member of staff; clinic: pounds for a session
  // team
  Timeline staff;    ///< whole-time equivalents; 0 when unlimited
  Timeline servers;  ///< whole servers; infinity when unlimited
  Timeline speed;    ///< work done per unit of time by a server
  // clinic
  Timeline sessions_per_day;  ///< sessions on a day on which the clinic is held, before leave and August
};

/// A slot kind of a clinic.
struct SlotKind {
  std::string name;
  Timeline per_session;
  Index unused_go_to = kNone;  ///< slot kind of the same clinic
};

/// A priority class of a service.
struct PriorityClass {
  std::string name;
  bool conditional = false;
  Condition when;
};

/// A service and how children wait for it.
struct Service {
  bool is_clinic = false;
  scenario::QueueRule rule = scenario::QueueRule::first_come;
  std::vector<PriorityClass> classes;  ///< first served first; one when there are none
  std::uint64_t room = std::numeric_limits<std::uint64_t>::max();
  Index first_station = 0;
  static constexpr std::uint16_t kNoLocality = 0xffff;
  std::vector<std::uint16_t>
      locality_of_district;     ///< empty: one locality; kNoLocality where nobody comes from
  Index joint_station = kNone;  ///< that all localities are from `localities_join` on, if they ever are
  double localities_join = std::numeric_limits<double>::infinity();
  scenario::Payer paid_by = scenario::Payer::nhs;
  std::string name;
  // clinic
  std::vector<SlotKind> slots;
  std::vector<Index> slot_order;  ///< slot kinds in the order they are filled: givers before takers
  std::array<bool, 7> held_on{};  ///< Monday first
  Timeline year_share{1.0};       ///< share of sessions left after leave
  Timeline in_august{1.0};
  Timeline cancelled{0.0};
  Timeline not_brought{0.0};
  std::uint32_t rebookings = 0;
  double rebook_after = 0;
};

/// What a step does.
enum class StepKind : std::uint8_t { visit, wait, fork, place, refer, move, route };

/// Another pathway entered while a child waits.
struct Alongside {
  Index pathway = 0;
  Timeline share;
  std::uint32_t purpose = 0;
};

/// A hazard that can strike at a step. A case has a row of tolerances, one for each hazard of its pathway.
struct StepHazard {
  Index hazard = 0;
  Index tolerance = 0;  ///< place in the row
};

/// A time by which a step is to be done.
struct StepClock {
  std::string name;  ///< pathway and step
  Index pathway = 0;
  Index step = 0;
  Timeline within;
  Timeline excepted;
  bool in_fork = false;   ///< counted from the fork, for parts only
  std::uint32_t bit = 0;  ///< among the clocks of its pathway
  std::uint32_t purpose = 0;
};

/// A target of routing: a step, or an outcome of the pathway when the highest bit is set.
struct Target {
  static constexpr std::uint32_t kOutcomeBit = 0x80000000U;
  std::uint32_t code = 0;
  [[nodiscard]] bool is_outcome() const { return (code & kOutcomeBit) != 0; }
  [[nodiscard]] std::uint32_t index() const { return code & ~kOutcomeBit; }
};

/// One rule of routing; the first whose condition holds is used.
struct NextRule {
  bool conditional = false;
  Condition when;
  std::vector<Target> targets;
  Shares shares;  ///< empty when there is one target
};

/// A step of a pathway. What is looked at for every case that comes by stands first, close together.
struct Step {
  Index pathway = 0;
  StepKind kind = StepKind::route;
  std::uint8_t service_count = 0;
  bool first_contact = false;
  bool has_time = false;
  bool has_patience = false;
  bool simple_next = false;  ///< one rule, one target, no condition
  bool is_join = false;
  bool plain = false;      ///< a visit at which little can happen, see plain_visits.cpp
  std::uint16_t slot = 0;  ///< slot kind of the clinic among the services
  std::array<Index, 2> services{kNone, kNone};
  Index joint_queue = kNone;   ///< for a step that needs two services at once
  std::int32_t priority = -1;  ///< class, or −1 when it follows from the child
  std::uint32_t contacts = 1;
  Target only_next;
  Index plain_station = kNone;  ///< of a plain visit
  Index plain_queue = kNone;
  Index clock = kNone;
  std::uint32_t gives = 0;  ///< flags
  std::uint32_t takes_away = 0;
  std::uint32_t purpose_time = 0;  ///< keys of random numbers
  std::uint32_t purpose_next = 0;
  std::uint32_t purpose_patience = 0;
  std::uint32_t purpose_brought = 0;
  double until_age_days = std::numeric_limits<double>::infinity();  ///< at which the pathway closes a case
  double slots_needed = 1;
  double time_scale = 1;        ///< calendar time per drawn time: working time is spread over the week
  double mean_time = 0;         ///< of a visit, in calendar days
  engine::Distribution time;    ///< calendar days with the service, or of the wait
  Timeline times_as_long{1.0};  ///< multiplier of what is drawn
  engine::Distribution patience;
  std::vector<StepHazard> hazards;  ///< that can strike while waiting here
  std::vector<Index> alongside;
  std::vector<Index> meets_needs_of;  ///< pathways
  std::vector<NextRule> next;
  double between_contacts = 0;
  Timeline due{std::numeric_limits<double>::infinity()};
  std::vector<Index> fork;        ///< steps begun at once
  Index join = kNone;             ///< step at which the forked ways meet
  std::uint32_t place_kinds = 0;  ///< bit by scenario::ProvisionKind
  Index refer = kNone;            ///< pathway
  Index moves_to = kNone;         ///< provision
  std::string name;
};

/// Children who come back.
struct ReReferral {
  std::vector<std::uint8_t> after;  ///< by ending, see Pathway::endings: 1 where it applies
  Timeline chance;
  engine::Distribution delay;
  Index enters = 0;
  std::uint32_t purpose = 0;
};

/// A pathway.
struct Pathway {
  std::string name;
  Index first_step = 0;
  std::vector<NextRule> begins_at;  ///< the step at which a case enters; the first when there are none
  std::uint32_t purpose_begin = 0;
  std::vector<std::string> outcomes;
  std::vector<Index> clocks;  ///< of the whole case; not those of the parts of a fork
  double first_clock_runs_out =
      std::numeric_limits<double>::infinity();  ///< days after referral, at the least
  bool clocks_in_forks = false;                 ///< there are those too
  std::vector<ReReferral> re_referrals;
};

/// Visits bought from outside.
struct Purchase {
  std::string name;
  Index step = 0;
  Timeline per_day;
  Timeline price;
  scenario::Payer paid_by = scenario::Payer::nhs;
  std::optional<Target> leads_to;  ///< unless given, as after a visit
};

/// Something that may happen to children who wait or are placed.
struct Hazard {
  std::string name;
  std::uint32_t purpose = 0;
  Timeline rate;  ///< per day
  Condition when;
  struct Factor {
    Condition when;
    Timeline times;
  };
  std::vector<Factor> factors;
  std::vector<double> wait_bounds;  ///< days waited from which `wait_factors` hold
  std::vector<Timeline> wait_factors;
  bool steady = false;  ///< a child's rate changes with its flags only
  scenario::HazardEffect effect = scenario::HazardEffect::closes_the_case;
  std::vector<std::int32_t>
      class_of_service;     ///< for raises_priority, by service: class, or −1 where there is none
  Index moves_to = kNone;   ///< provision
  Index enters = kNone;     ///< pathway
  std::uint32_t gives = 0;  ///< flags
};

/// Children present when the run starts.
struct AtStart {
  Index step = 0;
  std::uint32_t source = 0;
  std::uint32_t children = 0;
  std::uint32_t being_seen = 0;
  Index mix = 0;
  bool has_waited = false;
  engine::Distribution waited;
  bool has_remaining = false;
  engine::Distribution remaining;
  bool has_since_referral = false;
  engine::Distribution since_referral;
  bool contacted = false;         ///< first contact was before the start
  std::uint8_t clocks_done = 0;   ///< what was done before the start, a bit by StepClock::bit
  std::uint32_t among_kinds = 0;  ///< a bit for each kind of provision they are in; 0: they are new children
  Condition when;                 ///< those among whom they are
};

/// Places of a provision for children of some ages.
struct PlaceGroup {
  Index provision = 0;
  int first_age = 0;  ///< at the beginning of the school year, both ends included
  int last_age = 120;
  Timeline places;  ///< infinity when unlimited
};

/// Where a child goes who leaves a provision.
struct Afterwards {
  enum class Kind : std::uint8_t { plan_ends, provision, pathway } kind = Kind::plan_ends;
  Index index = 0;
};

/// A rule of where children go who leave a provision; the first whose condition holds is used.
struct AfterwardsRule {
  bool conditional = false;
  Condition when;
  std::vector<Afterwards> targets;
  Shares shares;  ///< empty when there is one target
};

/// A school or base.
struct Provision {
  static constexpr std::uint16_t kEverywhere = 0xffff;
  std::string name;
  scenario::ProvisionKind kind = scenario::ProvisionKind::special_school;
  std::uint16_t district = 0;  ///< or kEverywhere
  bool out_of_county = false;
  Index first_group = 0;  ///< of places
  Index group_count = 0;
  Timeline over_number;  ///< in each group
  std::vector<AfterwardsRule> afterwards;
  Timeline cost_per_place;  ///< pounds a day
  Timeline cost_per_child;
  Timeline cost_over_number;
  Timeline cost_transport;
  Index step = 0;  ///< of the enrolments in it, see Model::first_enrolled_step
  int first_age = 0;
  int last_age = 120;
  Condition suits;  ///< needs and flags
  bool has_stay = false;
  engine::Distribution stay;
  bool has_remaining_stay = false;
  engine::Distribution remaining_stay;
  std::uint32_t at_start = 0;
  Index mix = 0;
  std::uint32_t source = 0;
  std::uint32_t purpose_stay = 0;
  std::uint32_t purpose_afterwards = 0;
};

/// How places are given.
struct Placement {
  double first_round = 0;
  double every = 28;
  scenario::PlacementRule rule = scenario::PlacementRule::longest_wait;
  struct TravelLimit {
    int first_age = 0;
    int last_age = 120;
    Timeline journey_days;
  };
  std::vector<TravelLimit> travel_limits;
  scenario::MatchingRule matching = scenario::MatchingRule::greedy;
  Timeline over_number_after{std::numeric_limits<double>::infinity()};  ///< days waited
  ByDistrict without_a_place;                                           ///< provision
  struct Reachable {
    Index provision = 0;
    double journey_days = 0;
  };
  /// By district: the provision within the longest journey ever allowed, in the order of all provision.
  std::vector<std::vector<Reachable>> reachable_from;
};

/// The yearly transfer between phases.
struct PhaseTransfer {
  struct Asked {
    std::uint32_t from_kinds = 0;  ///< bit by scenario::ProvisionKind
    Condition when;
    Timeline share;
    Index pathway = 0;
    std::uint32_t purpose = 0;
  };
  struct Day {
    int month = 1;
    int day = 1;
  };
  std::array<Day, 3> days{};  ///< by TransferDay
  int post_16_age = 16;
  std::vector<Asked> asked;
  std::vector<std::vector<int>> ages_of_district;
};
enum class TransferDay : std::uint8_t { requests, decided, decided_post_16 };

/// Education, health and care plans.
struct PlanRules {
  std::uint32_t flag = 0;
  ByDistrict reviewed_on;  ///< pathway
  double until_age_years = 25;
};

/// Money beside services and provision, by day.
struct Money {
  bool has_block = false;
  Timeline block_income;
  Timeline other_high_needs;
  struct OneOff {
    std::string name;
    double time = 0;
    double pounds = 0;
    scenario::Payer paid_by = scenario::Payer::council;
  };
  std::vector<OneOff> one_off;
  struct Running {
    Timeline pounds_a_day;
    scenario::Payer paid_by = scenario::Payer::council;
  };
  std::vector<Running> running;
};

/// Reasons for leaving that the program itself gives, before those of the scenario's hazards.
enum class Reason : std::uint32_t {
  gave_up,
  turned_away,
  not_brought,
  aged_out,
  need_met,
  plan_ended,
  seen_elsewhere,
  first_of_hazards
};

/// The compiled world.
struct Model {
  // Made once, in a source file: they are large, and every file that holds one would compile them anew.
  Model();
  Model(const Model&);
  Model(Model&&) noexcept;
  Model& operator=(const Model&);
  Model& operator=(Model&&) noexcept;
  ~Model();

  std::string title;
  double begin = 0;    ///< calendar day (since 1970-01-01) of time zero
  double warm_up = 0;  ///< measures start here
  double end = 0;      ///< of the run
  /// The length of what is measured, in years of 365.25 days.
  [[nodiscard]] double years() const { return (end - warm_up) / 365.25; }
  double resolution = 1;
  double wait_unit_days = 7;               ///< length of the unit in which waits are reported
  std::vector<std::uint8_t> bank_holiday;  ///< by whole day since time zero: 1 where it is one

  std::size_t attribute_count = 0;
  std::vector<GroupDimension> dimensions;
  std::vector<std::uint16_t> age_band_of_year;  ///< by completed years 0 … 120: band, or kNoBand
  static constexpr std::uint16_t kNoBand = 0xffff;

  std::vector<Mix> mixes;
  std::vector<ArrivalStream> streams;
  std::vector<Service> services;
  std::vector<Station> stations;
  std::size_t queue_count = 0;  ///< over all stations and slot kinds, then the joint queues
  struct JointQueue {
    std::array<Index, 2> services{kNone, kNone};
    std::array<std::uint16_t, 2> slots{0, 0};
  };
  std::vector<JointQueue> joint_queues;  ///< pairs of services needed at once
  std::vector<Step> steps;
  std::vector<Pathway> pathways;
  std::vector<Purchase> purchases;
  std::vector<Hazard> hazards;
  std::size_t tolerances_of_case = 0;  ///< length of a case's row: the most hazards that a pathway has
  std::vector<std::string> reasons;    ///< by Reason, then the hazards
  std::vector<AtStart> at_start;
  std::vector<Provision> provision;
  std::vector<PlaceGroup> place_groups;
  /// Children hold their place by an enrolment: a case at a step of its own for each provision, on a pathway
  /// of its own that nobody else enters. These steps stand after all others.
  Index first_enrolled_step = kNone;
  Index enrolled_pathway = kNone;
  bool has_placement = false;
  Placement placement;
  std::optional<PhaseTransfer> transfer;
  std::vector<double>
      septembers;  ///< times of 1 September, from the last before the run to the first after it
  std::optional<PlanRules> plans;
  std::uint32_t supported_flag = 0;
  std::vector<std::string> flags;
  std::vector<StepClock> clocks;
  std::vector<Alongside> alongside;
  Money money;
  bool has_costs = false;
  MeasureLayout layout;
  std::vector<Part> parts;  ///< of the world, that have nothing to do with one another; at least one
};

}  // namespace sendcap::model
