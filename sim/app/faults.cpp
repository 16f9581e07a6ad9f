#include "faults.hpp"

#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <new>

#include "sendcap/model/simulation.hpp"
#include "store/fault.hpp"

namespace sendcap::app {

void complain(const std::string& message, const std::string& hint) {
  std::cerr << "sendcap: " << message << '\n';
  if (!hint.empty()) std::cerr << "hint: " << hint << '\n';
}

ExitCode explain_fault(const std::string& command) {
  try {
    throw;
  } catch (const BadFiles&) {
    return kBadInput;
  } catch (const UsageFault& fault) {
    complain(fault.what(), fault.hint());
    return kBadInput;
  } catch (const MachineFault& fault) {
    complain(fault.what(), fault.hint());
    return kFailed;
  } catch (const store::StoreFault& fault) {
    complain(fault.what(), fault.hint());
    return fault.why() == store::Why::refused ? kFailed : kBadInput;
  } catch (const model::Runaway& runaway) {
    complain(fmt::format("the scenario can not be run: {}", runaway.what()),
             "look for steps that lead back to themselves, for `refer` in a circle, and for units");
    return kBadInput;
  } catch (const std::bad_alloc&) {
    complain("not enough memory", "close other programs, or ask for fewer --threads");
    return kFailed;
  } catch (const std::filesystem::filesystem_error& fault) {
    complain(fmt::format("can not use '{}': {}", fault.path1().string(), fault.code().message()),
             "look whether the name is right, and where it leads");
    return kBadInput;
  } catch (const std::exception& fault) {
    complain(fmt::format("this is a fault of the program: {}", fault.what()),
             fmt::format("please report it with the scenario and this command: {}", command));
    return kFailed;
  }
}

}  // namespace sendcap::app
