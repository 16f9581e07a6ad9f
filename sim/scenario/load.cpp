#include "sendcap/scenario/load.hpp"

#include "sendcap/scenario/language/override.hpp"
#include "sendcap/scenario/language/reader.hpp"

namespace sendcap::scenario {
namespace {

template <class T>
std::optional<T> load(const std::string& path, const std::vector<std::string>& overrides,
                      const FileReader& read_file, Sources& sources, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  std::optional<Node> root = read_yaml_file(sources, path, read_file, diagnostics);
  if (!root) return std::nullopt;
  for (const std::string& text : overrides) apply_override(*root, text, sources, diagnostics);
  T loaded;
  Reader reader(diagnostics);
  read(reader, *root, loaded);
  if (diagnostics.errors() != errors_before) return std::nullopt;
  return loaded;
}

}  // namespace

std::optional<Scenario> load_scenario(const std::string& path, const std::vector<std::string>& overrides,
                                      const FileReader& read_file, Sources& sources,
                                      Diagnostics& diagnostics) {
  return load<Scenario>(path, overrides, read_file, sources, diagnostics);
}

std::optional<Plan> load_plan(const std::string& path, const FileReader& read_file, Sources& sources,
                              Diagnostics& diagnostics) {
  return load<Plan>(path, {}, read_file, sources, diagnostics);
}

std::optional<Search> load_search(const std::string& path, const FileReader& read_file, Sources& sources,
                                  Diagnostics& diagnostics) {
  return load<Search>(path, {}, read_file, sources, diagnostics);
}

}  // namespace sendcap::scenario
