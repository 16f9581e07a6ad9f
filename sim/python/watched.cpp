#include "watched.hpp"

#include <cxxabi.h>

#include <chrono>
#include <exception>
#include <future>

namespace sendcap::python {

void do_watched(const std::function<void(Meter& meter)>& work, const OnLook& look) {
  constexpr auto kBetweenLooks = std::chrono::milliseconds(50);
  Meter meter;
  std::future<void> working = std::async(std::launch::async, [&] { work(meter); });
  std::exception_ptr fault;
  do {
    if (meter.is_stopped()) continue;
    try {
      if (!look(meter.done(), meter.wanted())) meter.stop();
    } catch (const abi::__forced_unwind&) {  // Python ends, and this thread with it
      meter.stop();
      throw;
    } catch (...) {
      fault = std::current_exception();
      meter.stop();
    }
  } while (working.wait_for(kBetweenLooks) != std::future_status::ready);
  if (fault) std::rethrow_exception(fault);
  working.get();
  if (!meter.is_stopped()) (void)look(meter.done(), meter.wanted());
}

}  // namespace sendcap::python
