#include "minimise.hpp"

#include <algorithm>
#include <exception>
#include <nlopt.hpp>
#include <vector>

namespace sendcap::app {
namespace {

// What NLopt is given to call. An exception may not cross its C code: it waits here.
struct Search {
  const experiment::MinimiseTask& task;
  nlopt::opt& optimiser;
  std::exception_ptr fault = nullptr;
};

double evaluate(const std::vector<double>& point, std::vector<double>&, void* data) {
  auto& search = *static_cast<Search*>(data);
  constexpr double kStopping = 1e300;
  if (search.fault || !search.task.go_on()) {
    search.optimiser.force_stop();
    return kStopping;
  }
  try {
    return search.task.objective(point);
  } catch (...) {
    search.fault = std::current_exception();
    search.optimiser.force_stop();
    return kStopping;
  }
}

}  // namespace

void minimise_with_nlopt(const experiment::MinimiseTask& task) {
  const auto inputs = static_cast<unsigned>(task.start.size());
  nlopt::opt optimiser(inputs > 1 ? nlopt::LN_BOBYQA : nlopt::LN_SBPLX, inputs);
  Search search{task, optimiser};
  optimiser.set_min_objective(evaluate, &search);
  optimiser.set_lower_bounds(0.0);
  optimiser.set_upper_bounds(1.0);
  optimiser.set_initial_step(task.first_step);
  optimiser.set_xtol_abs(task.precision);
  optimiser.set_maxeval(static_cast<int>(task.most_evaluations));
  std::vector<double> point = task.start;
  double least = 0;
  try {
    (void)optimiser.optimize(point, least);
  } catch (const nlopt::roundoff_limited&) {  // as near as it gets
  } catch (const nlopt::forced_stop&) {       // asked to stop
  }
  if (search.fault) std::rethrow_exception(search.fault);
}

}  // namespace sendcap::app
