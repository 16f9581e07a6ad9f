#include "program_text.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <sstream>
#include <string_view>
#include <vector>

namespace sendcap::app {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
  return program.get_subcommands([](const CLI::App*) { return true; });
}

// Whether --help shows it: those that the program gives itself have no group.
bool is_shown(const CLI::Option& option) {
  return !option.get_group().empty();
}

// Options with their dashes, not what stands without: `--plan`.
std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : command.get_options()) {
    if (!is_shown(*option)) continue;
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  }
  return flags;
}

std::string in_line(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

// Text that roff takes as it is: no escapes, no requests at the beginning of a line, hyphens that can be
// copied.
std::string roff(std::string_view text) {
  std::string safe;
  bool at_begin = true;
  for (const char letter : text) {
    if (at_begin && (letter == '.' || letter == '\'')) safe += "\\&";
    if (letter == '\\')
      safe += "\\e";
    else if (letter == '-')
      safe += "\\-";
    else
      safe += letter;
    at_begin = letter == '\n';
  }
  return safe;
}

// As it stands, line by line.
std::string roff_block(const std::string& text) {
  return text.empty() ? std::string() : ".PP\n.nf\n" + roff(text) + "\n.fi\n";
}

std::string option_entry(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  std::string name = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
  return ".TP\n\\fB" + roff(name) + "\\fR" + (type.empty() ? "" : " \\fI" + roff(type) + "\\fR") + "\n" +
         roff(option.get_description()) + "\n";
}

std::string command_section(const CLI::App& command) {
  std::string usage = "sendcap " + command.get_name() + " [options]";
  std::string options;
  for (const CLI::Option* option : command.get_options()) {
    if (!is_shown(*option)) continue;
    if (option->get_positional()) usage += " " + option->get_name(true);
    options += option_entry(*option);
  }
  return ".SS \"" + roff(usage) + "\"\n" + roff(command.get_description()) + ".\n" + options +
         roff_block(command.get_footer());
}

}  // namespace

std::string shell_completion(const CLI::App& program, bool for_zsh) {
  std::vector<std::string> names;
  std::string cases;
  for (const CLI::App* command : commands_of(program)) {
    names.push_back(command->get_name());
    cases += fmt::format("    {}) options=\"{}\" ;;\n", command->get_name(), in_line(flags_of(*command)));
  }
  return fmt::format(
      "{0}_sendcap() {{\n"
      "  local options=\"--help --version\" current=${{COMP_WORDS[COMP_CWORD]}}\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W \"{1} $options\" -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n"
      "{2}"
      "  esac\n"
      "  if [[ $current == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
      "  else\n"
      "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
      "  fi\n"
      "}}\n"
      "complete -o filenames -F _sendcap sendcap\n",
      for_zsh ? "autoload -U +X bashcompinit && bashcompinit\n" : "", in_line(names), cases);
}

std::string manual_page(const CLI::App& program) {
  std::string page =
      ".TH SENDCAP 1 \"\" \"sendcap " SENDCAP_VERSION
      "\" \"\"\n.SH NAME\nsendcap \\- capacity simulator for SEND services\n.SH SYNOPSIS\n.B sendcap\n"
      ".I command\n[options]\n.SH DESCRIPTION\n" +
      roff(program.get_description()) + "\n.SH COMMANDS\n";
  for (const CLI::App* command : commands_of(program)) page += command_section(*command);
  return page + ".SH \"EXIT CODES\"\n" + roff_block(program.get_footer());
}

}  // namespace sendcap::app
