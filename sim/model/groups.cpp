#include "groups.hpp"

#include <limits>

namespace sendcap::model {

namespace {

// Completed years, kept within the table of age bands.
std::size_t years_in_table(const Model& model, const Child& child, double now) {
  const int years = child.age(now);
  const auto last = static_cast<int>(model.age_band_of_year.size()) - 1;
  return static_cast<std::size_t>(years < 0 ? 0 : years > last ? last : years);
}

// When a child grows out of its age band.
double end_of_band(const Model& model, const Child& child, std::size_t years) {
  const std::uint16_t band = model.age_band_of_year[years];
  do ++years;
  while (years < model.age_band_of_year.size() && model.age_band_of_year[years] == band);
  return child.birth + static_cast<double>(years) * kDaysPerYear;
}

}  // namespace

void find_groups(const Model& model, const Child& child, double now) {
  child.groups_until = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < model.dimensions.size(); ++i) {
    const GroupDimension& dimension = model.dimensions[i];
    if (dimension.kind == GroupDimension::Kind::attribute) {
      child.groups.group[i] =
          static_cast<std::uint16_t>(dimension.first_group + child.attributes[dimension.attribute]);
    } else {
      const std::size_t years = years_in_table(model, child, now);
      const std::uint16_t band = model.age_band_of_year[years];
      child.groups.group[i] = static_cast<std::uint16_t>(
          band == Model::kNoBand ? model.layout.groups.size() : dimension.first_group + band);
      child.groups_until = end_of_band(model, child, years);
    }
  }
}

}  // namespace sendcap::model
