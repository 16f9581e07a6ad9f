#include "hand_compared.hpp"

#include <utility>

namespace sendcap::testing {

model::Model a_month_of_districts(const std::vector<std::string>& districts) {
  model::Model model = a_month();
  model.layout.groups = {"all"};
  for (const std::string& district : districts) model.layout.groups.push_back("district: " + district);
  model.layout.dimensions = {{"district", 1, districts.size()}};
  return model;
}

std::vector<double> at_the_end(double value) {
  return {kNoValue, kNoValue, value, kNoValue};
}

std::vector<double> over_the_run(double value) {
  return {kNoValue, kNoValue, kNoValue, value};
}

HandCompared::HandCompared(const HandMade& as_it_stands, const HandMade& with_plan) {
  const std::vector<const HandMade*> worlds{&as_it_stands, &with_plan};
  for (const HandMade* world : worlds) outcomes_.add(world->model().layout);
  for (const HandMade* world : worlds) {
    const std::vector<std::size_t> cells = outcomes_.cells_in(world->model().layout);
    std::vector<experiment::Row> rows;
    for (const model::Measures& measures : world->replications()) {
      experiment::Row row;
      for (const std::size_t cell : cells)
        row.push_back(cell == experiment::Outcomes::kNowhere ? kNoValue : measures.values[cell]);
      rows.push_back(std::move(row));
    }
    worlds_.push_back(std::move(rows));
  }
  std::vector<const std::vector<experiment::Row>*> rows;
  for (const auto& world : worlds_) rows.push_back(&world);
  comparison_ = std::make_unique<experiment::Comparison>(outcomes_, std::vector<experiment::TargetCell>(),
                                                         std::move(rows), 0.95);
  report_.names = {"as it stands", "more staff"};
  report_.abouts = {"", ""};
  report_.comparison = comparison_.get();
}

}  // namespace sendcap::testing
