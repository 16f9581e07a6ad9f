#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "arrivals.hpp"
#include "case.hpp"
#include "groups.hpp"
#include "matching.hpp"
#include "queue.hpp"
#include "recorder.hpp"
#include "roll.hpp"
#include "sendcap/engine/block_pairs.hpp"
#include "sendcap/engine/calendar.hpp"
#include "sendcap/engine/random.hpp"
#include "sendcap/model/simulation.hpp"

namespace sendcap::model {

/// What an event is. The order is that in which events at the same moment happen.
enum class EventKind : std::uint8_t {
  report,            ///< subject: report date
  spent_once,        ///< subject: one-off spending
  queues_join,       ///< subject: service with localities
  capacity_changes,  ///< subject: station
  visit_over,        ///< subject: case
  time_passed,  ///< subject: case (end of a wait, next contact, booked again, referred again, leaves a place)
  school_year,  ///< turns, on 1 September
  offer_widens,   ///< subject: alongside
  transfer_day,   ///< subject: TransferDay
  arrival,        ///< subject: stream
  leaves_queue,   ///< subject: case
  clinic_day,     ///< subject: station
  bought_visits,  ///< subject: purchase
  placement_round,
};

/// All that changes during a run, and what each event does to it. Read in this order: `run` and `happen` (the
/// event loop, simulation.cpp), then what events do: passage.hpp and cases.cpp (how cases open, move and
/// close), services.cpp (teams and clinics; plain_visits.cpp, a shorter way), waiting.cpp (what may happen to
/// those who wait), places.cpp, reporting.cpp and rolls.cpp.
class Simulation::World {
 public:
  explicit World(const Model& model);
  // Its desks point into it.
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  void observe(Observer* observer) { observer_ = observer; }
  void tell_only_at(std::vector<std::uint8_t> dates) { dates_told_ = std::move(dates); }
  Measures run(std::uint64_t seed, std::uint32_t replication);

 private:
  struct StationState {
    double servers = 0;  ///< of a team
    double speed = 1;
    std::uint32_t busy = 0;
    std::vector<Index> joint_queues;
    // of a clinic
    double sessions_due = 0;         ///< fraction of a session carried over
    std::vector<double> slots_due;   ///< by slot kind: fraction of a slot carried over
    std::vector<double> slots_free;  ///< by slot kind, today
    std::uint64_t lots_drawn = 0;
  };
  struct ServiceState {
    std::uint32_t waiting = 0;  ///< in its queues or away to be booked again
    std::uint32_t seeing = 0;   ///< visits under way
    double busy = 0;            ///< servers in use
    bool joined = false;        ///< its localities are one
    bool stirred = false;       ///< in the chain that begins at `stirred_`
    bool busy_changed = false;
    Index next_stirred = kNone;
  };

  // simulation.cpp: the beginning, the loop, the end; of one part of the world after another
  void run_part();
  void begin_part(const Part& part);
  void schedule_fixed_events();
  void empty_queues(Index station);
  void empty_joint_queue(Index joint_queue);
  void open_station(Index station);
  void open_joint_queue(Index joint_queue);
  /// Where those of a station stand: one for each kind of slot of a clinic, or one of a team.
  struct QueueRange {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] QueueRange queues_of(Index station) const {
    const Service& service = model_.services[model_.stations[station].service];
    const std::size_t begin = model_.stations[station].first_queue;
    return {begin, begin + (service.is_clinic ? service.slots.size() : 1)};
  }
  [[nodiscard]] Index queue_of_joint(Index joint_queue) const {
    return static_cast<Index>(queues_.size() - model_.joint_queues.size() + joint_queue);
  }
  void schedule_school_events();
  [[nodiscard]] Index index_of(const Case& one) const { return static_cast<Index>(&one - cases_.data()); }
  void fetch_for_next_events() const;
  void happen(const engine::Event& event);
  void check_books() const;

