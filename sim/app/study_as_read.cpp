#include "study_as_read.hpp"

#include <stdexcept>
#include <utility>

#include "prepare.hpp"

namespace sendcap::app {

experiment::Study study_as_read(const std::string& scenario, const std::vector<std::string>& plans,
                                const std::vector<std::string>& overrides, const InputFiles& read) {
  InputFiles as_read(read.texts());
  Reading reading;
  std::optional<experiment::Study> study = prepare_study(scenario, plans, overrides, as_read, reading);
  if (!study) throw std::logic_error("what could be run can not be read again");
  return std::move(*study);
}

}  // namespace sendcap::app
