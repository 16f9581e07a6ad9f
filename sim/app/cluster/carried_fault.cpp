#include "carried_fault.hpp"

#include <new>
#include <stdexcept>

#include "sendcap/experiment/trials.hpp"
#include "sendcap/model/simulation.hpp"

namespace sendcap::app {

using Kind = CarriedFault::Kind;

CarriedFault carried(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const model::Runaway& fault) {
    return {Kind::runaway, fault.what()};
  } catch (const model::BrokenInvariant& fault) {
    return {Kind::broken_invariant, fault.what()};
  } catch (const experiment::ImpossibleWorld& fault) {
    return {Kind::impossible_world, fault.what()};
  } catch (const std::bad_alloc& fault) {
    return {Kind::no_memory, fault.what()};
  } catch (const std::exception& fault) {
    return {Kind::other, fault.what()};
  }
}

std::exception_ptr thrown(const CarriedFault& fault) {
  switch (fault.kind) {
    case Kind::runaway:
      return std::make_exception_ptr(model::Runaway(fault.message));
    case Kind::broken_invariant:
      return std::make_exception_ptr(model::BrokenInvariant(fault.message));
    case Kind::impossible_world:
      return std::make_exception_ptr(experiment::ImpossibleWorld(fault.message));
    case Kind::no_memory:
      return std::make_exception_ptr(std::bad_alloc());
    case Kind::other:
      break;
  }
  return std::make_exception_ptr(std::runtime_error(fault.message));
}

}  // namespace sendcap::app