  // cases.cpp: children and cases
  Index new_child(std::uint32_t source, std::uint32_t number, Index mix, double now);
  void make_room_for_child();
  void draw_attributes(Child& child, const Mix& mix, double now) const;
  Index new_case(Index child, double referred);
  Index new_case_alone(Index child, double referred);
  void make_room_for_case();
  Index open_beside(Index child, Index pathway, std::uint32_t salt);
  static std::uint16_t ordinal_beside(std::uint32_t salt);
  [[nodiscard]] bool has_open_case(Index child, Index pathway) const;
  /// While something is done to a child it is kept, and goes when nothing else holds it.
  void keep(Index child) { ++children_[child].open_cases; }
  void let_go(Index child) {
    if (--children_[child].open_cases == 0) child_gone(child);
  }
  void step_done(Index case_index);
  void clock_done(Index case_index, Index clock);
  void open_case(Index case_index, Index pathway);
  void arrive(Index stream);
  void schedule_next_arrival(Index stream);
  void enter_step(Index case_index, Index step);
  void leave_step(Index case_index, const Target* to = nullptr);
  void go_on(Index case_index, Target target);
  [[nodiscard]] Target next_target(const Case& moving) const {
    const Step& step = model_.steps[moving.step];
    return step.simple_next ? step.only_next : chosen(step.next, moving, step.purpose_next, step.only_next);
  }
  [[nodiscard]] Target chosen(const std::vector<NextRule>& rules, const Case& moving, std::uint32_t purpose,
                              Target otherwise) const;
  /// REQUIRES: the pathway has rules of where a case enters.
  [[nodiscard]] Index entry_of(const Case& opened, const Pathway& pathway) const;
  void fork(Index case_index, const Step& step);
  void part_done(Index part);
  void begin_step(Index case_index, const Step& step);
  /// When the child reaches the age at which the pathway closes a case still open.
  [[nodiscard]] double birthday_of_limit(const Case& one) const {
    return children_[one.child].birth + model_.steps[one.step].until_age_days;
  }
  void pass_time(Index case_index, double until);
  void first_contact(Index case_index, const Groups& groups);
  void first_contact_of(Case& whole, Index pathway, const Groups& groups);
  void close_with_outcome(Index case_index, Index pathway, std::uint32_t outcome);
  void close_with_reason(Index case_index, std::uint32_t reason);
  void close_whole_case(Index root, std::uint32_t reason);
  void close_all_cases(Index child, std::uint32_t reason);
  void close_cases_on(Index child, Index pathway, std::uint32_t reason, bool only_unseen);
  void child_gone(Index child);
  void perhaps_refer_again(Index case_index, std::size_t ending);
  void withdraw(Index case_index, std::uint32_t reason);
  void release(Index case_index);
  [[nodiscard]] Index root_of(Index case_index) const {
    while (cases_[case_index].parent != kNone) case_index = cases_[case_index].parent;
    return case_index;
  }
  [[nodiscard]] bool is_part(const Case& one) const { return one.parent != kNone; }
  /// Whether it is a whole case that a pathway counts among its own.
  [[nodiscard]] bool is_open(const Case& one) const {
    return one.state != CaseState::free && one.parent == kNone && one.state != CaseState::returning &&
           !one.closed && one.state != CaseState::placed;
  }
  void time_passed(Index case_index);

