#include "random_network.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <vector>

namespace sendcap::theory {
namespace {

// From least to most, both ends included.
int drawn(int least, int most) {
  return *rc::gen::inRange(least, most + 1);
}
bool perhaps() {
  return drawn(0, 1) == 1;
}
std::string number(int value) {
  return std::to_string(value);
}
std::string tenths(int value) {
  return number(value / 10) + "." + number(value % 10);
}

template <class T>
T one_of(const std::vector<T>& choices) {
  return choices[static_cast<std::size_t>(drawn(0, static_cast<int>(choices.size()) - 1))];
}

std::string time_of_visit() {
  const std::string mean = tenths(drawn(1, 40)) + " days";
  return one_of<std::string>({mean, "{kind: exponential, mean: " + mean + "}",
                              "{kind: gamma, mean: " + mean + ", shape: 2}",
                              "{kind: uniform, least: 0 days, most: " + mean + "}"});
}

class Network {
 public:
  explicit Network(const NetworkKinds& kinds) : kinds_(kinds) {}

  std::string text() {
    const int services = drawn(1, 3);
    for (int s = 0; s < services; ++s) add_service(s);
    const int pathways = drawn(1, 2);
    for (int p = 0; p < pathways; ++p) add_pathway(p, p == 0 ? services : drawn(1, 3));
    std::string all = "title: random network\nclock: {start: 2025-01-01, run for: " + number(drawn(1, 200)) +
                      " days, report every: month, waits in: days}\nchildren: {age bands: {young: under 11, "
                      "old: 11 and over}}\n" +
                      "demand:\n" + demand_ + "services:\n" + services_ + "pathways:\n" + pathways_;
    if (kinds_.hazards && perhaps()) all += hazards();
    return all;
  }

 private:
  void add_service(int s) {
    const bool clinic = drawn(0, 3) == 0;
    is_clinic_.push_back(clinic);
    services_ += "  service " + number(s) + ":\n";
    if (clinic) {
      services_ += "    kind: clinic\n    sessions: " + number(drawn(1, 8)) +
                   " per week\n    slots: {any: {per session: " + tenths(drawn(3, 40)) +
                   "}}\n    cancelled: " + number(drawn(0, 20)) + "%\n";
      if (kinds_.patience_days <= 0)
        services_ += "    not brought: " + number(drawn(0, 30)) +
                     "%\n    rebook after: " + number(drawn(0, 20)) + " days\n";
      if (kinds_.hazards) services_ += "    rebookings: " + number(drawn(0, 2)) + "\n";
    } else {
      services_ +=
          "    kind: team\n    staff: " +
          one_of<std::string>({"1", "2", "2.5", "{is: 3, then: {day 20: 0.5, day 60: 4}}", "unlimited"}) +
          "\n";
    }
    services_ +=
        "    queue: {rule: " + one_of<std::string>({"first come", "longest wait", "earliest due", "random"});
    if (perhaps()) services_ += ", classes: {young: {when: {age: under 11}}, raised: {}, others: {}}";
    if (drawn(0, 3) == 0) services_ += ", room for: " + number(drawn(0, 6));
    services_ += "}\n";
  }

  // The first pathway visits every service at least once.
  void add_pathway(int p, int visits) {
    const std::string name = "pathway " + number(p);
    pathways_ += "  " + name + ":\n    outcomes: [done, stopped]\n";
    if (kinds_.hazards && drawn(0, 3) == 0) pathways_ += "    until age: " + number(drawn(8, 20)) + "\n";
    if (kinds_.coming_back && drawn(0, 2) == 0)
      pathways_ +=
          "    re-referrals: [{chance: " + number(drawn(0, 100)) + "%, delay: " + time_of_visit() + "}]\n";
    pathways_ += "    steps:\n";
    const bool forks = perhaps();
    for (int v = 0; v < visits; ++v) {
      const int service = p == 0 ? v : drawn(0, static_cast<int>(is_clinic_.size()) - 1);
      const std::string onward = v + 1 < visits ? "visit " + number(v + 1) : forks ? "fork" : "last";
      pathways_ +=
          visit("visit " + number(v), service, "{split: {" + onward + ": 70%, stopped: 20%, visit 0: 10%}}");
    }
    if (forks) {
      pathways_ += "      fork: {fork: [part a, part b], join: last}\n" +
                   visit("part a", drawn(0, static_cast<int>(is_clinic_.size()) - 1), "last") +
                   "      part b: {wait: " + time_of_visit() + ", next: last}\n";
    }
    pathways_ += "      last: {wait: " + time_of_visit() + "}\n";
    demand_ += "  demand " + number(p) + ": {" +
               (perhaps() ? "rate: " + tenths(drawn(1, 40)) + " per day" : "intervals: " + time_of_visit()) +
               ", enters: " + name + "}\n";
  }

  std::string visit(const std::string& name, int service, const std::string& next) {
    const bool clinic = is_clinic_[static_cast<std::size_t>(service)];
    std::string step = "      " + name + ": {service: service " + number(service) +
                       ", due: " + number(drawn(0, 40)) + " days";
    if (!clinic) step += ", time: " + time_of_visit();
    if (clinic && perhaps()) step += ", slots needed: 2";
    if (perhaps()) step += ", contacts: 2, between contacts: " + number(drawn(0, 9)) + " days";
    if (perhaps())
      step += ", patience: " + (kinds_.patience_days > 0
                                    ? tenths(static_cast<int>(kinds_.patience_days * 10)) + " days"
                                : kinds_.hazards ? time_of_visit()
                                                 : std::string("10000 days"));
    if (kinds_.backlog && drawn(0, 3) == 0) {
      step +=
          ", at start: {children: " + number(drawn(0, 12)) + ", waited: {kind: exponential, mean: 30 days}";
      if (!clinic) step += ", being seen: " + number(drawn(0, 3));
      step += "}";
    }
    return step + ", next: " + next + "}\n";
  }

  std::string hazards() {
    return "while waiting:\n  moved away: {rate: " + number(drawn(0, 30)) +
           " per year, effect: closes all cases}\n  helped elsewhere: {rate: " + number(drawn(0, 30)) +
           " per year, by wait: [{after: 5 days, times: 3}]}\n";
  }

  NetworkKinds kinds_;
  std::vector<bool> is_clinic_;
  std::string demand_;
  std::string services_;
  std::string pathways_;
};

}  // namespace

std::string random_network(const NetworkKinds& kinds) {
  return Network(kinds).text();
}

}  // namespace sendcap::theory
