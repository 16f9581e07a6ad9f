#include "record_text.hpp"

#include <sstream>
#include <stdexcept>

#include "prepare.hpp"

namespace sendcap::app {

std::string record_text(const std::string& scenario, const std::vector<std::string>& plans,
                        const report::RecordedRun& run, const InputFiles& read) {
  InputFiles as_read(read.texts());
  Reading reading;
  const std::optional<experiment::Study> study =
      prepare_study(scenario, plans, run.description.overrides, as_read, reading);
  if (!study) throw std::logic_error("what could be run can not be read again");
  std::ostringstream text;
  report::write_record(study->baseline(), study->plans(), run, text);
  return text.str();
}

}  // namespace sendcap::app