  // services.cpp: teams and clinics
  void join_service(Index case_index);
  void join_lists(Index case_index);
  void rejoin_queue(Index case_index);
  void begin_visit(Index case_index);
  void visit_over(Index case_index);
  void fetch_next_of(Index queue) const;
  void fetch_case(Index case_index) const;
  void free_server(Index service, Index station);
  void serve_waiting(Index station);
  [[nodiscard]] Index best_waiting(Index station, Index own_queue);
  [[nodiscard]] bool others_free(Index joint_queue, Index service) const;
  [[nodiscard]] bool can_begin_at_once(const Step& step, const Child& child) const;
  void capacity_changes(Index station);
  void schedule_capacity_change(Index station, double after);
  void clinic_day(Index station);
  void schedule_clinic_day(Index station, std::int64_t first_day);
  [[nodiscard]] double sessions_planned(Index station, std::int64_t day) const;
  void hold_session(Index station);
  void fill_slots(Index station, Index kind);
  bool take_slot(Index station, Index case_index);
  void put_in_queue(Index case_index);
  void take_from_queue(Index case_index);
  void stir(Index service) {
    ServiceState& state = services_[service];
    if (state.stirred) return;
    state.stirred = true;
    state.next_stirred = stirred_;
    stirred_ = service;
  }
  void change_busy(Index service, double by) { change_busy(services_[service], by); }
  static void change_busy(ServiceState& service, double by) {
    service.busy += by;
    service.busy_changed = true;
  }
  void note_stirred();
  void note_numbers(Index service, const ServiceState& state) {
    recorder_.set_service(service, now_, state.waiting, state.seeing);
  }
  [[nodiscard]] Index station_of(Index service, const Child& child) const {
    const Service& one = model_.services[service];
    return one.locality_of_district.empty() ? one.first_station : station_of_locality(service, child);
  }
  [[nodiscard]] Index station_of_locality(Index service, const Child& child) const;
  [[nodiscard]] Index queue_of(const Step& step, const Child& child) const {
    if (step.joint_queue != kNone) return step.joint_queue;
    const Index service = step.services[0];
    const Index slot = model_.services[service].is_clinic ? step.slot : 0;
    return model_.stations[station_of(service, child)].first_queue + slot;
  }
  [[nodiscard]] std::uint8_t priority_of(const Step& step, const Child& child) const {
    return step.priority >= 0 ? static_cast<std::uint8_t>(step.priority) : priority_of_child(step, child);
  }
  [[nodiscard]] std::uint8_t priority_of_child(const Step& step, const Child& child) const;
  [[nodiscard]] double key_of(const Case& waiting, const Step& step, const Service& service) const;

  // plain_visits.cpp: the same for visits at which little can happen
  /// Where the visits of a plain step take place: what they all need, looked up once.
  struct Desk {
    Index service = kNone;
    ServiceState* at_service = nullptr;
    StationState* station = nullptr;
    Queue* queue = nullptr;
  };
  void find_desks();
  void arrive_at_desk(Index stream);
  void join_plain(Index case_index, const Step& step);
  void join_desk(Case& joining, Index case_index, const Child& child, const Groups& groups, const Step& step,
                 const Desk& desk);
  void begin_plain(Case& seen, Index case_index, const Child& child, const Groups& groups, const Step& step,
                   const Desk& desk);
  void plain_visit_over(Index case_index, const Step& step);
  void leave_plain(Case& seen, Index case_index, const Step& step);
  void fetch_who_is_next(const Queue& queue, Index service) const;
  [[nodiscard]] bool is_plain(const Step& step) const { return step.plain && observer_ == nullptr; }

  // joining.cpp: localities that become one queue
  void queues_join(Index service);

  // purchases.cpp: visits bought from outside
  struct PurchaseState {
    double due = 0;  ///< bought and not yet done
    double counted_to = 0;
  };
  void bought_visits(Index purchase);
  void schedule_bought_visits(Index purchase);
  [[nodiscard]] std::vector<Index> longest_waiting(Index step, std::size_t most) const;
  void see_elsewhere(Index case_index, const Purchase& bought);

  // waiting.cpp: what may happen to those who wait
  void schedule_leaving(Index case_index);
  void leaves_queue(Index case_index);
  void use_up_tolerances(Index case_index) {
    if (!model_.steps[cases_[case_index].step].hazards.empty()) count_tolerances_used(case_index);
  }
  void count_tolerances_used(Index case_index);
  void find_greatest_rates();
  void draw_tolerances(Index case_index);
  [[nodiscard]] double strike_time(Index case_index, const StepHazard& strikes);
  void raise_priority(Index case_index, const Hazard& hazard);
  void strikes(Index case_index, Index hazard);
  void leaves_place(Index child, std::uint32_t reason);
  [[nodiscard]] bool is_waiting(const Case& one) const {
    return one.state == CaseState::in_queue || one.state == CaseState::away ||
           one.state == CaseState::wants_place || one.state == CaseState::placed;
  }
  void begin_waiting(Index case_index);
  [[nodiscard]] bool is_supported(const Child& child) const {
    return (child.flags & model_.supported_flag) != 0;
  }
  void note_unsupported(Index case_index) {
    if (model_.supported_flag != 0) count_unsupported(case_index);
  }
  void count_unsupported(Index case_index);
  void offer_alongside(Index case_index);
  void offer_widens(Index alongside);
  [[nodiscard]] Tolerance* tolerances_of(Index case_index) {
    return tolerances_.data() + case_index * model_.tolerances_of_case;
  }
  void strikes_once(Index case_index, Index hazard);

