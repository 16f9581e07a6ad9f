#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace sendcap::testing {

std::optional<std::string> text_of_file(const std::string& path);

/// How many figures the scenario of a file gives; fails the test for each that does not say where it comes
/// from and how far it can be trusted.
std::size_t figures_with_provenance(const std::string& path);

}  // namespace sendcap::testing
