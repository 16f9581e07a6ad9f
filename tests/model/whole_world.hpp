#pragma once

#include <string>

namespace sendcap::testing {

/// A small county with every mechanism on, for ten years: queues, an assessment with clocks, plans, reviews,
/// support while waiting, places with groups and over number, the phase transfer, hazards of those who wait
/// and of those placed, money.
inline std::string whole_world() {
  return R"(
title: a small county
clock: {start: 2020-01-01, until: 2030-01-01, report every: month}
districts:
  north: {journey within: 10 min}
  south: {journey within: 10 min, transfer ages: [9, 13, 16]}
roads: [{from: north, to: south, journey: 30 min}]
children:
  needs: [autism, other]
  flags: [autistic, has a plan, supported]
  age bands: {under 5: under 5, 5 to 10: 5 to 10, 11 to 15: 11 to 15, 16 and over: 16 to 25}
  supported: supported
plans: {flag: has a plan, reviewed on: annual review, until age: 25}
mixes:
  pupils:
    district: {north: 2, south: 1}
    need: {autism: 1, other: 2}
    age: {4 to 15: 1}
    flags: {has a plan: 100%, autistic: {chance: 80%, when: {need: autism}}}
  older pupils: {age: {16 to 24: 1}, flags: {has a plan: 100%}}
  children assessed: {age: {3 to 15: 1}, need: {autism: 1, other: 2}, flags: {autistic: {chance: 50%, when: {need: autism}}}}
demand:
  requests: {rate: 120 per year, growth: 4% per year, enters: assessment, children: children assessed}
services:
  casework: {kind: team, staff: 3, hours a week: 20 hours, cost: "£45,000", paid by: council, queue: {rule: earliest due}}
  psychology: {kind: team, staff: 1.6, hours a week: 18 hours, cost: "£75,000", paid by: council}
  clinic:
    kind: clinic
    sessions: 1 per week
    slots: {new: {per session: 2}}
    not brought: 10%
    cost: "£900"
  keyworkers: {kind: team, staff: 1, caseload: 20, cost: "£40,000"}
pathways:
  assessment:
    outcomes: [plan issued, refused]
    steps:
      decision:
        service: casework
        work: 2 hours
        clock: {within: 6 weeks}
        next: {split: {advice: 80%, refused: 20%}}
      advice: {fork: [medical advice, psychological advice], join: drafting}
      medical advice: {service: clinic, alongside: support, clock: {within: 6 weeks}, next: drafting}
      psychological advice: {service: psychology, work: 10 hours, next: drafting}
      drafting: {service: casework, work: 12 hours}
      final: {gives: has a plan, clock: {within: 20 weeks, excepted: 5%}, next: {split: {in mainstream: 80%, special named: 20%}}}
      special named: {refer: special place}
      in mainstream: {moves to: mainstream}
      done: {next: plan issued}
  annual review:
    steps:
      until the review: {wait: 12 months}
      review: {service: casework, work: 3 hours, clock: {within: 60 weeks}, next: {split: {until the review: 97%, cease: 3%}}}
      cease: {takes away: has a plan}
  special place:
    outcomes: [placed]
    steps:
      agreed: {place: {kinds: [special school, autism base]}, alongside: support}
  support:
    steps:
      keyworker: {service: keyworkers, time: 8 weeks, gives: supported, meets needs of: special place}
  appeal:
    steps:
      hearing: {wait: 40 weeks, next: {split: {done: 50%, independent school: 50%}}}
      independent school: {moves to: independent school}
while waiting:
  home education: {at: [place], rate: 0.1 per year, factors: [{when: {flag: supported}, times: 0.5}], effect: closes the case, moves to: home education}
  return from home education: {in: [home education], rate: 0.4 per year, moves to: mainstream}
  appeal made: {at: [place], rate: 0.3 per year, effect: goes on, enters: appeal}
  asks for a special place: {in: [mainstream], rate: 0.02 per year, effect: goes on, enters: special place}
  moved away: {in: [mainstream, special school, independent special school], rate: 0.02 per year, effect: closes all cases}
provision:
  mainstream: {kind: mainstream, places: unlimited, ages: 4 to 15, at start: 300, mix: pupils, afterwards: {split: {college: 70%, plan ends: 30%}}, cost: {per child: "£6,000"}}
  primary special: {kind: special school, district: north, places: 40, ages: 4 to 10, over number: 4, at start: 40, mix: pupils, afterwards: special place, cost: {per place: "£10,000", per child: "£12,000", over number: "£15,000", transport: "£6,000"}}
  secondary special: {kind: special school, district: north, places: {is: 50, then: {2024-09-01: 60}}, ages: 11 to 18, over number: 4, at start: 50, mix: pupils, afterwards: {split: {college: 50%, plan ends: 50%}}, cost: {per place: "£10,000", per child: "£12,000"}}
  base: {kind: autism base, district: south, groups: {primary: {ages: 4 to 10, places: 8}, secondary: {ages: 11 to 15, places: 6}}, flags: autistic, at start: 10, mix: pupils, afterwards: college, cost: {per child: "£14,000"}}
  independent school: {kind: independent special school, out of county: true, places: unlimited, ages: 4 to 18, at start: 10, mix: pupils, afterwards: college, cost: {per child: "£61,500"}}
  college: {kind: post-16, places: unlimited, ages: 16 to 24, at start: 60, mix: older pupils, stay: 3 years}
  home education: {kind: home education, places: unlimited, ages: 4 to 15, afterwards: plan ends}
  nowhere: {kind: not in education, places: unlimited}
placement:
  first round: 2020-01-15
  every: 4 weeks
  matching: optimal
  over number after: 26 weeks
  without a place: nowhere
  transfer:
    asked: [{from: [mainstream], share: 6%, enters: special place}]
money: {high-needs block: "£4m", one-off: {new classroom: {on: 2024-08-01, amount: "£500,000"}}}
)";
}

}  // namespace sendcap::testing
