#include "command_text.hpp"

namespace sendcap::app {
namespace {

constexpr const char* kPlainCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=%+:,@";

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

std::string examples(const std::vector<std::string>& lines) {
  std::string text = "Examples:\n";
  for (const std::string& line : lines) text.append("  ").append(line).append("\n");
  return text;
}

}  // namespace sendcap::app
