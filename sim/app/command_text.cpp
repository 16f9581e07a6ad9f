#include "command_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "record_order.hpp"

namespace sendcap::app {
namespace {

constexpr const char* kPlainCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=%+:,@";

constexpr std::array<std::string_view, 2> kFlagsOfOutput{"--quiet", "--no-record"};
constexpr std::array<std::string_view, 10> kOptionsOfOutput{"--out",     "--report", "--xlsx",  "--events",
                                                            "--threads", "--format", "--store", kRerunOf,
                                                            kRerunStore, kRerunOut};

template <std::size_t kCount>
bool is_one_of(const std::array<std::string_view, kCount>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string quoted(const std::string& argument) {
  if (!argument.empty() && argument.find_first_not_of(kPlainCharacters) == std::string::npos) return argument;
  std::string result = "'";
  for (const char letter : argument) {
    if (letter == '\'')
      result += "'\\''";
    else
      result += letter;
  }
  return result += '\'';
}

}  // namespace

std::string as_typed(const std::vector<std::string>& arguments) {
  std::string command = "sendcap";
  for (const std::string& argument : arguments) command.append(" ").append(quoted(argument));
  return command;
}

std::string as_repeated(const std::vector<std::string>& arguments) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string name = arguments[i].substr(0, arguments[i].find('='));
    if (is_one_of(kFlagsOfOutput, name)) continue;
    if (!is_one_of(kOptionsOfOutput, name))
      kept.push_back(arguments[i]);
    else if (name == arguments[i])
      ++i;  // its value
  }
  return as_typed(kept);
}

std::string examples(const std::vector<std::string>& lines) {
  std::string text = "Examples:\n";
  for (const std::string& line : lines) text.append("  ").append(line).append("\n");
  return text;
}

}  // namespace sendcap::app
