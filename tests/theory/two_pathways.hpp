#pragma once

namespace sendcap::theory {

/// Two pathways that share nothing but the county and its children: paediatrics (a clinic with two kinds of
/// slot, localities, missed appointments, reviews, patience) and therapy (a team with classes and lots,
/// forks, coming back).
inline constexpr const char* kTwoPathways = R"(
title: Two pathways that do not touch
clock: {start: 2025-01-01, run for: 1 year, report every: week}
districts: {north: {}, south: {}}
children:
  needs: [autism, other]
  age bands: {under 5: under 5, 5 and over: 5 and over}
demand:
  paediatric referrals:
    rate: {is: 6 per week, then: {2025-07-01: 8 per week}}
    growth: 10% per year
    seasonality: [1, 1, 1, 1, 1, 1, 1, 0.4, 1, 1, 1, 1]
    enters: paediatrics
  therapy referrals: {rate: 9 per week, enters: therapy}
  self referrals: {intervals: {kind: gamma, mean: 4 days, shape: 2}, enters: therapy}
services:
  clinic:
    kind: clinic
    sessions: 4 per week
    slots: {new: {per session: 1.5, unused go to: review}, review: {per session: 1}}
    cancelled: 5%
    not brought: 10%
    rebookings: 1
    rebook after: 2 weeks
    localities: {up: {districts: [north], share: 50%}, down: {districts: [south], share: 50%}}
  therapists:
    kind: team
    staff: 5
    queue: {rule: random, classes: {young: {when: {age: under 5}}, others: {}}}
pathways:
  paediatrics:
    outcomes: [diagnosis, no need]
    re-referrals: [{after: [no need], chance: 30%, delay: {kind: uniform, least: 1 month, most: 4 months}}]
    steps:
      first: {service: clinic, slot: new, patience: {kind: exponential, mean: 30 weeks}}
      thinking: {wait: 4 weeks}
      review: {service: clinic, slot: review, next: {split: {thinking: 40%, diagnosis: 35%, no need: 25%}}}
  therapy:
    outcomes: [done, stopped]
    until age: 16
    steps:
      screening: {service: therapists, time: {kind: exponential, mean: 1 day}, next: {split: {both: 50%, block: 50%}}}
      both: {fork: [hands, feet], join: block}
      hands: {service: therapists, time: {kind: lognormal, mean: 1 day, sd: 1 day}, next: block}
      feet: {service: therapists, time: 1 day, next: block}
      block: {service: therapists, time: {kind: gamma, mean: 1 day, shape: 2}, contacts: 2, between contacts: 1 week,
              next: {split: {done: 80%, stopped: 20%}}}
while waiting:
  moved away: {rate: 0.3 per year, effect: closes all cases}
)";

}  // namespace sendcap::theory
