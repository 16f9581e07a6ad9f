#pragma once

#include <string>

namespace CLI {
class App;
}

namespace sendcap::app {

// What the shell needs to complete commands, options and files; for bash, and for zsh with bashcompinit.
[[nodiscard]] std::string shell_completion(const CLI::App& program, bool for_zsh);

// The manual page of the program (roff, man(7)), made of the same texts as --help.
[[nodiscard]] std::string manual_page(const CLI::App& program);

}  // namespace sendcap::app
