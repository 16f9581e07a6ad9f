#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sendcap/scenario/language/declaration.hpp"
#include "sendcap/scenario/language/diagnostic.hpp"
#include "sendcap/scenario/language/node.hpp"
#include "sendcap/scenario/language/shape_of.hpp"

namespace sendcap::scenario {

/// Reads nodes into declared structs, keeps the path to where it is, and collects every mistake.
class Reader {
 public:
  /// `path` is where in the scenario the reading begins; at its top unless given.
  explicit Reader(Diagnostics& diagnostics, std::vector<std::string> path = {})
      : diagnostics_(diagnostics), path_(std::move(path)) {}

  [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }
  /// `services.occupational therapy.staff`; a name that holds a dot stands in quotes.
  [[nodiscard]] std::string path() const;

  /// Adds a mistake at a node (or a place) and at the present path. Always false, to return at once.
  bool error(Code code, const Node& at, std::string message, std::string hint = {});
  bool error(Code code, Place at, std::string message, std::string hint = {});
  void warning(Code code, Place at, std::string message, std::string hint = {});

  /// One step of the path, for as long as it lives.
  class Step {
   public:
    Step(Reader& reader, std::string_view name) : reader_(reader) { reader_.path_.emplace_back(name); }
    ~Step() { reader_.path_.pop_back(); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    Reader& reader_;
  };

 private:
  Diagnostics& diagnostics_;
  std::vector<std::string> path_;
};

/// Reads `node` into an object of the given shape; the work behind `read`.
bool read_shape(Reader& reader, const Node& node, const Shape& shape, void* object, const Rule& rule);

/// Reads `node` into `result`: a declared struct or any type a member of one may have. False when there was a
/// mistake; then `result` holds what could be read. All mistakes are added to the reader's diagnostics.
///
/// A struct may add to its declaration:
///   - `Place place`: set to where the block (its key) stands;
///   - `static void check(Reader&, const Node&, const T&)`: called when the fields were read without
///     mistake, to refuse those that do not fit together (`reader.error(Code::inconsistent, node, …)`);
///   - `static constexpr std::string_view kShortField = "share"`: the block may be written as that
///     field alone (`north: 35%` for `north: {share: 35%}`);
///   - a short form of its own, for what is no mapping or holds `is`:
///     `static bool read_short(Reader&, const Node&, T&)` (false after it added an error),
///     `static std::optional<Node> write_short(const T&)` (empty: the long form is needed);
///     for the schema `using ShortForm = Value<Duration>` (a type that is written alike) or
///     `static constexpr std::string_view kShortSchema` (JSON Schema text);
///     for the reference `static constexpr std::string_view kShortWords`.
template <class T>
bool read(Reader& reader, const Node& node, T& result, const Rule& rule = {}) {
  return read_shape(reader, node, shape_of<T>(), &result, rule);
}

}  // namespace sendcap::scenario
