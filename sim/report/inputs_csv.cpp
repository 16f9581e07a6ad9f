#include "csv_text.hpp"
#include "input_rows.hpp"
#include "sendcap/report/inputs_list.hpp"

namespace sendcap::report {
namespace {

void append_value(std::string& line, const InputValue& value) {
  line += ',';
  if (const auto* number = std::get_if<double>(&value)) append_estimate(line, *number);
  if (const auto* text = std::get_if<std::string>(&value)) line += csv_field(*text);
}

void append_text(std::string& line, std::string_view text) {
  line.append(",").append(csv_field(text));
}

}  // namespace

void write_inputs_csv(std::ostream& out, const std::vector<experiment::Input>& inputs,
                      const scenario::Sources& sources) {
  out << "plan,input,value,unit,low,high,quality,source,help,file,line,as written,also used at\n";
  for (const experiment::Input& input : inputs) {
    const InputRow row = row_of(input);
    std::string line = csv_field(input.plan_title);
    append_text(line, input.paths.front());
    append_value(line, row.value);
    append_text(line, row.unit);
    append_value(line, row.low);
    append_value(line, row.high);
    for (const std::string_view text :
         {std::string_view(row.quality), std::string_view(input.source), std::string_view(input.help),
          std::string_view(sources.name(input.place.file))})
      append_text(line, text);
    line += ',' + std::to_string(input.place.line);
    append_text(line, row.as_written);
    append_text(line, row.also_at);
    out << line << '\n';
  }
}

}  // namespace sendcap::report
