#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace sendcap::store {

/// Why a store can not be used.
enum class Why {
  not_a_store,  ///< the file is something else; it is left as it is
  too_new,      ///< made by a later version of the program
  no_such_run,  ///< or the reference fits several
  refused       ///< by the machine: a full disk, a folder that may not be written, a store that is busy
};

/// Something about the store that went wrong, and what to do.
class StoreFault : public std::runtime_error {
 public:
  StoreFault(Why why, const std::string& message, std::string hint = {})
      : std::runtime_error(message), why_(why), hint_(std::move(hint)) {}
  [[nodiscard]] Why why() const { return why_; }
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  Why why_;
  std::string hint_;
};

}  // namespace sendcap::store
