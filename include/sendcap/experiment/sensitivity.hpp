#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sendcap/experiment/break_even.hpp"
#include "sendcap/experiment/contrast.hpp"

namespace sendcap::experiment {

struct SensitivityOptions {
  std::uint32_t first_replications = 4;  ///< of every end of every range
  std::uint32_t replications = 20;       ///< of those that lead
  std::size_t leading = 10;              ///< inputs by figure that get all replications
  std::optional<double> seconds;         ///< then replications are added to those that lead until it is over
  std::uint32_t most_replications = 10000;
  double level = 0.95;
};

/// What an input does to a figure at one end of its range.
struct End {
  double value = 0;                 ///< of the input
  engine::Interval figure;          ///< the figure there
  Difference change;                ///< from the figure as the input stands
  Verdict side = Verdict::unclear;  ///< whether the figure (of a difference) is clear of 0 there
};

/// What an input does to a figure over its range.
struct Swing {
  std::size_t input = 0;  ///< of Study::inputs
  End low;
  End high;
  /// The widest of the three differences between the figure at the two ends and as the input stands, taken
  /// positive; exactly_same when the figure was the same in every replication.
  Difference width;
};

/// How a figure hangs on its inputs, one at a time.
struct Tornado {
  Contrast contrast;
  Figure figure;
  engine::Interval as_it_stands;
  Verdict side = Verdict::unclear;      ///< whether it is clear of 0 as it stands
  std::vector<Swing> leading;           ///< given all replications; the widest first
  std::vector<Swing> others;            ///< looked at in fewer replications; likewise
  std::vector<std::size_t> untouching;  ///< inputs that changed nothing in any replication
  /// No input among `others` has a width above this, at the confidence of each by itself.
  double others_at_most = 0;
};

struct Sensitivity {
  std::vector<Tornado> tornadoes;       ///< by contrast, then by figure
  std::vector<std::size_t> inputs;      ///< that were looked at
  std::vector<std::size_t> impossible;  ///< inputs left out, as an end does not go together with the rest
  std::string impossible_reason;
  std::uint32_t first_replications = 0;  ///< of each end, as far as it came
  std::uint32_t replications = 0;        ///< of those that lead
  bool interrupted = false;
  bool time_over = false;
};

/// Changes one input at a time to each end of its range, all under common random numbers. All inputs are
/// looked at in a few replications; those that may lead are halved twice, each half with more replications
/// (sequential halving: Karnin, Koren and Somekh 2013, Almost Optimal Exploration in Multi-Armed Bandits, for
/// the best m as in Bubeck, Wang and Viswanathan 2013), until the leading ones have them all. `elapsed` gives
/// seconds.
[[nodiscard]] Sensitivity find_sensitivity(CarefulTrials& trials, const std::vector<Contrast>& contrasts,
                                           const std::vector<Figure>& figures,
                                           const std::vector<std::size_t>& inputs,
                                           const SensitivityOptions& options,
                                           const std::function<double()>& elapsed);

/// How large an input must be for a figure of a contrast to be 0.
struct InputBreakEven {
  Contrast contrast;
  Figure figure;
  std::size_t input = 0;
  BreakEven found;
};

/// Looks for it between two values of the input; `replications` of each.
[[nodiscard]] InputBreakEven find_break_even(CarefulTrials& trials, const Contrast& contrast,
                                             const Figure& figure, std::size_t input, double from, double to,
                                             std::uint32_t replications, double level);

/// How many replications of a sure "changes nothing" could still hide one that does: an input that changes
/// the figure in a larger share of all replications would have shown in one of these with this confidence
/// (Clopper and Pearson 1934).
[[nodiscard]] double largest_hidden_share(std::uint32_t replications, double level);

}  // namespace sendcap::experiment
