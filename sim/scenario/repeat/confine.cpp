#include "scenario/repeat/confine.hpp"

#include <algorithm>

namespace sendcap::scenario {
namespace {

class Confiner {
 public:
  Confiner(Scenario& copy, const Area& area) : copy_(copy), area_(area) {
    if (copy.districts.empty()) {
      District whole;
      whole.name = name_in(area, "everywhere");
      copy.districts.push_back(whole);
    }
    for (const District& district : copy.districts) here_.push_back(Name{district.name, {}});
  }

  void confine() {
    for (Mix& mix : copy_.mixes) only_from_here(mix);
    for (Demand& demand : copy_.demand)
      if (!demand.children) demand.children = any_child();
    for (WhileWaiting& happening : copy_.while_waiting) only_here(happening.when.district);
    for (Provision& provision : copy_.provision) of_provision(provision);
    for (Pathway& pathway : copy_.pathways)
      for (Step& step : pathway.steps)
        if (step.at_start) at_start(pathway, *step.at_start);
    if (copy_.placement.transfer)
      for (TransferRequest& asked : copy_.placement.transfer->asked) only_here(asked.when.district);
    for (ForDistricts& counted : copy_.placement.without_a_place) only_here(counted.district);
    if (copy_.plans)
      for (ForDistricts& reviewed : copy_.plans->reviewed_on) only_here(reviewed.district);
  }

 private:
  void only_here(std::vector<Name>& districts) const {
    if (districts.empty()) districts = here_;
  }

  /// What a mix leaves out is drawn evenly from all districts there are.
  void only_from_here(Mix& mix) const {
    const bool by_cell = !mix.joint.empty() && std::all_of(mix.joint.begin(), mix.joint.end(),
                                                           [](const auto& cell) { return cell.district; });
    if (by_cell || !mix.district.empty()) return;
    for (const Name& district : here_) mix.district.push_back({district.text, Number{1}, {}});
  }

  void of_provision(Provision& provision) {
    only_here(provision.takes_from);
    if (!provision.mix && provision.at_start.is.value > 0) provision.mix = any_child();
  }

  void at_start(const Pathway& pathway, AtStart& present) {
    if (!present.among.empty()) return only_here(present.when.district);
    const bool as_demand = std::any_of(copy_.demand.begin(), copy_.demand.end(), [&](const Demand& demand) {
      return demand.enters.text == pathway.name;
    });
    if (!present.mix && !as_demand) present.mix = any_child();
  }

  /// A mix in which everything but the district is drawn evenly.
  Name any_child() {
    const std::string name = name_in(area_, "any child of the area");
    if (copy_.mixes.find(name) == nullptr) {
      Mix any;
      any.name = name;
      only_from_here(any);
      copy_.mixes.push_back(std::move(any));
    }
    return Name{name, {}};
  }

  Scenario& copy_;
  const Area& area_;
  std::vector<Name> here_;
};

}  // namespace

void confine(Scenario& copy, const Area& area) {
  Confiner(copy, area).confine();
}

}  // namespace sendcap::scenario