  // places.cpp: children who want a place, and the rounds in which they are given
  enum class For : std::uint8_t { now, september };
  /// Who went without a place in a pass of a round.
  struct NotPlaced {
    Index case_index;
    bool suited;  ///< some provision would have been suitable
  };
  /// What came of one pass of a round.
  struct Pass {
    std::size_t given = 0;     ///< places given, or promised for September
    bool passed_over = false;  ///< a place was not, for its child had just been given another
  };
  void want_place(Index case_index);
  void stop_wanting_place(Index case_index);
  void placement_round();
  void give_places_for_september(int least_age, int most_age);
  Pass match(For when, int least_age, int most_age);
  [[nodiscard]] std::vector<Index> wanting(For when, int least_age, int most_age) const;
  void state_problem(const std::vector<Index>& round, For when);
  void add_options(const Case& waiting, For when, MatchingProblem::Wish& wish) const;
  void count_vacancies(For when);
  [[nodiscard]] int school_age_for(const Child& child, For when) const;
  void stand_in_line_for_place(Index case_index);
  [[nodiscard]] double longest_journey(int age) const;
  void take_place(Index case_index, Index group);
  void offer_place(Index case_index, Index group);
  void take_back_offer(const Case& wanting);
  void leaves_by_september(Index child);
  [[nodiscard]] bool has_been_given(For when, Index child) const;
  void tell_not_placed();

  // transfer.cpp: the school year and the yearly transfer between phases
  [[nodiscard]] double next_transfer_day(TransferDay day, double after) const;
  void requests_before_the_start();
  void schedule_transfer_day(TransferDay day, double after);
  void transfer_day(TransferDay day);
  template <class Does>
  [[nodiscard]] std::vector<Index> in_order_of_arrival(const Does& does) const;
  void make_requests();
  void perhaps_ask(Index child);
  void request_for_september(Index child, Index pathway);
  void school_year();
  void go_up_a_year(Index enrolment);
  [[nodiscard]] int school_age(const Child& child, double september) const {
    return child.age(september + kSeptemberMorning);
  }

  // enrolment.cpp: who is where
  void enrol(Index child, Index provision);
  Index new_enrolment(Index child, Index provision);
  void stays_until(Index enrolment, double until);
  [[nodiscard]] Index group_in_september(const Case& enrolment) const;
  [[nodiscard]] std::vector<std::uint32_t> recount_for_september() const;
  void unenrol(Index child);
  void enrolment_over(Index enrolment);
  void lose_place(Index child);
  [[nodiscard]] Index case_with_offer(Index child) const;
  [[nodiscard]] Afterwards afterwards_of(const Case& enrolment, double when) const;
  [[nodiscard]] double stay_until(const Case& placed, const Provision& provision) const;
  [[nodiscard]] double end_of_ages(const Child& child, int last_age) const;
  [[nodiscard]] Index group_of(Index provision, int school_age) const;
  void occupy(Index provision, Index group);
  void vacate(Index provision, Index group);
  void note_over_number(Index provision);
  [[nodiscard]] double over_number_of(Index provision) const;

  // plans.cpp: flags and plans
  void change_flags(Index child, std::uint32_t gained, std::uint32_t lost);
  void comes_with_plan(Index child);
  void forget_plan(Index child);
  void plan_begins(Index child);
  void plan_ends(Index child, std::uint32_t reason);
  [[nodiscard]] bool has_plan(const Child& child) const {
    return model_.plans && (child.flags & model_.plans->flag) != 0;
  }
  [[nodiscard]] bool is_without_a_place(const Child& child) const;
  void recount_without_a_place(const Child& child, bool was);
  void tell_flags(Index child, Happening happening, std::uint32_t bits) const;

