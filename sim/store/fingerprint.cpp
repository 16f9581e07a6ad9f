#include "run_record.hpp"
#include "sendcap/report/sha256.hpp"

namespace sendcap::store {
namespace {

// With its length before it, so that two lists of texts never look the same.
void add(std::string& all, const std::string& text) {
  all += std::to_string(text.size()) + ':' + text + '\n';
}

}  // namespace

std::string fingerprint(const Asked& asked) {
  std::string all;
  add(all, asked.command);
  add(all, asked.version);
  add(all, asked.build);
  add(all, std::to_string(asked.seed));
  add(all, std::to_string(asked.files.size()));
  for (const InputText& file : asked.files) {
    add(all, file.name);
    add(all, file.sha256);
  }
  for (const std::string& override : asked.overrides) add(all, override);
  return report::sha256(all);
}

}  // namespace sendcap::store
