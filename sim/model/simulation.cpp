#include "sendcap/model/simulation.hpp"

#include <algorithm>
#include <utility>

#include "fetch.hpp"
#include "passage.hpp"
#include "world.hpp"

namespace sendcap::model {
namespace {

constexpr std::size_t kCasesInCache = 2048;

}  // namespace

Simulation::Simulation(const Model& model) : world_(std::make_unique<World>(model)) {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

Measures Simulation::run(std::uint64_t seed, std::uint32_t replication) {
  return world_->run(seed, replication);
}

void Simulation::tell_only_at(std::vector<std::uint8_t> dates) {
  world_->tell_only_at(std::move(dates));
}

void Simulation::observe(Observer* observer) {
  world_->observe(observer);
}

Simulation::World::World(const Model& model)
    : model_(model),
      part_(&model.parts.front()),
      recorder_(model),
      waiting_(model.services.size() + 1),
      open_(model.pathways.size()),
      keeps_census_(!model.provision.empty() || model.plans),
      queues_(model.queue_count),
      stations_(model.stations.size()),
      services_(model.services.size()),
      arrivals_(model.streams.size()),
      next_arrival_(model.streams.size()),
      occupied_(model.place_groups.size()),
      occupied_of_provision_(model.provision.size()),
      taken_in_september_(model.place_groups.size()),
      group_in_part_(model.place_groups.size()) {
  if (model.dimensions.empty()) new_child_.groups_until = kNever;
  find_desks();
  find_greatest_rates();
  for (Index station = 0; station < stations_.size(); ++station) empty_queues(station);
  for (Index joint = 0; joint < model.joint_queues.size(); ++joint) empty_joint_queue(joint);
}

inline void Simulation::World::happen(const engine::Event& event) {
  const auto kind = static_cast<EventKind>(event.detail >> 24U);
  ++events_;
  switch (kind) {
    case EventKind::report:
      return report(event.subject);
    case EventKind::spent_once:
      return recorder_.spent(model_.money.one_off[event.subject].paid_by,
                             model_.money.one_off[event.subject].pounds);
    case EventKind::school_year:
      return school_year();
    case EventKind::offer_widens:
      return offer_widens(event.subject);
    case EventKind::transfer_day:
      return transfer_day(static_cast<TransferDay>(event.subject));
    case EventKind::queues_join:
      return queues_join(event.subject);
    case EventKind::capacity_changes:
      return capacity_changes(event.subject);
    case EventKind::visit_over: {
      const Step& step = model_.steps[cases_[event.subject].step];
      return is_plain(step) ? plain_visit_over(event.subject, step) : visit_over(event.subject);
    }
    case EventKind::time_passed:
      if (current(event)) time_passed(event.subject);
      return;
    case EventKind::arrival:
      return comes_straight_to_desk_[event.subject] != 0 && observer_ == nullptr
                 ? arrive_at_desk(event.subject)
                 : arrive(event.subject);
    case EventKind::leaves_queue:
      if (current(event)) leaves_queue(event.subject);
      return;
    case EventKind::clinic_day:
      return clinic_day(event.subject);
    case EventKind::bought_visits:
      return bought_visits(event.subject);
    case EventKind::placement_round:
      return placement_round();
  }
}

Measures Simulation::World::run(std::uint64_t seed, std::uint32_t replication) {
  key_ = engine::ReplicationKey(seed, replication);
  block_pairs_ = engine::BlockPairs(key_);
  keeps_rolls_ = rolls_are_kept();
  events_ = children_came_ = children_gone_ = cases_opened_ = cases_closed_ = 0;
  case_numbers_ = 0;
  // Whoever watches sees all parts at once, in order of time.
  recorder_.reset(observer_ == nullptr);
  for (Index part = 0; part < recorder_.parts(); ++part) {
    begin_part(recorder_.begin_part(part));
    run_part();
    check_books();
    clear_rolls();
    // Who is still there stays behind with the part.
    children_gone_ = children_came_;
    cases_closed_ = cases_opened_;
  }
  Measures measures = recorder_.take();
  measures.events = events_;
  measures.children = children_came_;
  measures.cases = cases_opened_;
  return measures;
}

void Simulation::World::run_part() {
  while (!calendar_.empty()) {
    const engine::Event event = calendar_.pop();
    events_at_once_ = event.time > now_ ? 0 : events_at_once_ + 1;
    now_ = event.time;
    if (events_at_once_ > kMostEventsAtOnce) throw Runaway("children go round for ever without time passing");
    if (cases_.size() >= kCasesInCache) fetch_for_next_events();
    happen(event);
    note_stirred();
  }
}

// In a county the case of an event is rarely in the cache: it is fetched while the events before it happen,
// and for the next one its child and its tolerances too. The latter alone bought 1.4% of the time of a county
// and 8% of that of ten. (Where the subject is something else, a wrong case is fetched: no harm.)
void Simulation::World::fetch_for_next_events() const {
  Index next = kNone;
  double soonest = kNever;
  calendar_.visit_soon([&](std::uint32_t subject, double time) {
    if (subject >= cases_.size()) return;
    fetch(&cases_[subject], sizeof(Case));
    if (time < soonest) next = subject;
    soonest = std::min(soonest, time);
  });
  if (next != kNone) fetch_case(next);
}

// With its child and its tolerances.
void Simulation::World::fetch_case(Index case_index) const {
  fetch(&cases_[case_index], sizeof(Case));
  const Index child = cases_[case_index].child;
  if (child < children_.size()) fetch(&children_[child], sizeof(Child));
  fetch(tolerances_.data() + case_index * model_.tolerances_of_case,
        model_.tolerances_of_case * sizeof(Tolerance));
}

// The memory of the part before is used again.
void Simulation::World::begin_part(const Part& part) {
  part_ = &part;
  now_ = 0;
  next_sequence_ = events_at_once_ = depth_ = 0;
  calendar_.clear();
  children_.clear();
  free_children_.clear();
  cases_.clear();
  free_cases_.clear();
  tolerances_.clear();
  clear_rolls();
  wanting_place_.clear();
  placed_in_round_.clear();
  not_placed_.clear();
  std::fill(occupied_.begin(), occupied_.end(), 0U);
  std::fill(occupied_of_provision_.begin(), occupied_of_provision_.end(), 0U);
  std::fill(taken_in_september_.begin(), taken_in_september_.end(), 0U);
  std::fill(services_.begin(), services_.end(), ServiceState{});
  purchases_.assign(model_.purchases.size(), PurchaseState{});
  for (Index i = 0; i < part.place_groups.size(); ++i) group_in_part_[part.place_groups[i]] = i;
  september_ = 0;
  september_decided_below_ = 0;
  without_a_place_ = 0;
  stirred_ = kNone;
  period_begin_ = 0;
  schedule_fixed_events();
  starting_ = true;
  enrolled_at_start_.resize(model_.placement.reachable_from.size());
  place_those_at_start();
  requests_before_the_start();
  if (keeps_rolls_) sort_rolls();
  note_stirred();
  starting_ = false;
  enrolled_at_start_.clear();
}

void Simulation::World::schedule_fixed_events() {
  for (std::size_t date = 0; date + 1 < model_.layout.dates.size(); ++date) {
    // The last date stands at the very end of the run, after which nothing is scheduled.
    const double time = model_.layout.dates[date].time;
    calendar_.schedule(time, static_cast<unsigned>(EventKind::report), static_cast<std::uint32_t>(date),
                       static_cast<std::uint32_t>(EventKind::report) << 24U);
  }
  for (const Index station : part_->stations) open_station(station);
  for (const Index joint_queue : part_->joint_queues) open_joint_queue(joint_queue);
  for (const Index stream : part_->streams) {
    arrivals_[stream].reset(model_.streams[stream], key_);
    schedule_next_arrival(stream);
  }
  for (const Index s : part_->services)
    if (model_.services[s].joint_station != kNone)
      schedule(model_.services[s].localities_join, EventKind::queues_join, s);
  for (const Index bought : part_->purchases) schedule_bought_visits(bought);
  schedule_school_events();
}

void Simulation::World::empty_queues(Index s) {
  const Service& service = model_.services[model_.stations[s].service];
  const QueueRange range = queues_of(s);
  for (std::size_t queue = range.begin; queue < range.end; ++queue)
    queues_[queue].reset(service.rule, service.classes.size());
}

// The rule and the classes of the service named first hold.
void Simulation::World::empty_joint_queue(Index j) {
  const Service& first = model_.services[model_.joint_queues[j].services[0]];
  queues_[queue_of_joint(j)].reset(first.rule, first.classes.size());
}

void Simulation::World::open_station(Index s) {
  const Service& service = model_.services[model_.stations[s].service];
  empty_queues(s);
  stations_[s] = StationState{};
  // Those waiting at the start are seen by a team after the first report.
  if (!service.is_clinic) return schedule(0, EventKind::capacity_changes, s);
  stations_[s].slots_due.assign(service.slots.size(), 0.0);
  stations_[s].slots_free.assign(service.slots.size(), 0.0);
  schedule_clinic_day(s, 0);
}

void Simulation::World::open_joint_queue(Index j) {
  empty_joint_queue(j);
  for (const Index service : model_.joint_queues[j].services)
    stations_[model_.services[service].first_station].joint_queues.push_back(queue_of_joint(j));
}

// Of the whole school year; of money, what is of no part is spent in the first.
void Simulation::World::schedule_school_events() {
  if (model_.has_placement) schedule(model_.placement.first_round, EventKind::placement_round, 0);
  if (!model_.provision.empty()) schedule(model_.septembers[1], EventKind::school_year, 0);
  if (model_.transfer)
    for (const TransferDay day : {TransferDay::requests, TransferDay::decided, TransferDay::decided_post_16})
      schedule_transfer_day(day, 0);
  for (const Index offered : part_->alongside)
    schedule(model_.alongside[offered].share.next_change(0), EventKind::offer_widens, offered);
  if (!part_->is_first) return;
  for (Index one = 0; one < model_.money.one_off.size(); ++one)
    if (model_.money.one_off[one].time >= 0)
      schedule(model_.money.one_off[one].time, EventKind::spent_once, one);
}

// Every child who came has gone or is in an open case; every case is where its state says; queues, servers
// and places hold exactly those cases.
void Simulation::World::check_books() const {
  const auto require = [](bool holds, const char* what) {
    if (!holds) throw BrokenInvariant(what);
  };
  std::uint64_t open = 0;
  std::uint64_t present = 0;
  std::vector<std::size_t> waiting(services_.size());
  std::vector<std::size_t> seeing(services_.size());
  std::vector<std::uint32_t> placed(occupied_.size());
  std::size_t wanting = 0;
  for (const Case& one : cases_) {
    if (one.state == CaseState::free) continue;
    const bool enrolment = one.state == CaseState::placed;
    if (is_open(one)) ++open;
    const Step& step = model_.steps[one.step];
    for (std::size_t i = 0; i < step.service_count; ++i) {
      if (one.state == CaseState::in_queue || one.state == CaseState::away) ++waiting[step.services[i]];
      if (one.state == CaseState::in_service) ++seeing[step.services[i]];
    }
    if (one.state == CaseState::wants_place) ++wanting;
    if (enrolment) ++placed[one.group];
    if (enrolment) require(children_[one.child].enrolment == index_of(one), "a child is in two places");
  }
  for (const Child& child : children_)
    if (child.first_case != kNone) ++present;
  require(open + cases_closed_ == cases_opened_, "cases opened are not all either open or closed");
  require(present + children_gone_ == children_came_, "children who came are not all either present or gone");
  for (const Index s : part_->services) {
    require(waiting[s] == services_[s].waiting && (!keeps_rolls_ || waiting[s] == waiting_[s].size()),
            "a service's list does not hold the cases that wait for it");
    require(seeing[s] == services_[s].seeing, "a service's visits are not the cases being seen");
  }
  std::size_t on_rolls = 0;
  for (const Index pathway : part_->pathways) on_rolls += open_[pathway].size();
  require(!keeps_rolls_ || open == on_rolls, "the rolls of open cases do not hold them all");
  require(wanting == wanting_place_.size() && (!keeps_rolls_ || wanting == waiting_.back().size()),
          "the list for places does not hold the cases that want one");
  require(placed == occupied_, "the places taken are not the children placed");
  std::vector<std::uint32_t> in_groups(occupied_of_provision_.size());
  for (std::size_t g = 0; g < occupied_.size(); ++g)
    in_groups[model_.place_groups[g].provision] += occupied_[g];
  require(in_groups == occupied_of_provision_, "the places taken in a provision are not those of its groups");
  require(taken_in_september_ == recount_for_september(),
          "the places taken next September are not those counted");
  const auto without =
      static_cast<std::size_t>(std::count_if(children_.begin(), children_.end(), [&](const Child& child) {
        return child.first_case != kNone && is_without_a_place(child);
      }));
  require(without == without_a_place_, "those without a place are not those counted");
  if (keeps_census_) {
    require(recorder_.census().children() == present, "the census does not hold the children present");
    for (Index child = 0; child < children_.size(); ++child)
      require(children_[child].first_case == kNone ||
                  recorder_.census().has(child, census_line_of(children_[child])),
              "the census has a child where it is not");
  }
  std::size_t queued = 0;
  for (const Index station : part_->stations)
    for (std::size_t queue = queues_of(station).begin; queue < queues_of(station).end; ++queue)
      queued += queues_[queue].size();
  for (const Index joint : part_->joint_queues) queued += queues_[queue_of_joint(joint)].size();
  const auto in_queue = static_cast<std::size_t>(std::count_if(
      cases_.begin(), cases_.end(), [](const Case& one) { return one.state == CaseState::in_queue; }));
  require(queued == in_queue, "the queues do not hold the cases that wait in them");
}

}  // namespace sendcap::model
