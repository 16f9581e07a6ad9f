#include "record_order.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace sendcap::app {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value == nullptr ? std::string() : std::string(value);
}

// A variable of the shell that is not set leaves nothing.
std::string is_named(const std::string& file) {
  return file.empty() ? "wants the name of a file" : "";
}

}  // namespace

std::optional<std::string> RecordOrder::out(const std::optional<std::string>& asked) const {
  if (!is_rerun()) return asked;
  return rerun_out.empty() ? std::nullopt : std::optional<std::string>(rerun_out);
}

void add_store_option(CLI::App& command, std::string& store) {
  command.add_option("--store", store, "The file with the records (docs/run-store.md)")
      ->type_name("FILE")
      ->check(is_named);
}

void add_record_options(CLI::App& command, RecordOrder& order) {
  command.add_option("--store", order.store, "Record the run in this file")
      ->type_name("FILE")
      ->check(is_named);
  command.add_flag("--no-record", order.none, "Leave no record of the run");
  command.add_option(kRerunOf, order.rerun_of)->group("");
  command.add_option(kRerunStore, order.rerun_store)->group("");
  command.add_option(kRerunOut, order.rerun_out)->group("");
}

std::optional<fs::path> store_path(const std::string& named) {
  if (!named.empty()) return named;
  if (const std::string chosen = environment("SENDCAP_STORE"); !chosen.empty()) return chosen;
  const fs::path own = fs::path("sendcap") / "runs.sqlite";
  if (const std::string state = environment("XDG_STATE_HOME"); fs::path(state).is_absolute())
    return state / own;
  if (const std::string home = environment("HOME"); !home.empty()) return home / (".local/state" / own);
  return std::nullopt;
}

std::vector<std::string> read_names(const InputFiles& files, const RecordOrder& order) {
  std::vector<std::string> names;
  for (const report::InputFile& file : files.all()) names.push_back(file.name);
  if (!order.store.empty()) names.push_back(order.store);
  return names;
}

}  // namespace sendcap::app
