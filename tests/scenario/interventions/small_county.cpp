#include "small_county.hpp"

#include <stdexcept>

namespace sendcap::scenario {
namespace {

const char* const kCounty = R"(
title: a small county
clock: {start: 2025-01-01, until: 2027-01-01}
districts: {Redditch: {}, Worcester: {}}
children: {needs: [autism, other], flags: [autistic, has a plan, supported], supported: supported}
plans: {flag: has a plan}
demand:
  therapy referrals: {rate: 900 per year, enters: therapy}
  requests: {rate: 1500 per year, enters: assessment}
  walk-in: {intervals: 1 day, enters: therapy}
services:
  therapists: {kind: team, staff: 10, cost: "£60,000"}
  caseworkers: {kind: team, staff: 30, cost: "£45,000", paid by: council}
  psychologists: {kind: team, staff: 18, cost: "£75,000", paid by: council}
  family workers: {kind: team, staff: 4, cost: "£40,000", paid by: council}
  panel: {kind: clinic, sessions: 1 per week, slots: {case: {per session: 9}}}
pathways:
  therapy:
    steps: {seen: {service: therapists, alongside: {enters: support, share: 10%}}}
  assessment:
    steps: {advice: {service: psychologists}, papers: {service: caseworkers}, decided: {service: panel}}
  specialist place:
    steps:
      agreed: {place: {kinds: [autism base, special school]}, alongside: {enters: support, share: 10%}}
  support:
    outcomes: [supported, no longer needed]
    steps:
      named person:
        service: family workers
        gives: [supported]
        next: {split: {needs met: 10%, supported: 90%}}
      needs met: {meets needs of: [therapy], next: no longer needed}
while waiting:
  plan asked for: {at: [therapists], rate: 0.1 per year, effect: goes on, enters: assessment,
    factors: [{when: {flag: supported}, times: 0.9}]}
  independent school agreed: {at: [place], rate: 0.4 per year, moves to: independent schools}
  place asked: {in: [mainstream], rate: 0.05 per year, effect: goes on, enters: specialist place}
provision:
  mainstream schools: {kind: mainstream, places: unlimited}
  Redditch school:
    kind: special school
    district: Redditch
    places: {is: 100, then: {2026-01-01: 110}}
    ages: 4 to 18
    needs: [autism]
    afterwards: mainstream schools
    cost: {per place: "£10,000", per child: "£14,000", transport: "£5,000"}
  Worcester base:
    kind: autism base
    district: Worcester
    flags: [autistic]
    groups: {primary: {ages: 4 to 10, places: 8}, secondary: {ages: 11 to 15, places: 10}}
  independent schools: {kind: independent special school, places: unlimited, ages: 4 to 18, cost: {per child: "£60,000"}}
placement:
  transfer: {asked: [{from: [mainstream], when: {age: 11}, share: 10%, enters: specialist place}]}
)";

}  // namespace

Applied in_the_county(const std::string& interventions) {
  return apply_text(interventions, kCounty);
}

const OneOff& spent_once(const Scenario& scenario, const std::string& name) {
  const OneOff* found = scenario.money.one_off.find(name);
  if (found == nullptr) throw std::runtime_error("nothing is spent once on " + name);
  return *found;
}

const Running& spent_evenly(const Scenario& scenario, const std::string& name) {
  const Running* found = scenario.money.running.find(name);
  if (found == nullptr) throw std::runtime_error("nothing is spent evenly on " + name);
  return *found;
}

}  // namespace sendcap::scenario
