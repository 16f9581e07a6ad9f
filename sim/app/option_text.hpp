#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

// The name of a workbook, which ends in `.xlsx` and is no folder.
[[nodiscard]] std::string workbook_name(const std::string& option, const std::string& text);

// An option and the file it names, if it was given.
using NamedFile = std::pair<std::string, std::optional<std::string>>;

// Throws UsageFault when two of the files are one.
void refuse_one_file_for_two(const std::vector<NamedFile>& files);

// Throws UsageFault when one of the outputs is a file that was read, or one of those that are written into
// the folder of results.
void refuse_to_replace(const std::vector<std::string>& read, const std::optional<std::string>& folder,
                       const std::vector<NamedFile>& outputs);

// Which of the words it is.
[[nodiscard]] std::size_t one_of(const std::string& option, const std::string& text,
                                 const std::vector<std::string_view>& words);

}  // namespace sendcap::app
