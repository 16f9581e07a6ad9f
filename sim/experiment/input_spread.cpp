#include "sendcap/experiment/input_spread.hpp"

#include <algorithm>
#include <cmath>

namespace sendcap::experiment {

bool is_whole(const Input& input) {
  return input.kind == scenario::QuantityKind::whole || input.kind == scenario::QuantityKind::date ||
         input.kind == scenario::QuantityKind::flag;
}

double settled(const Input& input, double value) {
  return is_whole(input) ? std::round(value) : value;
}

double quantile(const Input& input, Spread spread, double probability) {
  // Half a step beyond each end, so that each whole number has its share.
  const double margin = is_whole(input) ? 0.5 : 0;
  const double least = input.range->least - margin;
  const double most = input.range->most + margin;
  const double width = most - least;
  double value = least + probability * width;
  if (spread == Spread::triangular) {
    const double mode = std::clamp(input.is, input.range->least, input.range->most);
    const double below = (mode - least) / width;
    value = probability < below ? least + std::sqrt(probability * width * (mode - least))
                                : most - std::sqrt((1 - probability) * width * (most - mode));
  }
  return std::clamp(settled(input, value), input.range->least, input.range->most);
}

}  // namespace sendcap::experiment
