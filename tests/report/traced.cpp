#include "traced.hpp"

namespace sendcap::testing {
namespace {

constexpr double kNewYear2024 = 19723;  // days since 1970-01-01: `date -d 2024-01-01 +%s` over 86,400
constexpr std::uint32_t kSource = 0x3fa09c01;
constexpr std::uint32_t kNumber = 17;

model::Step step(const std::string& name, model::StepKind kind, model::Index pathway = 0) {
  model::Step one;
  one.name = name;
  one.kind = kind;
  one.pathway = pathway;
  return one;
}

}  // namespace

model::Model a_traced_world() {
  model::Model world;
  world.title = "A small county";
  world.begin = kNewYear2024;
  world.end = 366;
  world.layout.groups = {"all",           "district: Redditch", "district: Bromsgrove", "need: autism",
                         "need: hearing", "age: under 5",       "age: 5 and over"};
  world.dimensions = {{model::GroupDimension::Kind::attribute, 0, 1},
                      {model::GroupDimension::Kind::attribute, 1, 3},
                      {model::GroupDimension::Kind::age, 0, 5}};
  world.mixes.emplace_back();
  world.flags = {"autistic", "plan holder"};
  world.services.resize(1);
  world.services[0].name = "autism team";
  world.pathways.resize(2);
  world.pathways[0].name = "autism assessment";
  world.pathways[0].outcomes = {"autism", "no autism"};
  world.pathways[1].name = "therapy";
  world.steps = {step("assessment", model::StepKind::visit), step("thinking it over", model::StepKind::wait),
                 step("school", model::StepKind::place), step("block", model::StepKind::visit, 1)};
  world.steps[0].service_count = 1;
  world.steps[0].services[0] = 0;
  return world;
}

model::Child a_child() {
  model::Child child;
  child.source = kSource;
  child.number = kNumber;
  child.birth = -6.5 * model::kDaysPerYear;
  return child;
}

model::TraceRecord happens(double day, model::Happening happening, std::string_view step,
                           std::string_view what, std::uint32_t count) {
  model::TraceRecord record;
  record.time = record.since = day;
  record.source = kSource;
  record.number = kNumber;
  record.arrival = 3;
  record.happening = happening;
  record.what = what;
  record.count = count;
  if (step.empty()) return record;
  record.case_number = 8;
  record.pathway = "autism assessment";
  record.step = step;
  return record;
}

model::TraceRecord at_start(model::TraceRecord record, double since) {
  record.at_start = true;
  record.since = since;
  return record;
}

}  // namespace sendcap::testing
