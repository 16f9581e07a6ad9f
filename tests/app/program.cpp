#include "program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sendcap::testing {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("can not read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string quoted(const std::string& word) {
  std::string result = "'";
  for (const char letter : word) {
    if (letter == '\'')
      result += "'\\''";
    else
      result += letter;
  }
  return result += '\'';
}

}  // namespace

AtTheTerminal::AtTheTerminal() {
  std::string pattern = (fs::temp_directory_path() / "sendcap-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test's files");
  folder_ = pattern;
  records_ = pattern + ".records";
}

AtTheTerminal::~AtTheTerminal() {
  fs::remove_all(folder_);
  fs::remove_all(records_);
}

Answer AtTheTerminal::sendcap(const std::vector<std::string>& arguments) const {
  std::string line = "\"$SENDCAP\"";
  for (const std::string& argument : arguments) line.append(" ").append(quoted(argument));
  return shell(line);
}

Answer AtTheTerminal::shell(const std::string& line) const {
  const std::string streams = folder_.string() + ".streams";
  fs::create_directory(streams);
  const std::string whole =
      "cd " + quoted(folder_.string()) + " && export SENDCAP=" + quoted(SENDCAP_PROGRAM) +
      " SENDCAP_STORE=" + quoted((records_ / "runs.sqlite").string()) + " && { " + line + "\n} >" +
      quoted(streams + "/out") + " 2>" + quoted(streams + "/err") + " </dev/null";
  const int status = std::system(whole.c_str());
  Answer answer;
  answer.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  answer.out = text_of(streams + "/out");
  answer.err = text_of(streams + "/err");
  fs::remove_all(streams);
  return answer;
}

void AtTheTerminal::write(const std::string& name, const std::string& text) const {
  fs::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << text;
}

std::string AtTheTerminal::read(const std::string& name) const {
  return text_of(folder_ / name);
}

bool AtTheTerminal::exists(const std::string& name) const {
  return fs::exists(folder_ / name);
}

std::vector<std::string> AtTheTerminal::files_in(const std::string& folder) const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string project_file(const std::string& name) {
  return text_of(fs::path(SENDCAP_SOURCE_DIR) / name);
}

}  // namespace sendcap::testing
