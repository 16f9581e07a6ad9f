// Whatever the network, nobody is lost: the books of every run balance, and waits and numbers waiting agree.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "observation.hpp"
#include "random_network.hpp"
#include "sendcap/model/simulation.hpp"
#include "sendcap/model/trace.hpp"

namespace sendcap::theory {
namespace {

// One replication of a network, and its measures by name.
class OneRun {
 public:
  explicit OneRun(const std::string& text)
      : model_(compiled(load_text(text))), measures_(model::Simulation(model_).run(1, 0)) {}

  const model::Model& model() const { return model_; }
  std::size_t whole_run() const { return model_.layout.dates.size() - 1; }
  std::size_t last_date() const { return model_.layout.dates.size() - 2; }

  // There are no results of leaving a list for a reason for which nobody can.
  double value(const std::string& measure, const std::string& subject, std::size_t date) const {
    const model::Column* column = model_.layout.find(measure, subject);
    if (column == nullptr && measure.rfind("left: ", 0) == 0) return 0;
    if (column == nullptr) throw std::runtime_error("no measure '" + measure + "' of '" + subject + "'");
    return measures_.values[model_.layout.cell(*column, date, 0)];
  }

  // A mean times the number it is of; the mean wait of nobody does not exist.
  double total(const std::string& count, const std::string& mean, const std::string& subject,
               std::size_t date) const {
    const double number = value(count, subject, date);
    return number > 0 ? number * value(mean, subject, date) : 0;
  }

  double left(const std::string& subject) const {
    double sum = 0;
    for (const model::Column& column : model_.layout.columns)
      if (column.measure == model::MeasureId::left && column.subject == subject)
        sum += measures_.values[model_.layout.cell(column, whole_run(), 0)];
    return sum;
  }

 private:
  model::Model model_;
  model::Measures measures_;
};

// Simulation::run throws when a child, case, queue, server or place is not accounted for; and the published
// numbers add up as well: whoever waited at the start or joined was seen, left, or waits at the end.
RC_GTEST_PROP(RandomNetwork, AccountsForEverybody, ()) {
  const OneRun run(random_network(NetworkKinds{}));
  for (const model::Service& service : run.model().services) {
    const double came =
        run.value("waiting", service.name, 0) + run.value("referrals", service.name, run.whole_run());
    const double went = run.value("seen", service.name, run.whole_run()) + run.left(service.name) +
                        run.value("waiting", service.name, run.last_date());
    RC_ASSERT(came == went);
  }
}

// Little's law as an identity of one run that begins empty (Little and Graves 2008): the area under the
// number waiting is the time waited by those seen, by those still waiting at the end, and by those who left,
// who had all waited as long as everybody's patience lasts.
RC_GTEST_PROP(RandomNetwork, ObeysLittlesLawInEveryRun, ()) {
  NetworkKinds kinds;
  kinds.backlog = kinds.hazards = false;
  kinds.patience_days = *rc::gen::element(0.0, 0.5, 6.0);
  const OneRun run(random_network(kinds));
  const double days = run.model().end;
  for (const model::Service& service : run.model().services) {
    const double area = run.value("waiting, average", service.name, run.whole_run()) * days;
    const double waited = run.total("seen", "wait of those seen, mean", service.name, run.whole_run()) +
                          run.total("waiting", "wait of those waiting, mean", service.name, run.last_date()) +
                          run.value("left: gave up", service.name, run.whole_run()) * kinds.patience_days;
    // Waits are summed in steps of 2^-20 days.
    const double waits = run.value("seen", service.name, run.whole_run()) +
                         run.value("waiting", service.name, run.last_date());
    RC_ASSERT(std::fabs(area - waited) <= waits * 0x1p-21 + 1e-9 * (1 + area));
  }
}

class Watching : public model::Observer {
 public:
  void note(const model::TraceRecord&, const model::Child&) override {}
};

bool same(const model::Measures& left, const model::Measures& right) {
  return left.values.size() == right.values.size() &&
         std::memcmp(left.values.data(), right.values.data(), left.values.size() * sizeof(double)) == 0;
}

// Whoever watches is told by a longer way than that of plain visits.
RC_GTEST_PROP(RandomNetwork, IsTheSameForWhoeverWatches, ()) {
  const model::Model model = compiled(load_text(random_network(NetworkKinds{})));
  Watching watching;
  model::Simulation watched(model);
  watched.observe(&watching);
  RC_ASSERT(same(model::Simulation(model).run(1, 0), watched.run(1, 0)));
}

// Lists are kept for many reports and gathered for few: the last report tells the same of both.
RC_GTEST_PROP(RandomNetwork, StandsTheSameHoweverManyReportsThereWere, ()) {
  const model::Model model = compiled(load_text(random_network(NetworkKinds{})));
  const std::size_t last = model.layout.dates.size() - 2;
  model::Simulation rarely_told(model);
  std::vector<std::uint8_t> dates(model.layout.dates.size(), 0);
  dates[last] = 1;
  rarely_told.tell_only_at(dates);
  const model::Measures rarely = rarely_told.run(1, 0);
  const model::Measures always = model::Simulation(model).run(1, 0);
  for (const model::Column& column : model.layout.columns)
    for (std::size_t position = 0; position < model.layout.group_count(column); ++position) {
      const std::size_t cell = model.layout.cell_at(column, last, position);
      RC_ASSERT(std::memcmp(&rarely.values[cell], &always.values[cell], sizeof(double)) == 0);
    }
}

}  // namespace
}  // namespace sendcap::theory
