#include "sendcap/report/events_csv.hpp"

#include "calendar_words.hpp"
#include "child_words.hpp"
#include "csv_text.hpp"

namespace sendcap::report {

using model::Happening;

void write_events_csv_header(std::ostream& out, const model::Model& model) {
  out << "plan,replication,time,day,child,arrival,case,activity,pathway,step,what,count,age";
  for (const AttributeWords& attribute : attribute_words(model)) out << ',' << csv_field(attribute.title);
  out << ",flags\n";
}

EventsCsv::EventsCsv(std::ostream& out, std::string_view plan, std::uint32_t replication,
                     const model::Model& model)
    : out_(out), model_(model) {
  start_ = csv_field(plan) + ',';
  append_number(start_, replication);
  for (const AttributeWords& words : attribute_words(model)) {
    Attribute attribute{words.index, {}};
    for (const std::string& value : words.values) attribute.values.push_back(csv_field(value));
    attributes_.push_back(std::move(attribute));
  }
}

void EventsCsv::note(const model::TraceRecord& record, const model::Child& child) {
  line_ = start_;
  add(timestamp(model_.begin + record.time));
  add_number(record.time - model_.warm_up);
  add(child_id(record.source, record.number));
  add_number(record.arrival);
  add_number_if(record.case_number > 0, record.case_number);
  add(word(record.happening));
  add(record.pathway);
  add(record.step);
  add(record.what);
  add_number_if(record.happening == Happening::joined || record.count > 0, record.count);
  add_number_if(has_ages(model_), child.age(record.time));
  for (const Attribute& attribute : attributes_)
    line_.append(",").append(attribute.values[child.attributes[attribute.index]]);
  add(flag_words(model_, child.flags));
  line_ += '\n';
  out_ << line_;
}

void EventsCsv::add(std::string_view text) {
  line_.append(",").append(csv_field(text));
}

void EventsCsv::add_number(double number) {
  line_ += ',';
  append_number(line_, number);
}

void EventsCsv::add_number_if(bool known, double number) {
  if (known)
    add_number(number);
  else
    line_ += ',';
}

}  // namespace sendcap::report
