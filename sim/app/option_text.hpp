#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sendcap::app {

// What stands after an option, understood or refused with a UsageFault that names the option.

// A whole number from `least` to `most`.
[[nodiscard]] std::uint64_t whole_number(const std::string& option, const std::string& text,
                                         std::uint64_t least, std::uint64_t most);

// A share above 0 and below 1: `5%` or `0.05`.
[[nodiscard]] double share(const std::string& option, const std::string& text);

// A length of time above 0 and up to `most` seconds, in seconds: `90`, `90s`, `5min`, `2h`.
[[nodiscard]] double seconds(const std::string& option, const std::string& text, double most);

// The name of a file.
[[nodiscard]] std::string file_name(const std::string& option, const std::string& text);

// Which of the words it is.
[[nodiscard]] std::size_t one_of(const std::string& option, const std::string& text,
                                 const std::vector<std::string_view>& words);

}  // namespace sendcap::app
