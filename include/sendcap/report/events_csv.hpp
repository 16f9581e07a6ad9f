#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "sendcap/model/model.hpp"
#include "sendcap/model/trace.hpp"

namespace sendcap::report {

/// The first line of a file of events:
/// `plan,replication,time,day,child,arrival,case,activity,pathway,step,what,count,age,…,flags`, with a column
/// for each attribute of the model's children (district, need …) before `flags`. Plans of one scenario have
/// the same columns.
void write_events_csv_header(std::ostream& out, const model::Model& model);

/// Writes everything that happens in a run as it happens, one line for each thing that happens to one child
/// (RFC 4180, with plain line ends): an event log as tools of process mining and animation read it. Nothing
/// is kept in memory. `time` is a date and time of day, rounded down to the second; `day` the exact number of
/// days since the scenario's start, negative during a warm-up. `child` is the same under every plan,
/// `arrival` and `case` count the children and cases of this run. `activity` is the word of a
/// model::Happening, `what` and `count` are as said there. Age, attributes and flags are those of the moment.
class EventsCsv final : public model::Observer {
 public:
  /// The stream and the model must outlive this.
  EventsCsv(std::ostream& out, std::string_view plan, std::uint32_t replication, const model::Model& model);

  void note(const model::TraceRecord& record, const model::Child& child) override;

 private:
  /// An attribute, and its values as they stand in a line.
  struct Attribute {
    std::size_t index = 0;
    std::vector<std::string> values;
  };

  void add(std::string_view text);
  void add_number(double number);
  void add_number_if(bool known, double number);

  std::ostream& out_;
  const model::Model& model_;
  std::string start_;  ///< plan and replication
  std::vector<Attribute> attributes_;
  std::string line_;
};

}  // namespace sendcap::report