  // trace_tell.cpp: what an observer is told
  // What it is about is looked up only if somebody watches.
  template <class What = std::string_view>
  void tell(Happening happening, Index child, Index case_index, const What& what,
            std::size_t count = 0) const {
    if (observer_ != nullptr) tell_observer(happening, child, case_index, what, count);
  }
  void tell_observer(Happening happening, Index child, Index case_index, std::string_view what,
                     std::size_t count) const;
  [[nodiscard]] double so_since(Happening happening, const Case& one) const;
  void tell_joined_queue(Index case_index) const;
  void tell_wants_place(Index case_index) const;

  // at_start.cpp: those present when the run starts
  void place_those_at_start();
  [[nodiscard]] std::vector<Index> choose_among_placed(const AtStart& group) const;
  Index case_at_start(const AtStart& group, std::uint32_t number, double joined, Index placed);
  void put_at_step(const AtStart& group, std::uint32_t number, double joined, Index placed);
  void put_in_visit(const AtStart& group, std::uint32_t number);
  void fill_provision(Index provision);
  void plan_at_start(Index child, std::uint32_t number);
  void fit_to_provision(Child& child, const Provision& provision, std::uint32_t number);

  // rolls.cpp: who is on which list and has which case open
  std::uint32_t join_list(ListIndex list, double since, Index case_index, std::uint8_t mark) {
    return keeps_rolls_ ? add_to_list(list, since, case_index, mark) : 0;
  }
  void leave_list(ListIndex list, std::uint32_t line) {
    if (keeps_rolls_) strike_off_list(list, line);
  }
  void note_open(Index case_index) {
    if (keeps_rolls_) add_to_open(case_index);
  }
  void note_contacted(Index case_index) { note_contacted(cases_[case_index]); }
  void note_contacted(Case& seen) {
    seen.contacted = true;
    if (keeps_rolls_) mark_contacted(seen);
  }
  void mark_contacted(const Case& seen);
  /// Does nothing for parts of a case and for what is no longer open.
  void note_closed(Index case_index) {
    if (keeps_rolls_ && cases_[case_index].on_open != kNone) strike_off_open(case_index);
  }
  [[nodiscard]] bool rolls_are_kept() const;
  template <class Visit>
  void for_each_list(const Visit& visit);
  void clear_rolls();
  void gather_rolls();
  std::uint32_t add_to_list(ListIndex list, double since, Index case_index, std::uint8_t mark);
  void strike_off_list(ListIndex list, std::uint32_t line);
  void add_to_open(Index case_index);
  void strike_off_open(Index case_index);
  void sort_rolls();
  void tell_of_waiting();
  void tell_of_open_cases(Index pathway);
  void tell_of_clocks(const Pathway& pathway, const Roll::Line& line);
  void tell_of_forked_parts(Index whole, const Positions& positions);
  void tell_of_unsupported();
  [[nodiscard]] double unsupported_since(Roll::Line& line) const;
  void look_at_support_later(Index case_index);
  [[nodiscard]] bool is_outdated(const Roll::Line& line) const {
    return !(now_ < static_cast<double>(line.groups_until));
  }
  void find_positions(ListIndex list, Roll::Line& line);
  /// Of a service or, after all services, of placement; those of pathways are in `open_`.
  [[nodiscard]] Roll& roll_of(ListIndex list) { return waiting_[std::min(list, waiting_.size() - 1)]; }
  [[nodiscard]] bool is_done(const Case& one, Index clock) const;

  // reporting.cpp
  [[nodiscard]] Census::Line census_line_of(const Child& child) const;
  void note_where(const Child& child) {
    if (keeps_census_) move_in_census(child);
  }
  void move_in_census(const Child& child);
  void spend(double from);
  void report(std::size_t date);
  void begin_measuring();
  void snapshot(std::size_t date);

  /// So many events at one moment, or steps within one event, are no world but a circle that takes no time.
  static constexpr std::uint64_t kMostEventsAtOnce = 50'000'000;
  static constexpr std::uint64_t kMostStepsInOneEvent = 5'000;
  static constexpr std::size_t kMostCases = 100'000'000;
  /// A birthday on 1 September makes a child older in the school year that begins on it.
  static constexpr double kSeptemberMorning = 1e-6;
  static constexpr std::uint32_t kSaltAfterwards = engine::name_hash("afterwards");

