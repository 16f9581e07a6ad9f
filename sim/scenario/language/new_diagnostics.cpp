#include "sendcap/scenario/language/new_diagnostics.hpp"

#include <algorithm>
#include <tuple>

namespace sendcap::scenario {
namespace {

bool same(const Diagnostic& left, const Diagnostic& right) {
  const auto key = [](const Diagnostic& one) {
    return std::tie(one.code, one.place.file, one.place.line, one.place.column, one.path, one.message);
  };
  return key(left) == key(right);
}

}  // namespace

void add_new(Diagnostics& to, const Diagnostics& from) {
  for (const Diagnostic& diagnostic : from.all()) {
    const auto& known = to.all();
    if (std::none_of(known.begin(), known.end(),
                     [&](const Diagnostic& one) { return same(one, diagnostic); }))
      to.add(diagnostic);
  }
}

}  // namespace sendcap::scenario
