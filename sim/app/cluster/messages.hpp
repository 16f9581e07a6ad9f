#pragma once

#include <boost/serialization/string.hpp>
#include <boost/serialization/vector.hpp>
#include <string>
#include <vector>

#include "hands.hpp"

// What the processes of a cluster say to each other, by tag. The version is the same in all (Ready), so the
// form of messages may change with it.

namespace sendcap::app {

inline constexpr int kLeader = 0;

enum Tag : int {
  // From the leader:
  kCall,   // Call: understand this command line
  kText,   // FileText, as was asked for
  kJob,    // JobLine::Numbered
  kLeave,  // nothing: end the jobs given so far as soon as can be
  kHome,   // nothing: go home
  // To the leader:
  kWanted,   // a path: what stands in this file?
  kReady,    // Ready: for jobs
  kTidings,  // Tidings of a job
  kGoodbye   // nothing: nothing more will come
};

struct Call {
  std::string version;
  std::vector<std::string> arguments;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& version& arguments;
  }
};

struct FileText {
  bool known = false;
  std::string text;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& known& text;
  }
};

struct Ready {
  std::string identity;  // of the task, hashed; empty when it has none because something failed
  std::string host;
  CarriedFault fault;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& identity& host& fault;
  }
};

}  // namespace sendcap::app

// Types of the layers below are told here how they travel.
namespace boost::serialization {

template <class Archive>
void serialize(Archive& archive, sendcap::experiment::Setting& setting, unsigned) {
  archive& setting.input& setting.value;
}

template <class Archive>
void serialize(Archive& archive, sendcap::experiment::JobLine::Numbered& numbered, unsigned) {
  sendcap::experiment::Job& job = numbered.job;
  bool has_plan = job.choice.plan.has_value();
  std::size_t plan = job.choice.plan.value_or(0);
  archive& numbered.number& job.world& has_plan& plan& job.choice.settings& job.first_replication& job
      .replications;
  job.choice.plan = has_plan ? std::optional(plan) : std::nullopt;
}

template <class Archive>
void serialize(Archive& archive, sendcap::model::Measures& measures, unsigned) {
  archive& measures.values& measures.presence& measures.events& measures.children& measures.cases;
}

template <class Archive>
void serialize(Archive& archive, sendcap::app::Tidings& tidings, unsigned) {
  archive& tidings.what& tidings.job& tidings.world& tidings.replication& tidings.result& tidings.fault;
}

}  // namespace boost::serialization