  void schedule(double time, EventKind kind, std::uint32_t subject, std::uint32_t stamp = 0) {
    if (time < model_.end)
      calendar_.schedule(time, static_cast<unsigned>(kind), subject,
                         (static_cast<std::uint32_t>(kind) << 24U) | (stamp & 0xffffffU));
  }
  /// Whether an event of a case was scheduled for what the case is doing now.
  [[nodiscard]] bool current(const engine::Event& event) const {
    return (cases_[event.subject].stamp & 0xffffffU) == (event.detail & 0xffffffU);
  }
  [[nodiscard]] const Groups& groups_of_child(const Child& child) const {
    return groups_of(model_, child, now_);
  }
  [[nodiscard]] engine::Stream stream_for(const Case& one, std::uint32_t purpose) const;
  [[nodiscard]] engine::Stream stream_of(const Child& child, const Case& one, std::uint32_t purpose) const;

  const Model& model_;
  const Part* part_;                      ///< of the world, that is simulated now
  std::vector<std::uint8_t> dates_told_;  ///< at which how things stand is told; empty: at all
  Recorder recorder_;
  engine::Calendar calendar_;
  engine::ReplicationKey key_{0, 0};
  engine::BlockPairs block_pairs_{key_};
  double now_ = 0;
  std::uint64_t next_sequence_ = 0;
  Child new_child_;  ///< as they all come
  std::vector<Child> children_;
  std::vector<Index> free_children_;
  std::vector<Case> cases_;
  std::vector<Index> free_cases_;
  std::vector<Tolerance> tolerances_;                  ///< a row for each case
  std::vector<double> greatest_rates_;                 ///< by hazard
  std::vector<Roll> waiting_;                          ///< by service; last for places
  std::vector<Roll> open_;                             ///< by pathway
  std::vector<std::uint32_t> unsupported_throughout_;  ///< scratch: children by position
  bool keeps_rolls_ = true;                            ///< or gathers them for a report
  bool keeps_census_;                                  ///< there are places or plans
  std::vector<Queue> queues_;
  std::vector<StationState> stations_;
  std::vector<ServiceState> services_;
  std::vector<Desk> desks_;                           ///< by step; of those that are plain
  std::vector<std::uint8_t> comes_straight_to_desk_;  ///< by stream: 1 where `arrive_at_desk` will do
  Index stirred_ = kNone;  ///< a service whose numbers changed in this event, to be noted at its end, or none
  std::vector<PurchaseState> purchases_;
  std::vector<ArrivalSource> arrivals_;
  std::vector<Arrival> next_arrival_;    ///< by stream
  std::vector<Index> wanting_place_;     ///< cases; each knows its position by `previous`
  std::vector<Index> placed_in_round_;   ///< children; empty between rounds
  std::vector<NotPlaced> not_placed_;    ///< in the round under way, as far as known; only for an observer
  std::vector<std::uint32_t> occupied_;  ///< by group of places
  std::vector<std::uint32_t> occupied_of_provision_;
  /// By group of places: children who will have one next September, being promised one or staying.
  std::vector<std::uint32_t> taken_in_september_;
  std::vector<Index> group_in_part_;                   ///< which it is of the part's, by group of places
  MatchingProblem problem_;                            ///< scratch for rounds; groups are those of the part
  std::vector<std::vector<Index>> enrolled_at_start_;  ///< children, by district
  std::size_t september_ = 0;                          ///< the last 1 September, in Model::septembers
  int september_decided_below_ = 0;  ///< ages up to which places for the coming September have been given
  std::size_t without_a_place_ = 0;
  double period_begin_ = 0;
  Observer* observer_ = nullptr;
  bool starting_ = false;  ///< those present at the start are being put in

  std::uint64_t events_at_once_ = 0;
  std::uint64_t depth_ = 0;  ///< steps entered within steps

  // the books
  std::uint64_t events_ = 0;
  std::uint64_t children_came_ = 0;
  std::uint64_t children_gone_ = 0;
  std::uint64_t cases_opened_ = 0;
  std::uint64_t cases_closed_ = 0;
  std::uint32_t case_numbers_ = 0;
};

}  // namespace sendcap::model
