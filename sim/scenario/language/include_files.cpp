#include "sendcap/scenario/language/include_files.hpp"
#include "scenario/language/text.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "sendcap/scenario/language/yaml.hpp"

namespace sendcap::scenario {

namespace {

constexpr std::string_view kInclude = "include";
constexpr std::size_t kMostIncludes = 1000;

/// The folder of a path with its last `/`, or nothing.
std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

bool stays_in_folder(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find_first_of("\\:") != std::string_view::npos)
    return false;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part == "..") return false;
    path.remove_prefix(std::min(part.size() + 1, path.size()));
  }
  return true;
}

std::string without_dots(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    if (part.empty() || part == ".") continue;
    if (!result.empty()) result += '/';
    result += part;
  }
  return result;
}

class IncludingReader {
 public:
  IncludingReader(Sources& sources, const FileReader& read_file, Diagnostics& diagnostics)
      : sources_(sources), read_file_(read_file), diagnostics_(diagnostics) {}

  /// The tree of a file with all its includes in it; `asked` is where it is asked for.
  std::optional<Node> read(const std::string& path, Place asked) {
    if (std::find(chain_.begin(), chain_.end(), path) != chain_.end()) {
      return fail(Code::include_cycle, asked, quoted(path) + " includes itself", describe_chain(path));
    }
    if (++includes_ > kMostIncludes) {
      return fail(Code::too_large, asked,
                  "more than " + std::to_string(kMostIncludes) + " files are included");
    }
    std::optional<Node> tree = plain(path, asked);
    if (!tree) return std::nullopt;
    chain_.push_back(path);
    const bool good = expand(*tree, folder_of(path));
    chain_.pop_back();
    if (!good) return std::nullopt;
    return tree;
  }

 private:
  std::nullopt_t fail(Code code, Place place, std::string message, std::string hint = {}) {
    diagnostics_.error(code, place, {}, std::move(message), std::move(hint));
    return std::nullopt;
  }

  [[nodiscard]] std::string describe_chain(const std::string& last) const {
    std::string result = "remove one of the includes ";
    for (const std::string& path : chain_) result += path + " → ";
    return result + last;
  }

  /// The tree of a file as it stands, read once however often it is included.
  std::optional<Node> plain(const std::string& path, Place asked) {
    const auto known = trees_.find(path);
    if (known != trees_.end()) return known->second;
    std::optional<std::string> text = read_file_(path);
    if (!text) return fail(Code::include_missing, asked, "the file '" + path + "' can not be read");
    const std::uint32_t file = sources_.add(path, std::move(*text));
    return trees_[path] = read_yaml(sources_, file, diagnostics_);
  }

  bool expand(Node& node, const std::string& folder) {
    bool good = true;
    for (Node& child : node.children) {
      if (child.key != kInclude) good = expand(child, folder) && good;
    }
    const auto found = std::find_if(node.children.begin(), node.children.end(),
                                    [](const Node& child) { return child.key == kInclude; });
    if (found == node.children.end()) return good;
    const Node include = *found;
    node.children.erase(found);
    const std::vector<Node> files = include.is_list() ? include.children : std::vector<Node>{include};
    if (node.children.empty() && files.size() == 1) return good && stand_for_file(node, files[0], folder);
    for (const Node& file : files) good = merge_file(node, file, folder) && good;
    return good;
  }

  /// An include alone stands for the file, which may then hold a list too.
  bool stand_for_file(Node& target, const Node& file, const std::string& folder) {
    std::optional<Node> tree = tree_of(file, folder);
    if (!tree) return false;
    if (!tree->is_list()) return merge_mapping(target, file, std::move(*tree));
    target.kind = tree->kind;
    target.children = std::move(tree->children);
    return true;
  }

  bool merge_file(Node& target, const Node& file, const std::string& folder) {
    std::optional<Node> tree = tree_of(file, folder);
    return tree && merge_mapping(target, file, std::move(*tree));
  }

  std::optional<Node> tree_of(const Node& file, const std::string& folder) {
    if (!file.is_scalar())
      return fail(Code::include_not_mapping, file.where(), "expected the name of a file");
    if (!stays_in_folder(file.text))
      return fail(Code::include_outside, file.place,
                  quoted(file.text) + " is not in the folder of this file or below",
                  "name it from this file's folder, without '..' or a leading '/'");
    return read(folder + without_dots(file.text), file.place);
  }

  bool merge_mapping(Node& target, const Node& file, Node tree) {
    if (tree.is_mapping()) return merge(target, std::move(tree));
    fail(Code::include_not_mapping, file.place, quoted(file.text) + " does not hold 'key: value' lines");
    return false;
  }

  bool merge(Node& target, Node addition) {
    bool good = true;
    for (Node& child : addition.children) {
      Node* present = target.find(child.key);
      if (present == nullptr) {
        target.children.push_back(std::move(child));
      } else if (present->is_mapping() && child.is_mapping()) {
        good = merge(*present, std::move(child)) && good;
      } else {
        good = false;
        diagnostics_.add({Code::include_clash,
                          Severity::error,
                          child.key_place,
                          {},
                          quoted(child.key) + " is given by two files",
                          {},
                          {{present->key_place, "also given here"}}});
      }
    }
    return good;
  }

  Sources& sources_;
  const FileReader& read_file_;
  Diagnostics& diagnostics_;
  std::vector<std::string> chain_;
  std::map<std::string, std::optional<Node>> trees_;
  std::size_t includes_ = 0;
};

}  // namespace

std::optional<Node> read_yaml_file(Sources& sources, const std::string& path, const FileReader& read_file,
                                   Diagnostics& diagnostics) {
  return IncludingReader(sources, read_file, diagnostics).read(path, {});
}

}  // namespace sendcap::scenario
